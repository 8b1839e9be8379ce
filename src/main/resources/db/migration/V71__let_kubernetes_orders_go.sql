-- What old orders and builds are found by when they are deleted.
create index kubernetes_order_by_age on kubernetes_order (created_at);
create index kubernetes_build_by_age on kubernetes_build (created_at);
