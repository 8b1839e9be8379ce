-- Secrets are stored sealed: see dev.slipway.vault. What is here in clear is sealed by the first start that finds it.
alter table webhook alter column secret type text;
alter table webhook alter column previous_secret type text;
