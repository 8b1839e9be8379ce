{{- define "slipway.name" -}}
{{- if contains "slipway" .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-slipway" .Release.Name | trunc 50 | trimSuffix "-" }}{{ end -}}
{{- end }}

{{/* What finds all pods of this release, those of its jobs included. */}}
{{- define "slipway.instance" -}}
app.kubernetes.io/name: slipway
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* What finds the nodes, and never changes: a deployment can't change its selector. */}}
{{- define "slipway.selector" -}}
{{ include "slipway.instance" . }}
app.kubernetes.io/component: node
{{- end }}

{{- define "slipway.labels" -}}
{{ include "slipway.instance" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "slipway.image" -}}
{{ printf "%s:%s" .Values.image.repository (.Values.image.tag | default .Chart.AppVersion) | quote }}
{{- end }}

{{- define "slipway.serviceAccount" -}}
{{ .Values.serviceAccount.name | default (include "slipway.name" .) }}
{{- end }}

{{/* Without which neither nodes nor jobs start: their database, and the key of what is sealed in it. */}}
{{- define "slipway.env" -}}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ required "database.url is missing: jdbc:postgresql://HOST/DATABASE" .Values.database.url | quote }}
- name: QUARKUS_DATASOURCE_USERNAME
  valueFrom: {secretKeyRef: {name: {{ required "database.secret is missing: the name of a secret with user name and password" .Values.database.secret }}, key: {{ .Values.database.usernameKey }}}}
- name: QUARKUS_DATASOURCE_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .Values.database.secret }}, key: {{ .Values.database.passwordKey }}}}
- name: SLIPWAY_SECRETS_KEY
  valueFrom: {secretKeyRef: {name: {{ required "encryption.secret is missing: the name of a secret with the key that seals secrets" .Values.encryption.secret }}, key: {{ .Values.encryption.key }}}}
{{- end }}

{{- define "slipway.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "slipway.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}
