{{- define "engine.name" -}}
{{- .Chart.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{- /* The release's own name for everything; short enough for every suffix. */ -}}
{{- define "engine.fullname" -}}
{{- if contains (include "engine.name" .) .Release.Name -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "engine.name" .) | trunc 50 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- /* What never changes, and so may select. */ -}}
{{- define "engine.selector" -}}
app.kubernetes.io/name: {{ include "engine.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "engine.labels" -}}
{{ include "engine.selector" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | trunc 63 | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "engine.image" -}}
{{- $repository := required "image.repository is missing: the registry and name under which the engine's image is" .Values.image.repository -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" $repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $repository (.Values.image.tag | default .Chart.AppVersion) -}}
{{- end -}}
{{- end -}}

{{- define "engine.secretName" -}}
{{- .Values.existingSecret | default (printf "%s-secrets" (include "engine.fullname" .)) -}}
{{- end -}}

{{- /* Migrations run before the release's own objects are there: what they need of the values is in Secrets that are hooks too. */ -}}
{{- define "engine.migrateSecretName" -}}
{{- .Values.existingSecret | default (printf "%s-migrate" (include "engine.fullname" .)) -}}
{{- end -}}

{{- define "engine.ownerSecretName" -}}
{{- .Values.existingOwnerSecret | default (include "engine.migrateSecretName" .) -}}
{{- end -}}

{{- define "engine.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "engine.securityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- /* The settings of every process, on the ports that the manifests name. */ -}}
{{- define "engine.env" -}}
- name: HOST
  value: {{ .Values.config.host | quote }}
- name: PORT
  value: "3000"
- name: METRICS_PORT
  value: "9464"
- name: LOG_LEVEL
  value: {{ .Values.config.logLevel | quote }}
{{- with .Values.config.publicUrl }}
- name: PUBLIC_URL
  value: {{ . | quote }}
{{- end }}
{{- with .Values.config.trustedProxies }}
- name: TRUSTED_PROXIES
  value: {{ . | quote }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- /* The model that writes drafts: for api and worker. */ -}}
{{- define "engine.aiEnv" -}}
{{- range $name, $value := dict "AI_PROVIDER" .Values.config.aiProvider "AI_MODEL" .Values.config.aiModel "AI_BASE_URL" .Values.config.aiBaseUrl }}
{{- if $value }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- /* Keys of a Secret as variables: list of context, Secret, keys, and keys that may be missing. */ -}}
{{- define "engine.secretEnv" -}}
{{- $secret := index . 0 -}}
{{- range index . 1 }}
- name: {{ . }}
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ . }}
      {{- if eq . "REDIS_URL" }}
      # Without it the queue is in PostgreSQL.
      optional: true
      {{- else if eq . "AI_API_KEY" }}
      # Without it no key is sent.
      optional: true
      {{- end }}
{{- end }}
{{- end -}}

{{- define "engine.scheduling" -}}
{{- with .nodeSelector }}
nodeSelector: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations: {{ toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity: {{ toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- /* Over zones and machines where there are several: list of context and component. */ -}}
{{- define "engine.spread" -}}
{{- $context := index . 0 -}}
{{- $component := index . 1 -}}
topologySpreadConstraints:
{{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "engine.selector" $context | nindent 8 }}
        app.kubernetes.io/component: {{ $component }}
{{- end }}
{{- end -}}
