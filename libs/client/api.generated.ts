// Made by scripts/generate-client.js of libs/diagnostics/api-docs/openapi.json: change the routes, not this.

/** Each operation's verb and path, and whether its body is a form. */
export const ROUTES = {
  getHealthLive: ['get', '/engine/health/live'],
  getHealthReady: ['get', '/engine/health/ready'],
  listAssignments: ['get', '/engine/v1/admin/assignments'],
  createAssignments: ['post', '/engine/v1/admin/assignments'],
  exportAssignmentsCsv: ['get', '/engine/v1/admin/assignments.csv'],
  exportAssignmentsXlsx: ['get', '/engine/v1/admin/assignments.xlsx'],
  getAssignment: ['get', '/engine/v1/admin/assignments/{id}'],
  cancelAssignment: ['post', '/engine/v1/admin/assignments/{id}/cancel'],
  completeAssignment: ['post', '/engine/v1/admin/assignments/{id}/complete'],
  extendAssignment: ['post', '/engine/v1/admin/assignments/{id}/extend'],
  getAssignmentLearning: ['get', '/engine/v1/admin/assignments/{id}/learning'],
  createAssignmentLink: ['post', '/engine/v1/admin/assignments/{id}/link'],
  revokeAssignmentLink: ['delete', '/engine/v1/admin/assignments/{id}/link'],
  reassignAssignment: ['post', '/engine/v1/admin/assignments/{id}/reassign'],
  listAudit: ['get', '/engine/v1/admin/audit'],
  exportAuditCsv: ['get', '/engine/v1/admin/audit.csv'],
  exportAuditXlsx: ['get', '/engine/v1/admin/audit.xlsx'],
  listAuthoringLedger: ['get', '/engine/v1/admin/authoring/ledger'],
  getAuthoringUsage: ['get', '/engine/v1/admin/authoring/usage'],
  listCourses: ['get', '/engine/v1/admin/courses'],
  createCourse: ['post', '/engine/v1/admin/courses'],
  importCourses: ['post', '/engine/v1/admin/courses/import', 'form'],
  getCourse: ['get', '/engine/v1/admin/courses/{id}'],
  putCourse: ['put', '/engine/v1/admin/courses/{id}'],
  changeCourse: ['patch', '/engine/v1/admin/courses/{id}'],
  removeCourse: ['delete', '/engine/v1/admin/courses/{id}'],
  archiveCourse: ['post', '/engine/v1/admin/courses/{id}/archive'],
  exportCourse: ['get', '/engine/v1/admin/courses/{id}/export'],
  publishCourse: ['post', '/engine/v1/admin/courses/{id}/publish'],
  confirmCourseReview: ['post', '/engine/v1/admin/courses/{id}/reviewed'],
  listCredentials: ['get', '/engine/v1/admin/credentials'],
  createCredential: ['post', '/engine/v1/admin/credentials'],
  exportCredentialsCsv: ['get', '/engine/v1/admin/credentials.csv'],
  exportCredentialsXlsx: ['get', '/engine/v1/admin/credentials.xlsx'],
  importCredentials: ['post', '/engine/v1/admin/credentials/import'],
  getCredential: ['get', '/engine/v1/admin/credentials/{id}'],
  putCredential: ['put', '/engine/v1/admin/credentials/{id}'],
  changeCredential: ['patch', '/engine/v1/admin/credentials/{id}'],
  removeCredential: ['delete', '/engine/v1/admin/credentials/{id}'],
  listDocuments: ['get', '/engine/v1/admin/documents'],
  uploadDocument: ['post', '/engine/v1/admin/documents', 'form'],
  searchDocuments: ['get', '/engine/v1/admin/documents/search'],
  getDocument: ['get', '/engine/v1/admin/documents/{id}'],
  removeDocument: ['delete', '/engine/v1/admin/documents/{id}'],
  getDocumentPassages: ['get', '/engine/v1/admin/documents/{id}/passages'],
  listDrafts: ['get', '/engine/v1/admin/drafts'],
  getDraft: ['get', '/engine/v1/admin/drafts/{id}'],
  changeDraft: ['patch', '/engine/v1/admin/drafts/{id}'],
  approveDraft: ['post', '/engine/v1/admin/drafts/{id}/approve'],
  cancelDraft: ['post', '/engine/v1/admin/drafts/{id}/cancel'],
  listComments: ['get', '/engine/v1/admin/drafts/{id}/comments'],
  createComment: ['post', '/engine/v1/admin/drafts/{id}/comments'],
  exportDraft: ['get', '/engine/v1/admin/drafts/{id}/export'],
  getDraftPreview: ['get', '/engine/v1/admin/drafts/{id}/preview'],
  publishDraft: ['post', '/engine/v1/admin/drafts/{id}/publish'],
  rejectDraft: ['post', '/engine/v1/admin/drafts/{id}/reject'],
  retryDraft: ['post', '/engine/v1/admin/drafts/{id}/retry'],
  getDraftSources: ['get', '/engine/v1/admin/drafts/{id}/sources'],
  submitDraft: ['post', '/engine/v1/admin/drafts/{id}/submit'],
  listDraftVersions: ['get', '/engine/v1/admin/drafts/{id}/versions'],
  getDraftVersion: ['get', '/engine/v1/admin/drafts/{id}/versions/{version}'],
  getEvents: ['get', '/engine/v1/admin/events'],
  listGroups: ['get', '/engine/v1/admin/groups'],
  createGroup: ['post', '/engine/v1/admin/groups'],
  getGroup: ['get', '/engine/v1/admin/groups/{id}'],
  putGroup: ['put', '/engine/v1/admin/groups/{id}'],
  renameGroup: ['patch', '/engine/v1/admin/groups/{id}'],
  removeGroup: ['delete', '/engine/v1/admin/groups/{id}'],
  changeGroupMembers: ['patch', '/engine/v1/admin/groups/{id}/members'],
  getLimits: ['get', '/engine/v1/admin/limits'],
  getMe: ['get', '/engine/v1/admin/me'],
  changeMyPassword: ['post', '/engine/v1/admin/me/password'],
  listNeeds: ['get', '/engine/v1/admin/needs'],
  exportNeedsCsv: ['get', '/engine/v1/admin/needs.csv'],
  exportNeedsXlsx: ['get', '/engine/v1/admin/needs.xlsx'],
  startBulk: ['post', '/engine/v1/admin/needs/bulk'],
  getNeedsCount: ['get', '/engine/v1/admin/needs/count'],
  getNeed: ['get', '/engine/v1/admin/needs/{id}'],
  authorNeed: ['post', '/engine/v1/admin/needs/{id}/author'],
  getRequestPreview: ['get', '/engine/v1/admin/needs/{id}/author/requests'],
  dismissNeed: ['post', '/engine/v1/admin/needs/{id}/dismiss'],
  groupNeed: ['post', '/engine/v1/admin/needs/{id}/group'],
  offerNeed: ['post', '/engine/v1/admin/needs/{id}/offer'],
  reopenNeed: ['post', '/engine/v1/admin/needs/{id}/reopen'],
  snoozeNeed: ['post', '/engine/v1/admin/needs/{id}/snooze'],
  acceptSuggestion: ['post', '/engine/v1/admin/needs/{id}/suggestion/accept'],
  rejectSuggestion: ['post', '/engine/v1/admin/needs/{id}/suggestion/reject'],
  ungroupNeed: ['post', '/engine/v1/admin/needs/{id}/ungroup'],
  getOfferSettings: ['get', '/engine/v1/admin/offer-settings'],
  replaceOfferSettings: ['put', '/engine/v1/admin/offer-settings'],
  getOidc: ['get', '/engine/v1/admin/oidc'],
  replaceOidc: ['put', '/engine/v1/admin/oidc'],
  removeOidc: ['delete', '/engine/v1/admin/oidc'],
  listOnboarding: ['get', '/engine/v1/admin/onboarding'],
  createOnboarding: ['post', '/engine/v1/admin/onboarding'],
  importOnboarding: ['post', '/engine/v1/admin/onboarding/import'],
  getOnboarding: ['get', '/engine/v1/admin/onboarding/{id}'],
  putOnboarding: ['put', '/engine/v1/admin/onboarding/{id}'],
  changeOnboarding: ['patch', '/engine/v1/admin/onboarding/{id}'],
  removeOnboarding: ['delete', '/engine/v1/admin/onboarding/{id}'],
  listOperations: ['get', '/engine/v1/admin/operations'],
  getOperation: ['get', '/engine/v1/admin/operations/{id}'],
  undoOperation: ['post', '/engine/v1/admin/operations/{id}/undo'],
  listReadiness: ['get', '/engine/v1/admin/readiness'],
  exportReadinessCsv: ['get', '/engine/v1/admin/readiness.csv'],
  exportReadinessXlsx: ['get', '/engine/v1/admin/readiness.xlsx'],
  checkReadiness: ['post', '/engine/v1/admin/readiness/check'],
  exportEvidence: ['get', '/engine/v1/admin/readiness/evidence.pdf'],
  getMatrix: ['get', '/engine/v1/admin/readiness/matrix'],
  startOfferMissing: ['post', '/engine/v1/admin/readiness/offer-missing'],
  getReadinessPolicy: ['get', '/engine/v1/admin/readiness/policy'],
  replaceReadinessPolicy: ['put', '/engine/v1/admin/readiness/policy'],
  getReadinessSummary: ['get', '/engine/v1/admin/readiness/summary'],
  getReadinessTrend: ['get', '/engine/v1/admin/readiness/trend'],
  getReadinessWorker: ['get', '/engine/v1/admin/readiness/{id}'],
  listRequirements: ['get', '/engine/v1/admin/requirements'],
  createRequirement: ['post', '/engine/v1/admin/requirements'],
  importRequirements: ['post', '/engine/v1/admin/requirements/import'],
  getRequirement: ['get', '/engine/v1/admin/requirements/{id}'],
  putRequirement: ['put', '/engine/v1/admin/requirements/{id}'],
  changeRequirement: ['patch', '/engine/v1/admin/requirements/{id}'],
  removeRequirement: ['delete', '/engine/v1/admin/requirements/{id}'],
  listSigningSecrets: ['get', '/engine/v1/admin/secrets'],
  createSigningSecret: ['post', '/engine/v1/admin/secrets'],
  removeSigningSecret: ['delete', '/engine/v1/admin/secrets/{id}'],
  getSignalMap: ['get', '/engine/v1/admin/signal-map'],
  replaceSignalMap: ['put', '/engine/v1/admin/signal-map'],
  previewSignalMap: ['post', '/engine/v1/admin/signal-map/preview'],
  getSignalMapUnmappedTypes: ['get', '/engine/v1/admin/signal-map/unmapped'],
  listSignals: ['get', '/engine/v1/admin/signals'],
  checkSignals: ['post', '/engine/v1/admin/signals/check'],
  getRefusedSignals: ['get', '/engine/v1/admin/signals/refused'],
  testSignals: ['post', '/engine/v1/admin/signals/test'],
  getSignal: ['get', '/engine/v1/admin/signals/{id}'],
  replaySignal: ['post', '/engine/v1/admin/signals/{id}/replay'],
  listSites: ['get', '/engine/v1/admin/sites'],
  createSite: ['post', '/engine/v1/admin/sites'],
  getSite: ['get', '/engine/v1/admin/sites/{id}'],
  putSite: ['put', '/engine/v1/admin/sites/{id}'],
  renameSite: ['patch', '/engine/v1/admin/sites/{id}'],
  removeSite: ['delete', '/engine/v1/admin/sites/{id}'],
  listTokens: ['get', '/engine/v1/admin/tokens'],
  createToken: ['post', '/engine/v1/admin/tokens'],
  revokeToken: ['delete', '/engine/v1/admin/tokens/{id}'],
  matchTopics: ['post', '/engine/v1/admin/topics/match'],
  listSynonyms: ['get', '/engine/v1/admin/topics/synonyms'],
  enterSynonym: ['post', '/engine/v1/admin/topics/synonyms'],
  getSynonym: ['get', '/engine/v1/admin/topics/synonyms/{id}'],
  putSynonym: ['put', '/engine/v1/admin/topics/synonyms/{id}'],
  changeSynonym: ['patch', '/engine/v1/admin/topics/synonyms/{id}'],
  removeSynonym: ['delete', '/engine/v1/admin/topics/synonyms/{id}'],
  acceptSynonym: ['post', '/engine/v1/admin/topics/synonyms/{id}/accept'],
  rejectSynonym: ['post', '/engine/v1/admin/topics/synonyms/{id}/reject'],
  listUsers: ['get', '/engine/v1/admin/users'],
  createUser: ['post', '/engine/v1/admin/users'],
  getUser: ['get', '/engine/v1/admin/users/{id}'],
  changeUser: ['patch', '/engine/v1/admin/users/{id}'],
  removeUser: ['delete', '/engine/v1/admin/users/{id}'],
  resetUserPassword: ['post', '/engine/v1/admin/users/{id}/reset-password'],
  listViews: ['get', '/engine/v1/admin/views'],
  createView: ['post', '/engine/v1/admin/views'],
  getView: ['get', '/engine/v1/admin/views/{id}'],
  changeView: ['patch', '/engine/v1/admin/views/{id}'],
  removeView: ['delete', '/engine/v1/admin/views/{id}'],
  listWaivers: ['get', '/engine/v1/admin/waivers'],
  createWaiver: ['post', '/engine/v1/admin/waivers'],
  removeWaiver: ['delete', '/engine/v1/admin/waivers/{id}'],
  listWebhooks: ['get', '/engine/v1/admin/webhooks'],
  createWebhook: ['post', '/engine/v1/admin/webhooks'],
  getWebhookDelivery: ['get', '/engine/v1/admin/webhooks/deliveries/{id}'],
  replayWebhookDelivery: ['post', '/engine/v1/admin/webhooks/deliveries/{id}/replay'],
  getWebhook: ['get', '/engine/v1/admin/webhooks/{id}'],
  changeWebhook: ['patch', '/engine/v1/admin/webhooks/{id}'],
  removeWebhook: ['delete', '/engine/v1/admin/webhooks/{id}'],
  listWebhookDeliveries: ['get', '/engine/v1/admin/webhooks/{id}/deliveries'],
  rotateWebhookSecret: ['post', '/engine/v1/admin/webhooks/{id}/secrets'],
  testWebhook: ['post', '/engine/v1/admin/webhooks/{id}/test'],
  listWorkers: ['get', '/engine/v1/admin/workers'],
  createWorker: ['post', '/engine/v1/admin/workers'],
  exportWorkersCsv: ['get', '/engine/v1/admin/workers.csv'],
  exportWorkersXlsx: ['get', '/engine/v1/admin/workers.xlsx'],
  importWorkers: ['post', '/engine/v1/admin/workers/import'],
  getWorker: ['get', '/engine/v1/admin/workers/{id}'],
  putWorker: ['put', '/engine/v1/admin/workers/{id}'],
  changeWorker: ['patch', '/engine/v1/admin/workers/{id}'],
  removeWorker: ['delete', '/engine/v1/admin/workers/{id}'],
  openSession: ['post', '/engine/v1/auth/login'],
  closeSession: ['post', '/engine/v1/auth/logout'],
  getOidcCallback: ['get', '/engine/v1/auth/oidc/{tenant}/callback'],
  getOidcStart: ['get', '/engine/v1/auth/oidc/{tenant}/start'],
  setPassword: ['post', '/engine/v1/auth/password'],
  getSession: ['get', '/engine/v1/auth/session'],
  receiveSignal: ['post', '/engine/v1/integration/{tenant}/webhook'],
  listFailures: ['get', '/engine/v1/operator/failures'],
  listFailedJobs: ['get', '/engine/v1/operator/failures/jobs'],
  retryFailedJobs: ['post', '/engine/v1/operator/failures/jobs/retry'],
  retryFailures: ['post', '/engine/v1/operator/failures/retry'],
  rekeySecrets: ['post', '/engine/v1/operator/secrets/rekey'],
  listTenants: ['get', '/engine/v1/operator/tenants'],
  createTenant: ['post', '/engine/v1/operator/tenants'],
  changeTenant: ['patch', '/engine/v1/operator/tenants/{slug}'],
  recoverTenantAdmin: ['post', '/engine/v1/operator/tenants/{slug}/admins'],
  requestTenantDeletion: ['post', '/engine/v1/operator/tenants/{slug}/deletion'],
  undoTenantDeletion: ['delete', '/engine/v1/operator/tenants/{slug}/deletion'],
  exportTenant: ['get', '/engine/v1/operator/tenants/{slug}/export'],
  listTenantSecrets: ['get', '/engine/v1/operator/tenants/{slug}/secrets'],
  rotateTenantSecret: ['post', '/engine/v1/operator/tenants/{slug}/secrets'],
  listTenantTokens: ['get', '/engine/v1/operator/tenants/{slug}/tokens'],
  createTenantToken: ['post', '/engine/v1/operator/tenants/{slug}/tokens'],
  revokeTenantToken: ['delete', '/engine/v1/operator/tenants/{slug}/tokens/{id}'],
  getTenantUsage: ['get', '/engine/v1/operator/tenants/{slug}/usage'],
} as const;

export interface components {
    schemas: {
        /** @description A worker whom a change of a requirement affects. */
        readonly AffectedWorker: {
            /** @description Identifier with the prefix `wrk_`. */
            readonly id: string;
            /** @description Name of the worker. */
            readonly name: string;
            /** @description Id of the worker in the source systems; null or omitted: none. */
            readonly externalWorkerId: string | null;
            /** @description E-mail address of the worker; null or omitted: none. */
            readonly email: string | null;
            /**
             * @description Without the change.
             * @enum {string}
             */
            readonly before: "not_ready" | "at_risk" | "ready";
            /**
             * @description With the change, once its days of grace are over.
             * @enum {string}
             */
            readonly after: "not_ready" | "at_risk" | "ready";
        };
        /** @description Another need of the same gap. */
        readonly AlsoReported: {
            /** @description The other need: `need_…`. */
            readonly needId: string;
            /** @description Type of its latest signal. */
            readonly type: string;
            /** @description The dedupe key by which its source names it. */
            readonly source: string;
            /**
             * Format: date-time
             * @description When its latest signal arrived, in UTC.
             */
            readonly lastSeenAt: string;
        };
        readonly ApiTokenPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["ApiTokenView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A token of a program, without the secret itself. */
        readonly ApiTokenView: {
            /** @description Identifier with the prefix `tok_`. */
            readonly id: string;
            /** @description Name of the token, by which the audit log calls it. */
            readonly name: string;
            /**
             * @description What the token may do: each role includes the previous ones.
             * @enum {string}
             */
            readonly role: "author" | "viewer" | "admin";
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /** @description `user:<e-mail>`, `token:<name>` or `operator`; null: unknown. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it expires; null: it is valid until it is revoked.
             */
            readonly expiresAt: string | null;
            /**
             * Format: date-time
             * @description The last use, accurate to about thirty seconds; null: never used.
             */
            readonly lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description Null: not revoked.
             */
            readonly revokedAt: string | null;
        };
        /** @description A course for people without a need. Either `workerIds` or `target` selects the people. */
        readonly AssignBody: {
            /** @description A published course (`crs_…`). */
            readonly courseId: string;
            /** @description Workers (`wrk_…`). */
            readonly workerIds?: readonly string[];
            /** @description A worker, a group, a site, or everyone; `id` is required, unless it is everyone. */
            readonly target?: components["schemas"]["OfferTarget"];
            /** @description A day, which is due until its end in the tenant's time zone, or a time (ISO 8601). Default: in 30 days. */
            readonly dueAt?: string;
            /** @description True: nothing is changed, and the response has the eligibility of the people. */
            readonly dryRun?: boolean;
        };
        readonly AssignedCourse: {
            /** @description Identifier with the prefix `crs_`. */
            readonly id: string;
            /** @description Title of the course. */
            readonly title: string;
        };
        readonly AssignedWorker: {
            /** @description Identifier with the prefix `wrk_`. */
            readonly id: string;
            /** @description Name of the worker. */
            readonly name: string;
            /** @description Id of the worker in the source systems; null or omitted: none. */
            readonly externalWorkerId: string | null;
            /** @description E-mail address of the worker; null or omitted: none. */
            readonly email: string | null;
        };
        /** @description How a worker takes an assigned course. */
        readonly AssignmentLearning: {
            /** @description Null: there is none, or it was revoked. */
            readonly link: components["schemas"]["LinkView"] | null;
            /** @description The latest attempts at the quiz, at most fifty, latest first. */
            readonly attempts: readonly components["schemas"]["AttemptView"][];
        };
        readonly AssignmentPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["AssignmentView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A course that one person is to complete. */
        readonly AssignmentView: {
            /** @description Identifier with the prefix `asg_`. */
            readonly id: string;
            /**
             * @description `cancelled`: by an admin, or because the person has left or has a newer credential.
             * @enum {string}
             */
            readonly status: "assigned" | "completed" | "cancelled";
            /** @description Who has to take the course. */
            readonly worker: components["schemas"]["AssignedWorker"];
            /** @description The assigned course. */
            readonly course: components["schemas"]["AssignedCourse"];
            /** @description The need for which it was offered; null: the course was assigned without a need. */
            readonly needId: string | null;
            /** @description A day, which is due until its end in the tenant's time zone, or a time. */
            readonly dueAt: string;
            /** @description Not completed, and past its due date. */
            readonly overdue: boolean;
            /**
             * Format: date-time
             * @description When it was assigned, in UTC.
             */
            readonly assignedAt: string;
            /**
             * Format: date-time
             * @description When it was completed, in UTC; null: not yet.
             */
            readonly completedAt: string | null;
            /** @description The assignment (`asg_…`) of the worker who is to take the course instead; null: it was not reassigned. */
            readonly reassignedTo: string | null;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
        };
        /** @description An answered quiz. */
        readonly AttemptView: {
            /** @description Identifier with the prefix `att_`. */
            readonly id: string;
            /**
             * Format: date-time
             * @description When the quiz was answered, in UTC.
             */
            readonly at: string;
            /** @description Right answers. */
            readonly correct: number;
            /** @description Number of questions. */
            readonly questions: number;
            /** @description Whether the pass mark of the course was reached. */
            readonly passed: boolean;
        };
        /** @description Whom a requirement is for. */
        readonly AudienceBody: {
            /**
             * @description Whom the requirement applies to; all but `everyone` need a `name`.
             * @enum {string}
             */
            readonly kind: "everyone" | "site" | "group" | "role";
            /** @description Name of the site or the group, or the role. Left out for everyone. */
            readonly name?: string | null;
        };
        /** @description Whom a requirement is for. */
        readonly AudienceView: {
            /**
             * @description Whom the requirement applies to.
             * @enum {string}
             */
            readonly kind: "group" | "site" | "everyone" | "role";
            /** @description Name of the site or the group, or the role; null for everyone, and for a site or a group that was deleted. */
            readonly name: string | null;
        };
        /** @description An action with its actor and its subject, and the changed fields before and after. */
        readonly AuditEntryView: {
            /** @description Identifier with the prefix `aud_`. */
            readonly id: string;
            /**
             * Format: date-time
             * @description When it was done, in UTC.
             */
            readonly at: string;
            /** @description `token:<name>`, `user:<e-mail>`, `operator`, `job:<queue>`. */
            readonly actor: string;
            /** @description What was done: `course.published`. */
            readonly action: string;
            /** @description What it was done to. */
            readonly subject: components["schemas"]["AuditSubject"];
            /** @description The changed fields. `before` is null for a new subject. */
            readonly before: {
                readonly [key: string]: unknown;
            } | null;
            /** @description The changed fields after the action; null: none. */
            readonly after: {
                readonly [key: string]: unknown;
            } | null;
        };
        readonly AuditPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["AuditEntryView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        readonly AuditSubject: {
            /** @description `need`, `course`, `worker`, `tenant` … */
            readonly kind: string;
            /** @description Identifier with the prefix of its kind, or a name where the kind has no ids. */
            readonly id: string;
        };
        readonly AuthorBody: {
            /**
             * @description True: nothing is drafted, and the answer says what a draft would cost.
             * @default false
             */
            readonly dryRun?: boolean;
            /**
             * @description True: a draft is made although a course of the library answers the topic.
             * @default false
             */
            readonly force?: boolean;
        };
        /** @description The draft that the need waits for now; with `dryRun` what a draft would cost. */
        readonly AuthorResult: {
            /** @description The draft, new or already under way: `drf_…`. */
            readonly draftId?: string;
            /** @description 0: a draft of the topic is under way, and would be joined. */
            readonly drafts?: number;
            /** @description Estimated. */
            readonly tokens?: number;
            /** @description Drafts that the plan allows now: its drafts and its tokens of this month. */
            readonly left?: number;
        };
        /** @description What the tenant has drafted in a calendar month, and what its plan allows. */
        readonly AuthoringUsage: {
            /** @description The tenant's plan: `free`, `team` or `business`. */
            readonly plan: string;
            /** @description The calendar month (UTC): `2026-11`. */
            readonly month: string;
            /** @description Drafts of the month. */
            readonly drafts: components["schemas"]["DraftUsage"];
            /** @description Tokens of the month that models have used. */
            readonly tokens: components["schemas"]["TokenUsage"];
            /**
             * Format: date-time
             * @description When the next month begins.
             */
            readonly resetsAt: string;
        };
        /** @description The draft that a need waits for, or why it has none yet. */
        readonly AwaitedDraft: {
            /** @description Null: it is blocked. */
            readonly draftId: string | null;
            /** @description The status of the draft; null: it is blocked. */
            readonly status: string | null;
            /**
             * @description `plan_limit`: the plan allows no further draft until `resetsAt`; null: nothing is in the way.
             * @enum {string|null}
             */
            readonly blocked: "plan_limit" | null;
            /**
             * Format: date-time
             * @description When the plan's limit starts again, in UTC; null: it does not block the draft.
             */
            readonly resetsAt: string | null;
        };
        /** @description The results of a batch's events, in order. */
        readonly BatchResult: {
            /**
             * @description The batch was accepted.
             * @enum {boolean}
             */
            readonly ok: true;
            /** @description One result an event, in order; that of a refused event has `error`. */
            readonly results: readonly (components["schemas"]["SignalResult"] | components["schemas"]["WebhookError"])[];
        };
        /** @description A worker on the board: for another time than now with the name, the site and the role that they had then. */
        readonly BoardWorker: {
            /** @description Identifier with the prefix `wrk_`. */
            readonly id: string;
            /** @description Id of the worker in the source systems; null or omitted: none. */
            readonly externalWorkerId: string | null;
            /** @description E-mail address of the worker; null or omitted: none. */
            readonly email: string | null;
            /** @description Id of the worker in the learning platform; null or omitted: none. */
            readonly learnerId: string | null;
            /** @description Name of the worker. */
            readonly name: string;
            /** @description Name of the site. */
            readonly site: string | null;
            /** @description What the worker does; null: unknown. */
            readonly role: string | null;
            /** @description Names of the groups. */
            readonly groups: readonly string[];
            /** @description False: the worker has left. */
            readonly active: boolean;
        };
        /** @description An action on many needs. Either `ids` or `filter` selects them; the fields after `cursor` are those of the action. */
        readonly BulkBody: {
            /**
             * @description What to do with the needs; the fields of that action are in the same body.
             * @enum {string}
             */
            readonly action: "offer" | "dismiss" | "snooze" | "author";
            /** @description Needs: `need_…`. Instead of `filter`. */
            readonly ids?: readonly string[];
            /** @description The filters of the inbox: selects all needs that match. */
            readonly filter?: components["schemas"]["NeedsFilter"];
            /** @description True: nothing is changed, and the response has the expected result. */
            readonly dryRun?: boolean;
            /** @description With `dryRun`: `unmoved.nextCursor` of the answer before, to read the next needs that would stay as they are. */
            readonly cursor?: string;
            /** @description `offer`: a published course; default: the recommended course of each need. */
            readonly courseId?: string;
            /** @description `offer`: the people; default: each need's own worker, or the people of its site. */
            readonly target?: components["schemas"]["OfferTarget"];
            /** @description `offer`: the due date, a day or a time; default: by each need's signals or severity. */
            readonly dueAt?: string;
            /**
             * @description `dismiss`: the reason.
             * @enum {string}
             */
            readonly reason?: "not_training" | "equivalent_held" | "duplicate" | "wrong_target" | "other";
            /** @description `dismiss`: a note for the history. */
            readonly note?: string;
            /** @description A time, or a day, which means its beginning. `snooze`: when the needs return to the inbox. `dismiss`: until when their data points open no need. */
            readonly until?: string;
            /** @description `author`: a draft is made although a course of the library answers the topic. */
            readonly force?: boolean;
        };
        /** @description How many needs are refused the action, with the reason. */
        readonly BulkRefusal: {
            /** @description `illegal_transition`, `no_course`, `course_not_published`, `nobody_reached`, `already_assigned`, `already_valid` or `left`; of `author` also `no_topic`, `course_available` or `plan_limit_reached`. */
            readonly why: string;
            /** @description Number of needs with this reason. */
            readonly needs: number;
            /** @description The first fifty of them. */
            readonly needIds: readonly string[];
        };
        /** @description The started bulk action, or with `dryRun` its expected result. */
        readonly BulkResult: {
            /**
             * @description The action.
             * @enum {string}
             */
            readonly action: "offer" | "dismiss" | "snooze" | "author";
            /** @description The operation, to follow and undo it; null with `dryRun`. */
            readonly operationId: string | null;
            /**
             * @description Null with `dryRun`.
             * @enum {string|null}
             */
            readonly status: "done" | "queued" | "failed" | "running" | "undoing" | "undone" | null;
            /** @description Selected gaps: the needs with the same audience and topic count once. */
            readonly needs: number;
            /** @description With `dryRun`: needs that the action would change. */
            readonly willMove?: number;
            /** @description With `dryRun` of an offer: people who would be assigned a course. */
            readonly willAssign?: number;
            /** @description With `dryRun` of `author`: drafts that would be started; needs with the same topic share one. */
            readonly drafts?: number;
            /** @description With `dryRun` of `author`: tokens that these drafts would reserve. */
            readonly tokens?: number;
            /** @description With `dryRun` of `author`: drafts that the plan allows now, by its drafts and its tokens of this month. */
            readonly left?: number;
            /** @description With `dryRun`: needs that would stay unchanged. One with `already_valid` is completed if all of its people are. */
            readonly refused?: readonly components["schemas"]["BulkRefusal"][];
            /** @description With `dryRun`: each of these needs, with its rule; 200 a page. */
            readonly unmoved?: components["schemas"]["UnmovedPage"];
        };
        /** @description A published course that may answer a topic. */
        readonly CandidateView: {
            /** @description The course: `crs_…`. */
            readonly courseId: string;
            /** @description Title of the course. */
            readonly title: string;
            /** @description 0 (nothing in common) to 1 (equal). */
            readonly score: number;
            /** @description The reasons, for a person. */
            readonly evidence: readonly string[];
        };
        /** @description Omitted fields stay unchanged. Null clears a category, a summary, a content, a launch URL or the minutes. */
        readonly ChangeCourseBody: {
            /** @description Title of the course. */
            readonly title?: string;
            /** @description Topics that the course teaches, by which needs are matched with it. */
            readonly topics?: readonly string[];
            /** @description Category by which courses are grouped; null: none. */
            readonly category?: string | null;
            /** @description What the course is about, in a few sentences; null: none. */
            readonly summary?: string | null;
            /** @description Markdown. */
            readonly content?: string | null;
            /** @description The questions that complete the course. Empty: reading it completes it. */
            readonly quiz?: readonly components["schemas"]["QuestionBody"][];
            /** @description The percentage of right answers that passes the quiz; 80 by default. */
            readonly passMark?: number;
            /** @description Where the course is taken, if it is not taken here: an `https:` or `http:` address. */
            readonly launchUrl?: string | null;
            /** @description How long it takes; null: not known. */
            readonly estimatedMinutes?: number | null;
        };
        /** @description Corrects a credential; omitted fields keep their values. To record a renewal, create another credential, which supersedes this one. */
        readonly ChangeCredentialBody: {
            /** @description Name of the credential, as requirements call it. */
            readonly name?: string;
            /** @description When it ends: a day counts to its end in the tenant's time zone. Null: it does not expire. */
            readonly expiresAt?: string | null;
        };
        /** @description Omitted fields stay unchanged. */
        readonly ChangeDraftBody: {
            /** @description Title of the future course. */
            readonly title?: string;
            /** @description What the course is about, in a few sentences. */
            readonly summary?: string;
            /** @description What a learner can do after the course. */
            readonly objectives?: readonly string[];
            /** @description Whom it is for, in words. */
            readonly audience?: string;
            /** @description Time that a learner needs, in minutes. */
            readonly estimatedMinutes?: number;
            /** @description Category of the future course; null: none. */
            readonly category?: string | null;
            /** @description The topics that the course will teach. */
            readonly topics?: readonly string[];
            /** @description All lessons, in order, as `GET` shows them. */
            readonly lessons?: readonly components["schemas"]["LessonBody"][];
            /** @description All questions, in order. */
            readonly quiz?: readonly components["schemas"]["QuestionBody"][];
        };
        /** @description Workers to add to a group and to remove from it; a worker in both lists is removed. */
        readonly ChangeMembersBody: {
            /** @description Ids of workers (`wrk_…`). */
            readonly add?: readonly string[];
            /** @description Ids of workers (`wrk_…`). */
            readonly remove?: readonly string[];
        };
        /** @description Omitted fields keep their values; `doneAt: null` means that the step is not done. */
        readonly ChangeOnboardingStepBody: {
            /** @description Name of the step. */
            readonly step?: string;
            /** @description When it was done: a day, or an instant. Null: it is open. */
            readonly doneAt?: string | null;
        };
        readonly ChangePasswordBody: {
            /** @description Password of the user until now. */
            readonly currentPassword: string;
            /** @description 12 to 256 characters, and not easily guessed. */
            readonly newPassword: string;
        };
        /** @description Fields that are left out keep their values. A new credential replaces the course, and a new course the credential. */
        readonly ChangeRequirementBody: {
            /** @description Whom the requirement applies to. */
            readonly appliesTo?: components["schemas"]["AudienceBody"];
            /** @description Name of a credential. Names that differ in case or spaces only are the same one. */
            readonly credential?: string;
            /** @description `crs_…`: a course of the library. */
            readonly courseId?: string;
            /** @description Of the reasons that it makes, in the place of the policy's. Null: the policy's. */
            readonly severity?: number | null;
            /** @description For how many days a completion counts. Null: for ever. Only for a course. */
            readonly validDays?: number | null;
            /** @description Within so many days of its beginning, or the worker's, its reason has severity 2 at most. */
            readonly graceDays?: number;
            /** @description The day from which it holds. Null: from its creation on. */
            readonly from?: string | null;
        };
        /** @description Omitted fields stay unchanged, but a new name makes the old one an alias. */
        readonly ChangeSiteBody: {
            /** @description Name of the site, unique in the tenant whatever the case. The old name becomes an alias. */
            readonly name?: string;
            /** @description All aliases that the site is to have. */
            readonly aliases?: readonly string[];
        };
        /** @description Omitted fields stay unchanged. A new meaning, `courseId` or `means`, replaces the old one. */
        readonly ChangeSynonymBody: {
            /** @description Topic as source systems write it. */
            readonly topic?: string;
            /** @description `crs_…`: a course of the library, published or not. The synonym has an effect while the course is published. */
            readonly courseId?: string;
            /** @description A topic without tenant synonyms. */
            readonly means?: string;
        };
        readonly ChangeTenantBody: {
            /** @description Name of the tenant. */
            readonly name?: string;
            /**
             * @description What the tenant may draft in a month.
             * @enum {string}
             */
            readonly plan?: "free" | "team" | "business";
            /** @description Courses that it may draft in a calendar month; null: as many as its plan allows. */
            readonly draftsPerMonth?: number | null;
            /** @description Tokens that models may use for it in a calendar month; null: as many as its plan allows. */
            readonly tokensPerMonth?: number | null;
            /**
             * @description `suspended`: the webhook answers 401, and nobody can log in.
             * @enum {string}
             */
            readonly status?: "active" | "suspended";
            /** @description Events per second; null: the default. */
            readonly rateLimit?: number | null;
            /**
             * @description Months for which its signals are kept, including stored ones.
             * @enum {integer}
             */
            readonly signalRetentionMonths?: 1 | 3 | 6 | 12 | 24 | 36 | 84;
        };
        /** @description Omitted fields stay unchanged. */
        readonly ChangeUserBody: {
            /**
             * Format: email
             * @description E-mail address of the user, with which they log in.
             */
            readonly email?: string;
            /** @description Name of the user. */
            readonly name?: string;
            /**
             * @description What the user may do: each role includes the previous ones.
             * @enum {string}
             */
            readonly role?: "viewer" | "author" | "admin";
            /** @description False: may not log in; sessions and open invitations end at once. */
            readonly active?: boolean;
        };
        /** @description Omitted fields stay unchanged. */
        readonly ChangeViewBody: {
            /** @description Name of the view. */
            readonly name?: string;
            /** @description Query of the page's address, without the question mark: `severity=4&site=North`. */
            readonly query?: string;
            /** @description Whether all users of the tenant see the view. */
            readonly shared?: boolean;
        };
        /** @description Omitted fields stay unchanged. */
        readonly ChangeWebhookBody: {
            /** @description An `https://` URL with a public address. */
            readonly url?: string;
            /** @description False: no events are sent or stored for it, and pending deliveries fail. True: enables it, and resets its failures. */
            readonly enabled?: boolean;
            /** @description What the webhook is for, in words; null: nothing. */
            readonly description?: string | null;
            /** @description Null: all types, including those that later versions add. */
            readonly eventTypes?: readonly ("need.created" | "need.updated" | "need.offered" | "need.started" | "need.completed" | "need.sent_to_authoring" | "need.withdrawn" | "need.dismissed" | "need.snoozed" | "need.woken" | "need.resolved" | "need.reopened" | "assignment.created" | "assignment.extended" | "assignment.completed" | "assignment.cancelled" | "assignment.withdrawn" | "worker.readiness_changed")[] | null;
        };
        /** @description Omitted fields keep their values; null clears a field. `groups` replaces all groups. */
        readonly ChangeWorkerBody: {
            /** @description Name of the worker. */
            readonly name?: string;
            /** @description Name of the worker's site, which is created on first use; null: none. */
            readonly site?: string | null;
            /** @description The worker's job: "Rigger". */
            readonly role?: string | null;
            /** @description Names of the worker's groups, which are created on first use. */
            readonly groups?: readonly string[];
            /** @description False: the worker has left, and does not count anywhere. */
            readonly active?: boolean;
            /** @description The worker's id in the systems that send signals; tried first. */
            readonly externalWorkerId?: string | null;
            /**
             * Format: email
             * @description Case does not matter; tried second.
             */
            readonly email?: string | null;
            /** @description The worker's id in the learning platform; tried last. */
            readonly learnerId?: string | null;
        };
        /** @description A reason that begins or ends. */
        readonly ChangingReason: {
            /**
             * @description Kind of the reason.
             * @enum {string}
             */
            readonly kind: "need" | "credential_expired" | "credential_missing" | "training_missing" | "assignment_overdue" | "onboarding_open" | "credential_expiring";
            /** @description The reason in words, complete in itself. */
            readonly text: string;
            /** @description Severity of the reason: 1 low, 2 info, 3 soon, 4 blocking. */
            readonly severity: number;
        };
        readonly CheckBody: {
            /** @description The people, by any key. */
            readonly workers: readonly components["schemas"]["WorkerKeysBody"][];
            /**
             * Format: date-time
             * @description A day, which means its beginning in the tenant's time zone, or an instant; left out: now.
             */
            readonly at?: string;
            /** @description Name of a site: the people are checked as if they were at this site. */
            readonly site?: string;
            /** @description Names of credentials that the task needs besides; without a valid one a person is not ready. */
            readonly requires?: readonly string[];
        };
        readonly CheckSignalBody: {
            /** @description The event as a source system would send it: the text of the request's body. */
            readonly raw: string;
        };
        readonly CheckView: {
            /** @description In the order of the request. */
            readonly items: readonly components["schemas"]["CheckedPerson"][];
        };
        /** @description Whom the event is about, as the directory is now. */
        readonly CheckedAudience: {
            /**
             * @description `worker`: one person; `cohort`: everybody at a site.
             * @enum {string}
             */
            readonly kind: "worker" | "cohort";
            /** @description The worker's id; null: a cohort, or the directory does not know the worker yet. */
            readonly workerId: string | null;
            /** @description The site of a cohort. */
            readonly site: string | null;
            /** @description False: the directory does not know the worker or the site. */
            readonly known: boolean;
            /** @description The active people whom a need would reach now. */
            readonly people: number;
        };
        /** @description A course that the engine would recommend. */
        readonly CheckedCourse: {
            /** @description The course that would be recommended: `crs_…`. */
            readonly courseId: string;
            /** @description Title of the course. */
            readonly title: string;
            /** @description 0 to 1. */
            readonly score: number;
            /** @description Why the course matches, in words. */
            readonly evidence: readonly string[];
        };
        /** @description The event as the engine reads it, with the defaults of the signal map. */
        readonly CheckedEvent: {
            /**
             * @description What the event does: opens a need, closes it, or reports a completed training.
             * @enum {string}
             */
            readonly action: "trigger" | "resolve" | "complete";
            /** @description Type of the signal: `near_miss`. */
            readonly type: string;
            /** @description Topic after the signal map's defaults; null: none. */
            readonly topic: string | null;
            /** @description Category after the signal map's defaults; null: none. */
            readonly category: string | null;
            /**
             * @description 4 blocking, 3 soon, 2 info, 1 low.
             * @enum {integer}
             */
            readonly severity: 1 | 2 | 3 | 4;
            /** @description Id of the worker in the source systems; null or omitted: none. */
            readonly externalWorkerId: string | null;
            /** @description E-mail address of the worker in the event; null: none. */
            readonly email: string | null;
            /** @description Id of the worker in the learning platform; null or omitted: none. */
            readonly learnerId: string | null;
            /** @description Name of the site in the event; null: none. */
            readonly site: string | null;
            /** @description The fields that the event leaves out, and that the signal map or the type sets. */
            readonly defaulted: readonly string[];
        };
        /** @description The answer for one person. */
        readonly CheckedPerson: {
            /** @description False: no active worker has one of the keys. */
            readonly known: boolean;
            /** @description False for whoever is `not_ready`, and for unknown people. */
            readonly ready: boolean;
            /**
             * @description Null: unknown.
             * @enum {string|null}
             */
            readonly status: "not_ready" | "at_risk" | "ready" | null;
            /** @description Why, the worst first, at most 50. */
            readonly reasons: readonly components["schemas"]["Reason"][];
        };
        /** @description What the webhook would make of an event. Nothing is recorded. */
        readonly CheckedSignal: {
            /** @description Whether the webhook would record the event. */
            readonly valid: boolean;
            /** @description The status that the webhook would answer: 200, 400 (no JSON object), 413 (more than 256 KiB) or 422. */
            readonly status: number;
            /** @description Fields for which it would be refused. */
            readonly errors: readonly components["schemas"]["SignalError"][];
            /** @description Fields whose names look like slips of known ones. */
            readonly warnings: readonly components["schemas"]["SignalWarning"][];
            /** @description Null: it is not valid. */
            readonly event: components["schemas"]["CheckedEvent"] | null;
            /** @description Key of the data point; null: the event is not valid. */
            readonly dedupeKey: string | null;
            /** @description Whom the need would be for; null: the event is not valid. */
            readonly audience: components["schemas"]["CheckedAudience"] | null;
            /** @description Null: no course matches, or the event has no topic or is not valid. */
            readonly match: components["schemas"]["CheckedCourse"] | null;
        };
        readonly ClaimBody: {
            /** @description The statement. */
            readonly text: string;
            /** @description Where it is written, in words or as a passage; null or blank: it needs a source. */
            readonly source?: string | {
                /** @description Document that the claim cites: `doc_…`. */
                readonly documentId: string;
                /** @description Passage of the document: `psg_…`. */
                readonly passageId: string;
                /** @description As shown; it is read from the document. */
                readonly text?: string;
            } | null;
        };
        /** @description A statement of fact. `source: null` reads "needs source", and blocks approval. */
        readonly ClaimView: {
            /** @description The statement, as the lesson makes it. */
            readonly text: string;
            /** @description Where the statement comes from: a text, or a passage of a document. Null: it needs a source, and blocks approval. */
            readonly source: string | {
                /** @description Document that the claim cites: `doc_…`. */
                readonly documentId: string;
                /** @description Passage of the document: `psg_…`. */
                readonly passageId: string;
                /** @description The document, its version and the section, as they were when the passage was cited. */
                readonly text: string;
            } | null;
        };
        readonly ClosestCourse: {
            /** @description The course: `crs_…`. */
            readonly courseId: string;
            /** @description Title of the course. */
            readonly title: string;
        };
        readonly CommentBody: {
            /** @description Text of the comment. */
            readonly body: string;
            /** @description The lesson that it is about; left out: the whole draft. */
            readonly lessonId?: string;
        };
        readonly CommentPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["CommentView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        readonly CommentView: {
            /** @description Identifier with the prefix `cmt_`. */
            readonly id: string;
            /** @description `user:<e-mail>` or `token:<name>`. */
            readonly author: string;
            /** @description Text of the comment. */
            readonly body: string;
            /** @description Lesson that the comment is about; null: the whole draft. */
            readonly lessonId: string | null;
            /** @description The version of the draft when it was written. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
        };
        readonly CompleteBody: {
            /** @description A day, which means its beginning in the tenant's time zone, or a time (ISO 8601); default: now. */
            readonly completedAt?: string;
        };
        /** @description The result of a completion. */
        readonly CompletionView: {
            /**
             * @description Whether the completion has been applied, and if not, why.
             * @enum {string}
             */
            readonly status: "waiting" | "applied" | "known" | "unknown_worker" | "no_worker" | "no_topic";
            /**
             * Format: date-time
             * @description When the training was completed according to the event, else when the event arrived.
             */
            readonly completedAt: string;
            /** @description The matching courses of the library. */
            readonly courseIds: readonly string[];
        };
        /** @description A package of SCORM 1.2, SCORM 2004 or cmi5 (ZIP, at most 50 MiB), or its manifest (`imsmanifest.xml`, `cmi5.xml`). */
        readonly CourseImportForm: {
            /** @description Replaces the title of the package. */
            readonly title?: string | null;
            /** @description Category by which courses are grouped; null: none. */
            readonly category?: string | null;
            /** @description Where the course is taken: an `https:` or `http:` address. Left out, it is the one that the manifest names. */
            readonly launchUrl?: string | null;
            /**
             * Format: binary
             * @description The file.
             */
            readonly file: Blob;
        };
        readonly CoursePage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["CourseView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A course of the tenant's library. */
        readonly CourseView: {
            /** @description Identifier with the prefix `crs_`. */
            readonly id: string;
            /** @description Title of the course. */
            readonly title: string;
            /** @description Topics that the course teaches, by which needs are matched with it. */
            readonly topics: readonly string[];
            /** @description Category by which courses are grouped; null: none. */
            readonly category: string | null;
            /** @description What the course is about, in a few sentences; null: none. */
            readonly summary: string | null;
            /** @description Markdown. */
            readonly content: string | null;
            /** @description The questions that complete the course; empty: reading it does. */
            readonly quiz: readonly components["schemas"]["QuestionView"][];
            /** @description The percentage of right answers that passes the quiz. */
            readonly passMark: number;
            /** @description Where the course is taken, if it is not taken here. */
            readonly launchUrl: string | null;
            /** @description How long it takes; null: not known. */
            readonly estimatedMinutes: number | null;
            /**
             * @description Only a `published` course is recommended and offered.
             * @enum {string}
             */
            readonly status: "draft" | "published" | "archived";
            /** @description Since when a document that it cites has another version; null: it is not due for review. */
            readonly reviewDueSince: string | null;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
        };
        readonly CreateApiTokenBody: {
            /** @description The purpose of the token; the audit log shows it. */
            readonly name: string;
            /**
             * @description What the token may do: each role includes the previous ones.
             * @enum {string}
             */
            readonly role: "viewer" | "author" | "admin";
            /** @description A day, at whose end in the tenant's time zone it expires, or a time; omitted or null: it is valid until revoked. */
            readonly expiresAt?: string | null;
        };
        readonly CreateCourseBody: {
            /** @description Title of the course. */
            readonly title: string;
            /**
             * @description The topics that the course teaches, as in signals. Matching uses them and the title.
             * @default []
             */
            readonly topics?: readonly string[];
            /** @description Category by which courses are grouped; null: none. */
            readonly category?: string | null;
            /** @description What the course is about, in a few sentences; null: none. */
            readonly summary?: string | null;
            /** @description Markdown. */
            readonly content?: string | null;
            /** @description The questions that complete the course. Empty: reading it completes it. */
            readonly quiz?: readonly components["schemas"]["QuestionBody"][];
            /** @description The percentage of right answers that passes the quiz; 80 by default. */
            readonly passMark?: number;
            /** @description Where the course is taken, if it is not taken here: an `https:` or `http:` address. */
            readonly launchUrl?: string | null;
            /** @description How long it takes; null: not known. */
            readonly estimatedMinutes?: number | null;
        };
        readonly CreateCredentialBody: {
            /** @description "Forklift licence". Names that differ only in case or white space are the same. */
            readonly name: string;
            /** @description A day (`2026-12-01`): it is valid to the end of that day in the tenant's time zone. A time (ISO 8601): it is valid until then. Null: it does not expire. */
            readonly expiresAt?: string | null;
            /** @description The worker's id in the systems that send signals; tried first. */
            readonly externalWorkerId?: string | null;
            /**
             * Format: email
             * @description Case does not matter; tried second.
             */
            readonly email?: string | null;
            /** @description The worker's id in the learning platform; tried last. */
            readonly learnerId?: string | null;
        };
        readonly CreateLinkBody: {
            /**
             * @description After how many days the link expires; 30 by default.
             * @default 30
             */
            readonly validDays?: number;
        };
        readonly CreateOnboardingStepBody: {
            /** @description "Sign the safety policy". Names that differ only in case or white space are the same step. */
            readonly step: string;
            /** @description A day of the tenant's time zone (`2026-12-01`), or a time (ISO 8601). Null: not done yet. */
            readonly doneAt?: string | null;
            /** @description The worker's id in the systems that send signals; tried first. */
            readonly externalWorkerId?: string | null;
            /**
             * Format: email
             * @description Case does not matter; tried second.
             */
            readonly email?: string | null;
            /** @description The worker's id in the learning platform; tried last. */
            readonly learnerId?: string | null;
        };
        /** @description Exactly one of `credential` and `courseId` is required. */
        readonly CreateRequirementBody: {
            /** @description Whom the requirement applies to. */
            readonly appliesTo: components["schemas"]["AudienceBody"];
            /** @description Name of a credential. Names that differ in case or spaces only are the same one. */
            readonly credential?: string;
            /** @description `crs_…`: a course of the library. */
            readonly courseId?: string;
            /** @description Of the reasons that it makes, in the place of the policy's. Null: the policy's. */
            readonly severity?: number | null;
            /** @description For how many days a completion counts. Null: for ever. Only for a course. */
            readonly validDays?: number | null;
            /** @description Within so many days of its beginning, or the worker's, its reason has severity 2 at most. */
            readonly graceDays?: number;
            /** @description The day from which it holds. Null: from its creation on. */
            readonly from?: string | null;
        };
        readonly CreateSigningSecretBody: {
            /** @description The system that signs with it. */
            readonly name: string;
            /** @description How long the earlier secrets of this name stay valid; omitted: as long as before. */
            readonly graceSeconds?: number | null;
        };
        readonly CreateSiteBody: {
            /** @description Names that differ only in case or white space are the same. */
            readonly name: string;
            /** @description Other names by which signals and imports reach the site. */
            readonly aliases?: readonly string[];
        };
        readonly CreateTenantBody: {
            /** @description In URLs: lower-case letters, digits and inner hyphens, at most 63. */
            readonly slug: string;
            /** @description Name of the tenant. */
            readonly name: string;
            /**
             * Format: email
             * @description The first admin, who is invited; the first admin token gets this name.
             */
            readonly adminEmail?: string;
        };
        readonly CreateTokenBody: {
            /**
             * @description What the token may do: each role includes the previous ones.
             * @enum {string}
             */
            readonly role: "viewer" | "author" | "admin";
            /** @description Name of the token, by which the audit log calls it. */
            readonly name: string;
        };
        readonly CreateUserBody: {
            /**
             * Format: email
             * @description Stored in lower case; a user logs in with it.
             */
            readonly email: string;
            /** @description Default: the address. */
            readonly name?: string;
            /**
             * @description What the user may do: each role includes the previous ones.
             * @enum {string}
             */
            readonly role: "viewer" | "author" | "admin";
        };
        readonly CreateViewBody: {
            /** @description Names that differ only in case or white space are the same. */
            readonly name: string;
            /**
             * @description The list.
             * @enum {string}
             */
            readonly page: "needs" | "readiness" | "assignments" | "courses" | "drafts" | "workers" | "groups" | "sites" | "credentials" | "onboarding" | "requirements" | "waivers" | "signals" | "operations" | "audit";
            /** @description The filters and the order, as they stand in the list's URL: `severity=4&site=North`. May be empty. */
            readonly query: string;
            /**
             * @description `true`: all members of the tenant see it; needs the role `author`.
             * @default false
             */
            readonly shared?: boolean;
        };
        /** @description Exactly one of `requirementId`, `credential` and `needId` says what the worker is exempted from. */
        readonly CreateWaiverBody: {
            /** @description `wrk_…` */
            readonly workerId: string;
            /** @description `req_…` */
            readonly requirementId?: string;
            /** @description Name of a credential that the worker holds, or that a requirement names. */
            readonly credential?: string;
            /** @description `need_…`: a need of the worker, or of their site. */
            readonly needId?: string;
            /** @description Its last day in the tenant's time zone, or the instant at which it ends. In the future. */
            readonly until: string;
            /** @description Why. */
            readonly note: string;
        };
        /** @description A webhook without `eventTypes` receives all events. */
        readonly CreateWebhookBody: {
            /** @description An `https://` URL with a public address. */
            readonly url: string;
            /** @description What the webhook is for, in words; null: nothing. */
            readonly description?: string | null;
            /** @description Null: all types, including those that later versions add. */
            readonly eventTypes?: readonly ("need.created" | "need.updated" | "need.offered" | "need.started" | "need.completed" | "need.sent_to_authoring" | "need.withdrawn" | "need.dismissed" | "need.snoozed" | "need.woken" | "need.resolved" | "need.reopened" | "assignment.created" | "assignment.extended" | "assignment.completed" | "assignment.cancelled" | "assignment.withdrawn" | "worker.readiness_changed")[] | null;
        };
        /** @description One of the three keys is required. `site` and `groups` are names; unknown ones are created. */
        readonly CreateWorkerBody: {
            /** @description Name of the worker. */
            readonly name: string;
            /** @description Name of the worker's site, which is created on first use; null: none. */
            readonly site?: string | null;
            /** @description The worker's job: "Rigger". */
            readonly role?: string | null;
            /** @description Names of the worker's groups, which are created on first use. */
            readonly groups?: readonly string[];
            /** @description False: the worker has left, and does not count anywhere. */
            readonly active?: boolean;
            /** @description The worker's id in the systems that send signals; tried first. */
            readonly externalWorkerId?: string | null;
            /**
             * Format: email
             * @description Case does not matter; tried second.
             */
            readonly email?: string | null;
            /** @description The worker's id in the learning platform; tried last. */
            readonly learnerId?: string | null;
        };
        readonly CreatedApiToken: {
            /** @description Identifier with the prefix `tok_`. */
            readonly id: string;
            /** @description Name of the token, by which the audit log calls it. */
            readonly name: string;
            /**
             * @description What the token may do: each role includes the previous ones.
             * @enum {string}
             */
            readonly role: "author" | "viewer" | "admin";
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /** @description `user:<e-mail>`, `token:<name>` or `operator`; null: unknown. */
            readonly createdBy: string | null;
            /**
             * Format: date-time
             * @description When it expires; null: it is valid until it is revoked.
             */
            readonly expiresAt: string | null;
            /**
             * Format: date-time
             * @description The last use, accurate to about thirty seconds; null: never used.
             */
            readonly lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description Null: not revoked.
             */
            readonly revokedAt: string | null;
            /** @description Shown once: `edt_…`, for `Authorization: Bearer`. */
            readonly token: string;
        };
        readonly CreatedLink: {
            /** @description Shown once: the address of the learner's page. */
            readonly learnUrl: string;
            /** @description The assignment (`asg_…`). */
            readonly assignmentId: string;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /** @description `user:<e-mail>`, `token:<name>` or `operator`. */
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description When the link ends, in UTC.
             */
            readonly expiresAt: string;
        };
        /** @description A new signing secret. Only this response contains it. */
        readonly CreatedSigningSecret: {
            /** @description Identifier with the prefix `sec_`. */
            readonly id: string;
            /** @description The system that signs with it. */
            readonly name: string;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last signed a request, accurate to about five seconds; null: never.
             */
            readonly lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description When it expires; null: it is valid until it is deleted.
             */
            readonly expiresAt: string | null;
            /** @description `whsec_` and base64 of 32 bytes. */
            readonly signingSecret: string;
        };
        readonly CreatedTenant: {
            /** @description The new tenant. */
            readonly tenant: components["schemas"]["TenantView"];
            /** @description Shown once: `whsec_…`. */
            readonly signingSecret: string;
            /** @description Shown once: `edt_…`. */
            readonly adminToken: string;
            /** @description If an admin was named: the link by which that admin sets a password. Shown once. */
            readonly invitation?: components["schemas"]["PasswordLinkView"];
        };
        readonly CreatedToken: {
            /** @description Shown once: `edt_…`. */
            readonly token: string;
        };
        readonly CreatedWebhookView: {
            /** @description Identifier with the prefix `whk_`. */
            readonly id: string;
            /** @description Address that events are sent to. */
            readonly url: string;
            /** @description What the webhook is for, in words; null: nothing. */
            readonly description: string | null;
            /** @description Null: all types. */
            readonly eventTypes: readonly ("need.created" | "need.updated" | "need.offered" | "need.started" | "need.completed" | "need.sent_to_authoring" | "need.withdrawn" | "need.dismissed" | "need.snoozed" | "need.woken" | "need.resolved" | "need.reopened" | "assignment.created" | "assignment.extended" | "assignment.completed" | "assignment.cancelled" | "assignment.withdrawn" | "worker.readiness_changed")[] | null;
            /**
             * @description `given_up`: the engine disabled it after days without a successful delivery, or because it answered 410.
             * @enum {string}
             */
            readonly status: "enabled" | "disabled" | "given_up";
            /** @description The first of the consecutive failures, later by any time over a day without an attempt; null: the last delivery succeeded, or there was none. */
            readonly failingSince: string | null;
            /**
             * Format: date-time
             * @description Until then, messages are also signed with the previous secret.
             */
            readonly previousSecretExpiresAt: string | null;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
            /** @description `whsec_…`, the key that signs messages. Not shown again. */
            readonly secret: string;
        };
        readonly CredentialPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["CredentialView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A licence, a certificate or the like of a worker, which may expire. */
        readonly CredentialView: {
            /** @description Identifier with the prefix `cred_`. */
            readonly id: string;
            /** @description Who holds it. */
            readonly worker: components["schemas"]["WorkerReference"];
            /** @description Name of the credential, as requirements call it. */
            readonly name: string;
            /** @description A day, to whose end in the tenant's time zone it is valid, or a time, as it was given. Null: it does not expire. */
            readonly expiresAt: string | null;
            /**
             * Format: date-time
             * @description When another credential of this name, which expires later, replaced this one; null: this one is current.
             */
            readonly supersededAt: string | null;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
        };
        /** @description A need that was dismissed or snoozed. */
        readonly DecidedNeed: {
            /** @description Identifier with the prefix `need_`. */
            readonly id: string;
            /**
             * @description Where the need is between its first signal and its end.
             * @enum {string}
             */
            readonly status: "completed" | "resolved" | "open" | "offered" | "in_progress" | "authoring" | "snoozed" | "dismissed";
            /** @description Type of its latest signal: `near_miss`. */
            readonly type: string;
            /** @description What has to be learned, as the source system wrote it; null: unknown. */
            readonly topic: string | null;
            /** @description Category of the topic; null: none. */
            readonly category: string | null;
            /** @description 4 blocking, 3 soon, 2 info, 1 low. */
            readonly severity: number;
            /** @description Whom the need is for. */
            readonly audience: components["schemas"]["NeedAudience"];
            /** @description Keys of a worker whom the directory does not have yet; omitted: the worker is known, or there is none. */
            readonly unknownWorker?: components["schemas"]["UnknownWorker"];
            /** @description The site of a cohort if the directory does not know it: then the need reaches nobody. */
            readonly unknownSite: string | null;
            /** @description The site of the directory with the most similar name, if `unknownSite` has one; null: none is similar. */
            readonly nearestSite: string | null;
            /** @description The course that answers the topic, if the library has one. */
            readonly recommendation: components["schemas"]["NeedRecommendation"];
            /** @description Only for `author_one`; null: no course is close, or a person rejected it. */
            readonly suggestion: components["schemas"]["NeedSuggestion"] | null;
            /** @description The other open needs of its gap, at most twenty: those with the same audience and the same topic. */
            readonly alsoReportedBy: readonly components["schemas"]["AlsoReported"][];
            /** @description Only while a course is drafted for it, or its draft waits for the plan. */
            readonly authoring?: components["schemas"]["AwaitedDraft"];
            /**
             * Format: date-time
             * @description Of what is offered; before that, the date in its latest signals (`expires_at` and the like). A day is due until its end in the tenant's time zone.
             */
            readonly dueAt: string | null;
            /** @description The time, or the day at whose beginning a snoozed need returns to the inbox; null: it is not snoozed. */
            readonly snoozedUntil: string | null;
            /** @description Null: it is not dismissed. */
            readonly dismissal: components["schemas"]["Dismissal"] | null;
            /** @description Number of signals of the need. */
            readonly signalCount: number;
            /**
             * Format: date-time
             * @description When its first signal arrived, in UTC.
             */
            readonly firstSeenAt: string;
            /**
             * Format: date-time
             * @description When its latest signal arrived, in UTC.
             */
            readonly lastSeenAt: string;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /** @description The operation that moved it, and the others of its gap: to undo that. */
            readonly operationId: string;
        };
        readonly DeleteTenantBody: {
            /** @description The slug of the tenant, typed again. */
            readonly slug: string;
            /** @description Days until it is deleted, in which the deletion can be undone; 0: at once. Thirty unless given. */
            readonly graceDays?: number;
        };
        readonly DeliveryDetail: {
            /** @description Identifier with the prefix `dlv_`. */
            readonly id: string;
            /** @description Webhook that the event is sent to: `whk_…`. */
            readonly webhookId: string;
            /** @description The header `webhook-id`: the same for every attempt, and for every webhook that receives the event. */
            readonly messageId: string;
            /** @description `need.created`, `assignment.completed` …, or `webhook.test`. */
            readonly type: string;
            /**
             * @description Whether the event is waiting, was delivered, or is not tried any more.
             * @enum {string}
             */
            readonly status: "pending" | "failed" | "delivered";
            /** @description Attempts so far. */
            readonly attempts: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When the next attempt is due; null: there is none.
             */
            readonly dueAt: string | null;
            /**
             * Format: date-time
             * @description When it was last sent, in UTC; null: not yet.
             */
            readonly triedAt: string | null;
            /** @description The status of the last response; null: there was none, and `error` says why. */
            readonly answerStatus: number | null;
            /** @description The first 1,024 bytes of the last response. */
            readonly answer: string | null;
            /** @description Why the last attempt failed, in words; null: it did not. */
            readonly error: string | null;
            /** @description Time until the receiver answered, in milliseconds; null: not yet sent. */
            readonly durationMs: number | null;
            /** @description The exact body that is sent. */
            readonly body: string;
        };
        readonly DeliveryPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["DeliveryView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description The delivery of an event to one webhook, and the result of the last attempt. */
        readonly DeliveryView: {
            /** @description Identifier with the prefix `dlv_`. */
            readonly id: string;
            /** @description Webhook that the event is sent to: `whk_…`. */
            readonly webhookId: string;
            /** @description The header `webhook-id`: the same for every attempt, and for every webhook that receives the event. */
            readonly messageId: string;
            /** @description `need.created`, `assignment.completed` …, or `webhook.test`. */
            readonly type: string;
            /**
             * @description Whether the event is waiting, was delivered, or is not tried any more.
             * @enum {string}
             */
            readonly status: "pending" | "failed" | "delivered";
            /** @description Attempts so far. */
            readonly attempts: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When the next attempt is due; null: there is none.
             */
            readonly dueAt: string | null;
            /**
             * Format: date-time
             * @description When it was last sent, in UTC; null: not yet.
             */
            readonly triedAt: string | null;
            /** @description The status of the last response; null: there was none, and `error` says why. */
            readonly answerStatus: number | null;
            /** @description The first 1,024 bytes of the last response. */
            readonly answer: string | null;
            /** @description Why the last attempt failed, in words; null: it did not. */
            readonly error: string | null;
            /** @description Time until the receiver answered, in milliseconds; null: not yet sent. */
            readonly durationMs: number | null;
        };
        /** @description A line of a changed field; `skipped` stands for unchanged lines that are left out. */
        readonly DiffLineView: {
            /**
             * @description Whether the line stays, is new or is gone; `skipped` stands for unchanged lines that are left out.
             * @enum {string}
             */
            readonly kind: "same" | "added" | "removed" | "skipped";
            /** @description The line. */
            readonly text: string;
        };
        readonly DismissBody: {
            /**
             * @description Why the need is dismissed.
             * @enum {string}
             */
            readonly reason: "not_training" | "equivalent_held" | "duplicate" | "wrong_target" | "other";
            /** @description For the history. */
            readonly note?: string | null;
            /** @description Until this time, or until this day begins, the same data point opens no need. Default: until a person reopens it. */
            readonly until?: string | null;
        };
        /** @description Why a need was dismissed. */
        readonly Dismissal: {
            /**
             * @description Why the need was dismissed.
             * @enum {string}
             */
            readonly reason: "not_training" | "equivalent_held" | "duplicate" | "wrong_target" | "other";
            /** @description What the person wrote about it; null: nothing. */
            readonly note: string | null;
            /** @description Until this time, or until this day begins, the same data point opens no need; null: until a person reopens it. */
            readonly until: string | null;
        };
        /** @description A document and its file: Markdown, text (both in UTF-8), PDF or Word (.docx), at most 20 MiB. */
        readonly DocumentForm: {
            /** @description A document with the title of a known one (case and blanks do not count) is a new version of it. */
            readonly title: string;
            /** @description As the company names it. Default: the number of uploads, or the previous version plus one if that is larger. */
            readonly version?: string | null;
            /**
             * Format: binary
             * @description The file.
             */
            readonly file: Blob;
        };
        readonly DocumentPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["DocumentView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        readonly DocumentView: {
            /** @description Identifier with the prefix `doc_`. */
            readonly id: string;
            /** @description Title under which claims cite the document. */
            readonly title: string;
            /** @description As the company names it. */
            readonly version: string;
            /** @description How many versions were uploaded, this one included. */
            readonly revision: number;
            /** @description Media type of the uploaded file: `application/pdf`, `text/markdown`, … */
            readonly mediaType: string;
            /** @description Size of the uploaded file, in bytes. */
            readonly bytes: number;
            /** @description Parts that can be cited. */
            readonly passages: number;
            /** @description The pages of a PDF on which no text was found, such as scanned ones, from 1: nothing on them is cited. */
            readonly pagesWithoutText: readonly number[];
            /** @description Who uploaded it: `user:<e-mail>` or `token:<name>`. */
            readonly uploadedBy: string;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
        };
        /** @description Something that a reviewer should look at. */
        readonly DraftCheckView: {
            /**
             * @description The rule that found something.
             * @enum {string}
             */
            readonly check: "missing_source" | "to_fill_in" | "reading_level" | "not_answerable" | "duplicate_course" | "safety_domain" | "unsafe_instruction";
            /**
             * @description `blocks`: the draft cannot be approved until it is settled.
             * @enum {string}
             */
            readonly level: "blocks" | "warns";
            /** @description In words. */
            readonly text: string;
            /** @description The lesson that it is about. */
            readonly lessonId: string | null;
            /** @description The question that it is about, from 0. */
            readonly question: number | null;
        };
        readonly DraftCost: {
            /** @description 1 once it is charged. */
            readonly drafts: number;
            /** @description Tokens that a model has used for the draft. */
            readonly tokens: number;
        };
        readonly DraftPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["DraftSummary"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        readonly DraftSources: {
            /** @description Claims without a source. */
            readonly needed: readonly components["schemas"]["NeededSource"][];
            /** @description Not empty: the draft, or the course that it was published as, is due for review. */
            readonly outdated: readonly components["schemas"]["OutdatedSource"][];
        };
        /** @description A draft in a list. */
        readonly DraftSummary: {
            /** @description Identifier with the prefix `drf_`. */
            readonly id: string;
            /**
             * @description Where the draft is between the request and the published course.
             * @enum {string}
             */
            readonly status: "published" | "rejected" | "cancelled" | "ready" | "queued" | "drafting" | "in_review" | "approved" | "failed";
            /** @description Topic of the needs that the draft answers. */
            readonly topic: string;
            /** @description Category of the future course; null: none. */
            readonly category: string | null;
            /** @description Title of the future course. */
            readonly title: string;
            /** @description What wrote the draft: the built-in outline author, or a model. */
            readonly writtenBy: components["schemas"]["WriterView"];
            /** @description Who asked for the draft. */
            readonly startedBy: components["schemas"]["StarterView"];
            /** @description Open needs that wait for it. */
            readonly needs: number;
            /** @description People whom these needs reach, each counted once. */
            readonly people: number;
            /** @description Why it failed. */
            readonly error: string | null;
            /** @description Why a reviewer rejected it. */
            readonly rejection: string | null;
            /** @description Since when a document that it cites has another version; null: it is not due for review. */
            readonly reviewDueSince: string | null;
            /** @description The course that it was published as. */
            readonly courseId: string | null;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
        };
        readonly DraftUsage: {
            /** @description Drafts that the plan allows in a month. */
            readonly limit: number;
            /** @description Drafts of the month that became ready. */
            readonly used: number;
            /** @description Drafts that are being written: they count until they are ready, fail or are cancelled. */
            readonly reserved: number;
            /** @description Drafts that can still be started this month. */
            readonly left: number;
        };
        readonly DraftView: {
            /** @description Identifier with the prefix `drf_`. */
            readonly id: string;
            /**
             * @description Where the draft is between the request and the published course.
             * @enum {string}
             */
            readonly status: "published" | "rejected" | "cancelled" | "ready" | "queued" | "drafting" | "in_review" | "approved" | "failed";
            /** @description Topic of the needs that the draft answers. */
            readonly topic: string;
            /** @description Category of the future course; null: none. */
            readonly category: string | null;
            /** @description Title of the future course. */
            readonly title: string;
            /** @description What wrote the draft: the built-in outline author, or a model. */
            readonly writtenBy: components["schemas"]["WriterView"];
            /** @description Who asked for the draft. */
            readonly startedBy: components["schemas"]["StarterView"];
            /** @description Open needs that wait for it. */
            readonly needs: number;
            /** @description People whom these needs reach, each counted once. */
            readonly people: number;
            /** @description Why it failed. */
            readonly error: string | null;
            /** @description Why a reviewer rejected it. */
            readonly rejection: string | null;
            /** @description Since when a document that it cites has another version; null: it is not due for review. */
            readonly reviewDueSince: string | null;
            /** @description The course that it was published as. */
            readonly courseId: string | null;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
            /** @description What the course is about, in a few sentences. */
            readonly summary: string;
            /** @description What a learner can do after the course. */
            readonly objectives: readonly string[];
            /** @description Whom it is for, in words. */
            readonly audience: string;
            /** @description Time that a learner needs, in minutes. */
            readonly estimatedMinutes: number;
            /** @description The topics that the course will teach. */
            readonly topics: readonly string[];
            /** @description Lessons, in order. */
            readonly lessons: readonly components["schemas"]["LessonView"][];
            /** @description Questions of the quiz, in order. */
            readonly quiz: readonly components["schemas"]["QuestionView"][];
            /** @description Steps of writing it, in order. */
            readonly steps: readonly components["schemas"]["StepView"][];
            /** @description What the draft has cost so far. */
            readonly cost: components["schemas"]["DraftCost"];
            /** @description Of its current content. */
            readonly checks: readonly components["schemas"]["DraftCheckView"][];
        };
        /** @description A reason that is over. */
        readonly EndedReason: {
            /**
             * @description Kind of the reason.
             * @enum {string}
             */
            readonly kind: "need" | "credential_expired" | "credential_missing" | "training_missing" | "assignment_overdue" | "onboarding_open" | "credential_expiring";
            /** @description What it was about: the credential, the course, the step or the topic. */
            readonly name: string;
            /** @description Severity that it had last: 1 low, 2 info, 3 soon, 4 blocking. */
            readonly severity: number;
            /** @description When it began. */
            readonly from: string;
            /** @description When it ended. */
            readonly to: string;
        };
        /** @description A topic that means a course or another topic: exactly one of `courseId` and `means`. */
        readonly EnterSynonymBody: {
            /** @description Topic as source systems write it. */
            readonly topic: string;
            /** @description `crs_…`: a course of the library, published or not. The synonym has an effect while the course is published. */
            readonly courseId?: string;
            /** @description A topic without tenant synonyms. */
            readonly means?: string;
        };
        /** @description A course that people would be assigned. */
        readonly ExpectedCourse: {
            /** @description The course: `crs_…`. */
            readonly courseId: string;
            /** @description Title of the course. */
            readonly title: string;
            /** @description Number of people who would be assigned it. */
            readonly people: number;
        };
        readonly ExtendBody: {
            /** @description A day, which is due until its end in the tenant's time zone, or a time (ISO 8601). In the future. */
            readonly dueAt: string;
        };
        readonly FailedJobList: {
            /** @description Latest first; each queue keeps its latest thousand. */
            readonly items: readonly components["schemas"]["FailedJobView"][];
        };
        /** @description A job that failed in all its attempts. */
        readonly FailedJobView: {
            /**
             * @description Always `job`.
             * @enum {string}
             */
            readonly kind: "job";
            /** @description Queue of the job. */
            readonly queue: string;
            /** @description Unique within its queue. */
            readonly id: string;
            /** @description Name of the job. */
            readonly name: string;
            /** @description Slug; null: a job of no tenant. */
            readonly tenant: string | null;
            /** @description How often it was tried. */
            readonly attempts: number;
            /** @description Error of the last attempt. */
            readonly error: string;
            /**
             * Format: date-time
             * @description When the last attempt failed, in UTC.
             */
            readonly failedAt: string;
        };
        /** @description A need whose resolution failed. */
        readonly FailedNeed: {
            /**
             * @description Always `need`.
             * @enum {string}
             */
            readonly kind: "need";
            /** @description Slug. */
            readonly tenant: string;
            /** @description Identifier with the prefix `need_`. */
            readonly id: string;
            /** @description Of the signal that created it. */
            readonly type: string;
            /** @description Attempts since it was last resolved or retried. */
            readonly attempts: number;
            /** @description The error of the latest attempt. */
            readonly error: string;
            /**
             * @description `set_aside`: it is not retried until something that affects it changes, or a person retries it.
             * @enum {string}
             */
            readonly state: "retrying" | "set_aside";
            /**
             * Format: date-time
             * @description Null: it is set aside.
             */
            readonly nextTryAt: string | null;
            /**
             * Format: date-time
             * @description When the latest attempt failed.
             */
            readonly failedAt: string;
        };
        readonly FailedNeedPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["FailedNeed"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description How a field differs from the version before, line by line. */
        readonly FieldChangeView: {
            /** @description `title`, `objectives`, `lessons/lesson-1/markdown`, `lessons/lesson-1/claims`, `quiz/1`. */
            readonly field: string;
            /**
             * @description Whether the field is new, gone or different.
             * @enum {string}
             */
            readonly kind: "added" | "removed" | "changed";
            /** @description Differences, line by line. */
            readonly lines: readonly components["schemas"]["DiffLineView"][];
        };
        readonly FoundPassage: {
            /** @description Document of the passage: `doc_…`. */
            readonly documentId: string;
            /** @description The passage: `psg_…`. A claim cites it with `documentId`. */
            readonly passageId: string;
            /** @description The document's. */
            readonly title: string;
            /** @description Version of the document, as it was given with the upload. */
            readonly version: string;
            /** @description Headings above the passage. */
            readonly section: string;
            /** @description Text of the passage. */
            readonly text: string;
        };
        /** @description The best ones first. */
        readonly FoundPassages: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["FoundPassage"][];
        };
        readonly GroupPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["GroupView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A named set of workers. */
        readonly GroupView: {
            /** @description Identifier with the prefix `grp_`. */
            readonly id: string;
            /** @description Name of the group, unique in the tenant whatever the case. */
            readonly name: string;
            /** @description Number of active workers in the group. */
            readonly workers: number;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
        };
        readonly HealthView: {
            /**
             * @description Always `ok`: a process that cannot answer sends nothing.
             * @enum {string}
             */
            readonly status: "ok";
            /** @description Each checked part: "ok", or the problem if the process can work without the part. */
            readonly checks: {
                readonly [key: string]: string;
            };
        };
        /** @description A credential, or a completed course. */
        readonly Holding: {
            /**
             * @description Whether it is a credential or a completed course.
             * @enum {string}
             */
            readonly kind: "course" | "credential";
            /** @description Identifier with the prefix `cred_` or `crs_`. */
            readonly id: string;
            /** @description Name of the credential, or title of the course. */
            readonly name: string;
            /**
             * Format: date-time
             * @description When the credential was last changed, or the course last completed, in UTC.
             */
            readonly recordedAt: string;
            /** @description A day, or an instant; null: no end. Of a course: until when it counts for the requirements of the worker. */
            readonly validUntil: string | null;
        };
        /** @description The outcomes of the rows of an import. */
        readonly ImportResult: {
            /** @description Rows that created a record. */
            readonly created: number;
            /** @description Rows that changed a record. */
            readonly updated: number;
            /** @description Rows that are equal to their record. */
            readonly unchanged: number;
            /** @description Rows that were refused; `errors` has the reasons for the first of them. */
            readonly failed: number;
            /** @description At most 500. */
            readonly errors: readonly components["schemas"]["ImportRowError"][];
            /** @description True: nothing was written. */
            readonly dryRun: boolean;
        };
        /** @description An error in one row. */
        readonly ImportRowError: {
            /** @description The row as a spreadsheet numbers it: the header is row 1. In NDJSON, the line. */
            readonly row: number;
            /** @description Column with the error; empty: the whole row. */
            readonly field: string;
            /** @description The rule that the row breaks, in words. */
            readonly message: string;
        };
        /** @description A new user, with the link that sets a password. The link is shown only here. */
        readonly InvitedUser: {
            /** @description Identifier with the prefix `usr_`. */
            readonly id: string;
            /** @description E-mail address of the user, with which they log in. */
            readonly email: string;
            /** @description Name of the user. */
            readonly name: string;
            /**
             * @description What the user may do: each role includes the previous ones.
             * @enum {string}
             */
            readonly role: "author" | "viewer" | "admin";
            /** @description False: the user may not log in. */
            readonly active: boolean;
            /** @description False: the user is invited, and has not set a password yet. */
            readonly hasPassword: boolean;
            /**
             * Format: date-time
             * @description When the user last logged in, in UTC; null: never.
             */
            readonly lastLoginAt: string | null;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /** @description Link by which the user sets a password. */
            readonly invitation: components["schemas"]["PasswordLinkView"];
        };
        /** @description People by the kind of their reasons, waived or not; somebody with two kinds counts twice. */
        readonly KindCounts: {
            /** @description People with an expired credential. */
            readonly credential_expired: number;
            /** @description People with a credential that expires within the policy's window. */
            readonly credential_expiring: number;
            /** @description People who never held a required credential. */
            readonly credential_missing: number;
            /** @description People who have not completed a required course. */
            readonly training_missing: number;
            /** @description People with an open onboarding step. */
            readonly onboarding_open: number;
            /** @description People with an open need. */
            readonly need: number;
            /** @description People with an assignment past its due date. */
            readonly assignment_overdue: number;
        };
        /** @description A need for which a person offered the course although another, or none, was recommended. */
        readonly LearnedFromView: {
            /** @description Need that was offered another course than the recommended one: `need_…`. */
            readonly needId: string;
            /** @description Who offered it: `user:<e-mail>` or `token:<name>`. */
            readonly by: string;
            /**
             * Format: date-time
             * @description When it was offered, in UTC.
             */
            readonly at: string;
            /** @description The recommended course; null: none. */
            readonly recommendedCourseId: string | null;
        };
        /** @description An entry of the ledger: what was reserved, charged or given back for a draft, or charged for judging topics. */
        readonly LedgerEntry: {
            /** @description Identifier with the prefix `led_`. */
            readonly id: string;
            /** @description Draft that the entry is for: `drf_…`. Null for `judged`: the model was asked which courses answer topics. */
            readonly draftId: string | null;
            /**
             * @description Whether drafts and tokens were reserved, settled or released, or a model judged topics.
             * @enum {string}
             */
            readonly kind: "reserved" | "settled" | "released" | "judged";
            /** @description `2026-11`. */
            readonly month: string;
            /** @description Drafts that this entry reserves, charges or gives back. */
            readonly drafts: number;
            /** @description Estimated for `reserved`; else those that were used. Negative for `judged` where fewer were used than charged before. */
            readonly tokens: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
        };
        readonly LedgerPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["LedgerEntry"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        readonly LessonBody: {
            /** @description As shown; a lesson without one is new. */
            readonly id?: string;
            /** @description Title of the lesson. */
            readonly title: string;
            /** @description Text of the lesson, in Markdown. */
            readonly markdown: string;
            /** @description Statements of fact in the lesson, with their sources. */
            readonly claims: readonly components["schemas"]["ClaimBody"][];
        };
        readonly LessonView: {
            /** @description Identifier of the lesson within the draft. */
            readonly id: string;
            /** @description Title of the lesson. */
            readonly title: string;
            /** @description Text of the lesson, in Markdown. */
            readonly markdown: string;
            /** @description Statements of fact in the lesson, with their sources. */
            readonly claims: readonly components["schemas"]["ClaimView"][];
        };
        /** @description The link by which a worker takes an assignment. */
        readonly LinkView: {
            /** @description The assignment (`asg_…`). */
            readonly assignmentId: string;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /** @description `user:<e-mail>`, `token:<name>` or `operator`. */
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description When the link ends, in UTC.
             */
            readonly expiresAt: string;
        };
        readonly LogInBody: {
            /** @description The tenant's slug. */
            readonly tenant: string;
            /** @description E-mail address of the user. */
            readonly email: string;
            /** @description Password of the user. */
            readonly password: string;
        };
        /** @description A topic as in a signal, and the category that decides between courses with equal scores. */
        readonly MatchTopicBody: {
            /** @description Topic to match with the library. */
            readonly topic: string;
            /** @description Category of the topic: prefers courses of the same category; null: none. */
            readonly category?: string | null;
        };
        readonly MatrixCell: {
            /**
             * @description `assigned`: not held, and the course is under way.
             * @enum {string}
             */
            readonly state: "assigned" | "valid" | "expiring" | "expired" | "missing" | "waived" | "not_required";
            /** @description Until when it is valid or waived, since when it has expired, or when the assignment is due: a day, or an instant. */
            readonly until: string | null;
        };
        /** @description A credential or a course that is required of somebody. */
        readonly MatrixColumn: {
            /** @description Identifies the column: its kind, and the credential's folded name or the course. */
            readonly key: string;
            /** @description Name of the credential, or title of the course. */
            readonly name: string;
            /**
             * @description Whether a credential or a course is required.
             * @enum {string}
             */
            readonly kind: "course" | "credential";
        };
        /** @description People and what is required of them. */
        readonly MatrixPage: {
            /** @description What requirements demand of the filtered people. */
            readonly columns: readonly components["schemas"]["MatrixColumn"][];
            /** @description One row a worker. */
            readonly rows: readonly components["schemas"]["MatrixRow"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        readonly MatrixRow: {
            /** @description The worker. */
            readonly worker: components["schemas"]["BoardWorker"];
            /** @description In the order of the columns. */
            readonly cells: readonly components["schemas"]["MatrixCell"][];
        };
        /** @description The caller, its tenant and its role. */
        readonly Me: {
            /** @description Tenant of the caller. */
            readonly tenant: components["schemas"]["TenantReference"];
            /** @description The user's name, or the token's. */
            readonly name: string;
            /**
             * @description What the caller may do: each role includes the previous ones.
             * @enum {string}
             */
            readonly role: "author" | "viewer" | "admin";
            /** @description Null: the caller is an API token. */
            readonly user: components["schemas"]["MeUser"] | null;
        };
        /** @description A person who uses the console. */
        readonly MeUser: {
            /** @description Identifier with the prefix `usr_`. */
            readonly id: string;
            /** @description E-mail address of the user. */
            readonly email: string;
        };
        readonly MonthlyDrafts: {
            /** @description Drafts that are being written: they count towards the limit, and are not used yet. */
            readonly reserved: number;
            /** @description What the plan allows in a month. */
            readonly limit: number;
            /** @description What was used this month. */
            readonly used: number;
        };
        /** @description What a tenant has used of something in the calendar month, and what it may use. */
        readonly MonthlyUsage: {
            /** @description What the plan allows in a month. */
            readonly limit: number;
            /** @description What was used this month. */
            readonly used: number;
        };
        /** @description The name of a site or a group. */
        readonly NameBody: {
            /** @description Names that differ only in case or white space are the same. */
            readonly name: string;
        };
        /** @description The worker or the cohort that a need is for. */
        readonly NeedAudience: {
            /**
             * @description `worker`: one person; `cohort`: everybody at a site.
             * @enum {string}
             */
            readonly kind: "worker" | "cohort";
            /** @description Null for a cohort, and for a worker who is not in the directory (see `unknownWorker` of the need). */
            readonly worker: components["schemas"]["NeedWorker"] | null;
            /** @description The name in the signal; a cohort's target. */
            readonly site: string | null;
            /** @description The number of people whom it reaches now. */
            readonly people: number;
            /** @description How many of them have completed what it asks for, or hold it already. */
            readonly answered: number;
        };
        readonly NeedDetail: {
            /** @description Identifier with the prefix `need_`. */
            readonly id: string;
            /**
             * @description Where the need is between its first signal and its end.
             * @enum {string}
             */
            readonly status: "completed" | "resolved" | "open" | "offered" | "in_progress" | "authoring" | "snoozed" | "dismissed";
            /** @description Type of its latest signal: `near_miss`. */
            readonly type: string;
            /** @description What has to be learned, as the source system wrote it; null: unknown. */
            readonly topic: string | null;
            /** @description Category of the topic; null: none. */
            readonly category: string | null;
            /** @description 4 blocking, 3 soon, 2 info, 1 low. */
            readonly severity: number;
            /** @description Whom the need is for. */
            readonly audience: components["schemas"]["NeedAudience"];
            /** @description Keys of a worker whom the directory does not have yet; omitted: the worker is known, or there is none. */
            readonly unknownWorker?: components["schemas"]["UnknownWorker"];
            /** @description The site of a cohort if the directory does not know it: then the need reaches nobody. */
            readonly unknownSite: string | null;
            /** @description The site of the directory with the most similar name, if `unknownSite` has one; null: none is similar. */
            readonly nearestSite: string | null;
            /** @description The course that answers the topic, if the library has one. */
            readonly recommendation: components["schemas"]["NeedRecommendation"];
            /** @description Only for `author_one`; null: no course is close, or a person rejected it. */
            readonly suggestion: components["schemas"]["NeedSuggestion"] | null;
            /** @description The other open needs of its gap, at most twenty: those with the same audience and the same topic. */
            readonly alsoReportedBy: readonly components["schemas"]["AlsoReported"][];
            /** @description Only while a course is drafted for it, or its draft waits for the plan. */
            readonly authoring?: components["schemas"]["AwaitedDraft"];
            /**
             * Format: date-time
             * @description Of what is offered; before that, the date in its latest signals (`expires_at` and the like). A day is due until its end in the tenant's time zone.
             */
            readonly dueAt: string | null;
            /** @description The time, or the day at whose beginning a snoozed need returns to the inbox; null: it is not snoozed. */
            readonly snoozedUntil: string | null;
            /** @description Null: it is not dismissed. */
            readonly dismissal: components["schemas"]["Dismissal"] | null;
            /** @description Number of signals of the need. */
            readonly signalCount: number;
            /**
             * Format: date-time
             * @description When its first signal arrived, in UTC.
             */
            readonly firstSeenAt: string;
            /**
             * Format: date-time
             * @description When its latest signal arrived, in UTC.
             */
            readonly lastSeenAt: string;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /** @description Newest first, the latest hundred. */
            readonly signals: readonly components["schemas"]["NeedSignal"][];
            /** @description The latest fifty assignments for it. */
            readonly assignments: readonly components["schemas"]["AssignmentView"][];
            /** @description Number of assignments of the need; `assignments` has the first of them. */
            readonly assignmentCount: number;
            /** @description Newest first. */
            readonly history: readonly components["schemas"]["NeedHistory"][];
        };
        /** @description An entry of the audit log about a need. */
        readonly NeedHistory: {
            /**
             * Format: date-time
             * @description When it happened, in UTC.
             */
            readonly at: string;
            /** @description Who did it: `user:<e-mail>`, `token:<name>` or `job:<queue>`; null: the source system. */
            readonly actor: string;
            /** @description What happened: `need.offered`. */
            readonly action: string;
            /** @description The changed fields before; null: none. */
            readonly before: {
                readonly [key: string]: unknown;
            } | null;
            /** @description The changed fields after; null: none. */
            readonly after: {
                readonly [key: string]: unknown;
            } | null;
        };
        readonly NeedPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["NeedView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        readonly NeedRecommendation: {
            /**
             * @description `course`: one answers the topic; `author_one`: none does; `pending`: not matched yet.
             * @enum {string}
             */
            readonly kind: "pending" | "course" | "author_one";
            /** @description The recommended course: `crs_…`; null: none. */
            readonly courseId: string | null;
            /** @description Title of the recommended course; null: none. */
            readonly title: string | null;
            /** @description 0 to 1. */
            readonly score: number | null;
            /** @description The reasons, in words. */
            readonly evidence: readonly string[];
        };
        /** @description A signal on a need's timeline. */
        readonly NeedSignal: {
            /** @description Identifier with the prefix `sig_`. */
            readonly id: string;
            /** @description Type of the signal: `near_miss`. */
            readonly type: string;
            /**
             * Format: date-time
             * @description When the signal arrived, in UTC.
             */
            readonly receivedAt: string;
            /**
             * @description `created` the need, `joined` it, or `resolved` it: the source reported that the condition is over.
             * @enum {string}
             */
            readonly outcome: "created" | "joined" | "resolved" | "nothing_open" | "completion";
            /** @description The event as received. */
            readonly event: {
                readonly [key: string]: unknown;
            };
        };
        /** @description The course that comes closest where none is recommended: a person accepts or rejects it. */
        readonly NeedSuggestion: {
            /** @description The suggested course: `crs_…`. */
            readonly courseId: string;
            /** @description Title of the suggested course. */
            readonly title: string;
            /** @description 0 to 1. */
            readonly score: number;
            /** @description The reasons, in words. */
            readonly evidence: readonly string[];
        };
        /** @description A training need, as the inbox shows it. */
        readonly NeedView: {
            /** @description Identifier with the prefix `need_`. */
            readonly id: string;
            /**
             * @description Where the need is between its first signal and its end.
             * @enum {string}
             */
            readonly status: "completed" | "resolved" | "open" | "offered" | "in_progress" | "authoring" | "snoozed" | "dismissed";
            /** @description Type of its latest signal: `near_miss`. */
            readonly type: string;
            /** @description What has to be learned, as the source system wrote it; null: unknown. */
            readonly topic: string | null;
            /** @description Category of the topic; null: none. */
            readonly category: string | null;
            /** @description 4 blocking, 3 soon, 2 info, 1 low. */
            readonly severity: number;
            /** @description Whom the need is for. */
            readonly audience: components["schemas"]["NeedAudience"];
            /** @description Keys of a worker whom the directory does not have yet; omitted: the worker is known, or there is none. */
            readonly unknownWorker?: components["schemas"]["UnknownWorker"];
            /** @description The site of a cohort if the directory does not know it: then the need reaches nobody. */
            readonly unknownSite: string | null;
            /** @description The site of the directory with the most similar name, if `unknownSite` has one; null: none is similar. */
            readonly nearestSite: string | null;
            /** @description The course that answers the topic, if the library has one. */
            readonly recommendation: components["schemas"]["NeedRecommendation"];
            /** @description Only for `author_one`; null: no course is close, or a person rejected it. */
            readonly suggestion: components["schemas"]["NeedSuggestion"] | null;
            /** @description The other open needs of its gap, at most twenty: those with the same audience and the same topic. */
            readonly alsoReportedBy: readonly components["schemas"]["AlsoReported"][];
            /** @description Only while a course is drafted for it, or its draft waits for the plan. */
            readonly authoring?: components["schemas"]["AwaitedDraft"];
            /** @description Of what is offered; before that, the date in its latest signals (`expires_at` and the like). A day is due until its end in the tenant's time zone. */
            readonly dueAt: string | null;
            /** @description The time, or the day at whose beginning a snoozed need returns to the inbox; null: it is not snoozed. */
            readonly snoozedUntil: string | null;
            /** @description Null: it is not dismissed. */
            readonly dismissal: components["schemas"]["Dismissal"] | null;
            /** @description Number of signals of the need. */
            readonly signalCount: number;
            /**
             * Format: date-time
             * @description When its first signal arrived, in UTC.
             */
            readonly firstSeenAt: string;
            /**
             * Format: date-time
             * @description When its latest signal arrived, in UTC.
             */
            readonly lastSeenAt: string;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
        };
        readonly NeedWorker: {
            /** @description Identifier with the prefix `wrk_`. */
            readonly id: string;
            /** @description Name of the worker. */
            readonly name: string;
            /** @description Id of the worker in the source systems; null or omitted: none. */
            readonly externalWorkerId: string | null;
            /** @description E-mail address of the worker; null or omitted: none. */
            readonly email: string | null;
            /** @description The worker's site in the directory. */
            readonly site: string | null;
        };
        /** @description A claim that needs a source. */
        readonly NeededSource: {
            /** @description Lesson with the claim. */
            readonly lessonId: string;
            /** @description The statement that needs a source. */
            readonly claim: string;
            /** @description The passage of the tenant's documents that is closest to it; null: none has half of its words, or the documents have so many passages that only claims before it are compared. */
            readonly nearest: components["schemas"]["FoundPassage"] | null;
        };
        /** @description How many rows of the inbox match filters. */
        readonly NeedsCount: {
            /** @description At most 2,000. */
            readonly count: number;
            /** @description False: there are more than 2,000. */
            readonly exact: boolean;
        };
        /** @description Filters of the inbox. `status`, `severity` and `recommendation` accept several values, separated by commas. */
        readonly NeedsFilter: {
            /** @description `all`: of every status. Default: those of the inbox, which are open and not snoozed. */
            readonly status?: readonly ("open" | "offered" | "in_progress" | "authoring" | "snoozed" | "completed" | "dismissed" | "resolved" | "all")[];
            /** @description Severities, separated by commas: 1 low, 2 info, 3 soon, 4 blocking. In a body also a number, or numbers. */
            readonly severity?: readonly ("1" | "2" | "3" | "4")[];
            /** @description Type of signal that reported the need, whether the latest or an earlier one. */
            readonly type?: string;
            /** @description Case does not matter. */
            readonly topic?: string;
            /** @description Name of the site in the signal, or of the worker's site. */
            readonly site?: string;
            /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
            readonly worker?: string;
            /** @description Kinds of recommendation, separated by commas. */
            readonly recommendation?: readonly ("pending" | "course" | "author_one")[];
            /** @description A course's id: the needs that it is recommended for. */
            readonly course?: string;
            /** @description Name of a worker group: the needs of its workers. */
            readonly group?: string;
            /** @description The key of the data point. */
            readonly dedupeKey?: string;
            /**
             * @description `true`: needs of workers who are not in the directory; `false`: all others.
             * @enum {string}
             */
            readonly unknownWorker?: "true" | "false";
            /**
             * @description `true`: needs of sites that the directory does not know; `false`: all others.
             * @enum {string}
             */
            readonly unknownSite?: "true" | "false";
            /** @description A day or a time: only those due before it. */
            readonly dueBefore?: string;
            /** @description A day or a time: only those due then or later. */
            readonly dueAfter?: string;
            /** @description A day or a time: only those reported then or later, for the last time. */
            readonly seenSince?: string;
            /** @description A day or a time: only those that were not reported again since. */
            readonly seenBefore?: string;
            /** @description A day or a time: only those reported then or later for the first time. */
            readonly firstSeenSince?: string;
            /** @description A day or a time: only those reported before it for the first time. */
            readonly firstSeenBefore?: string;
            /** @description Prefixes of words: each must be a prefix of a word of the topic, the type, the site or the worker's name. */
            readonly q?: string;
        };
        /** @description An offer: course, people and due date. */
        readonly OfferBody: {
            /** @description A published course; default: the recommended one. */
            readonly courseId?: string;
            /** @description Default: the need's own worker, or the people of its site. */
            readonly target?: components["schemas"]["OfferTarget"];
            /** @description A day, which is due until its end in the tenant's time zone, or a time (ISO 8601). Default: the date in the signal (`expires_at` and the like), or by the need's severity. */
            readonly dueAt?: string;
            /** @description True: nothing is changed, and the response has the eligibility of the people. */
            readonly dryRun?: boolean;
        };
        /** @description The number of people with each eligibility. Each person counts once. */
        readonly OfferCounts: {
            /** @description With `dryRun`: people who would be assigned the course. */
            readonly willAssign?: number;
            /** @description People who are newly assigned the course. */
            readonly assigned?: number;
            /** @description Already have an assignment of the course, for this need or another. */
            readonly alreadyAssigned: number;
            /** @description Completed the course recently enough, or hold a credential for the topic that is valid beyond the due date. */
            readonly alreadyValid: number;
            /** @description Need no training in this topic, by an earlier decision. */
            readonly exempt: number;
            /** @description No longer active. */
            readonly left: number;
        };
        /** @description Whom to offer the courses that they lack. Either `workerIds` or `filter` selects the people. */
        readonly OfferMissingBody: {
            /** @description Workers: `wrk_…`. Instead of `filter`. */
            readonly workerIds?: readonly string[];
            /** @description The filters of the board, without `asOf`: selects all people who match while the operation runs. */
            readonly filter?: components["schemas"]["PeopleFilter"];
            /** @description True: nothing is changed, and the response has the expected result. */
            readonly dryRun?: boolean;
            /** @description The due date of all assignments, a day or a time. Default: the date of the reason, or of the need's signals, if it is in the future; else by severity. */
            readonly dueAt?: string;
        };
        /** @description The started operation, or with `dryRun` its expected result. */
        readonly OfferMissingResult: {
            /** @description The operation, to follow and undo it; null with `dryRun`. */
            readonly operationId: string | null;
            /**
             * @description Null with `dryRun`.
             * @enum {string|null}
             */
            readonly status: "done" | "queued" | "failed" | "running" | "undoing" | "undone" | null;
            /** @description Selected people. */
            readonly people: number;
            /** @description With `dryRun`: people of whom the following numbers are. At most 4,000 are checked, in the order of their ids. */
            readonly checked?: number;
            /** @description With `dryRun`: assignments that would be made, one for each person and course. */
            readonly willAssign?: number;
            /** @description With `dryRun`: reasons that an open assignment answers. */
            readonly alreadyAssigned?: number;
            /** @description With `dryRun`: courses that people completed recently enough, or hold a credential for. */
            readonly alreadyValid?: number;
            /** @description With `dryRun`: courses that people do not need, by an earlier decision. */
            readonly exempt?: number;
            /** @description With `dryRun`: reasons that no course answers. Waived reasons count nowhere. */
            readonly withoutCourse?: number;
            /** @description With `dryRun`: selected people who are no longer active. */
            readonly left?: number;
            /** @description With `dryRun`: the courses that most people would be assigned, at most a hundred. */
            readonly courses?: readonly components["schemas"]["ExpectedCourse"][];
        };
        /** @description The first fifty people with each eligibility. */
        readonly OfferPeople: {
            /** @description People who would be assigned the course. */
            readonly willAssign: readonly components["schemas"]["OfferPerson"][];
            /** @description People who have an assignment of the course. */
            readonly alreadyAssigned: readonly components["schemas"]["OfferPerson"][];
            /** @description People who completed the course, or hold a credential for the topic. */
            readonly alreadyValid: readonly components["schemas"]["OfferPerson"][];
            /** @description People who need no training in the topic, by an earlier decision. */
            readonly exempt: readonly components["schemas"]["OfferPerson"][];
            /** @description People who are no longer active. */
            readonly left: readonly components["schemas"]["OfferPerson"][];
        };
        /** @description A person of an offer's target. */
        readonly OfferPerson: {
            /** @description Identifier with the prefix `wrk_`. */
            readonly id: string;
            /** @description Name of the worker. */
            readonly name: string;
            /** @description Id of the worker in the source systems; null or omitted: none. */
            readonly externalWorkerId: string | null;
            /** @description E-mail address of the worker; null or omitted: none. */
            readonly email: string | null;
        };
        /** @description The result of an offer, or with `dryRun` its expected result. */
        readonly OfferResult: {
            /** @description The operation, to follow and undo it; null with `dryRun`, or if the offer reaches nobody. */
            readonly operationId: string | null;
            /**
             * @description `running`: there are too many people for one request; the operation has the progress. Null with `dryRun`, or if the offer reaches nobody.
             * @enum {string|null}
             */
            readonly status: "done" | "queued" | "failed" | "running" | "undoing" | "undone" | null;
            /** @description The offered course: `crs_…`. */
            readonly courseId: string;
            /** @description When the assignments are due: a day, or an instant. */
            readonly dueAt: string;
            /** @description People of the target, including those who left. */
            readonly people: number;
            /** @description Why the offer reaches nobody: nothing was offered, and the need is unchanged. Omitted: it reaches somebody. */
            readonly nobody?: string;
            /** @description Null while it is running. */
            readonly counts: components["schemas"]["OfferCounts"] | null;
            /** @description With `dryRun`. */
            readonly who?: components["schemas"]["OfferPeople"];
        };
        readonly OfferSettingsBody: {
            /** @description A person who completed a course is not offered it again for this many days. */
            readonly completionValidDays: number;
        };
        /** @description The settings of a tenant's offers. */
        readonly OfferSettingsView: {
            /** @description A person who completed a course is not offered it again for this many days. */
            readonly completionValidDays: number;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
        };
        /** @description The people of an offer. */
        readonly OfferTarget: {
            /**
             * @description Whom the offer is for; all but `everyone` need an `id`.
             * @enum {string}
             */
            readonly kind: "worker" | "group" | "site" | "everyone";
            /** @description The id, or a site's or a group's name. Default for a `worker` or `site`: the need's own. */
            readonly id?: string;
        };
        /** @description The complete settings: omitted fields get their defaults, except the client secret, which stays unchanged. */
        readonly OidcSettingsBody: {
            /** @description The provider's address, as in its discovery document: `https://login.example.com/realms/acme`. */
            readonly issuer: string;
            /** @description Identifier of the engine at the identity provider. */
            readonly clientId: string;
            /** @description Never shown. Send it with every change of `issuer` or `clientId`. */
            readonly clientSecret?: string;
            /**
             * @description The role of new users, and of those whose claim maps to no role; null: they are refused. Default: `viewer`.
             * @default viewer
             * @enum {string|null}
             */
            readonly defaultRole?: "viewer" | "author" | "admin" | null;
            /** @description The claim from which the role is derived at every log-in, for example `groups`. Omitted or null: admins assign roles in the engine. */
            readonly roleClaim?: string | null;
            /**
             * @description The roles of the claim's values; of several the highest role applies.
             * @default []
             */
            readonly roles?: readonly components["schemas"]["RoleMappingBody"][];
            /**
             * @description Domains of the verified e-mail addresses that may log in: `acme.com`. Empty: all users of the provider.
             * @default []
             */
            readonly emailDomains?: readonly string[];
            /**
             * @description True: unknown people become users at their first log-in; requires `emailDomains`.
             * @default false
             */
            readonly provision?: boolean;
            /**
             * @description False: no password log-ins. Allowed only once an admin has logged in by single sign-on.
             * @default true
             */
            readonly passwordsAllowed?: boolean;
        };
        /** @description The single sign-on settings of the tenant. The client secret is not shown. */
        readonly OidcSettingsView: {
            /** @description Null: single sign-on is not set up. */
            readonly issuer: string | null;
            /** @description Identifier of the engine at the identity provider; null: single sign-on is not set up. */
            readonly clientId: string | null;
            /**
             * @description Role of users whose claim has none of the values; null: they are refused.
             * @enum {string|null}
             */
            readonly defaultRole: "author" | "viewer" | "admin" | null;
            /** @description Claim of the ID token that decides the role; null: none does. */
            readonly roleClaim: string | null;
            /** @description Roles by value of the claim. */
            readonly roles: readonly components["schemas"]["RoleMappingView"][];
            /** @description Domains of accepted e-mail addresses; empty: all. */
            readonly emailDomains: readonly string[];
            /** @description Whether a user is created at the first log-in. */
            readonly provision: boolean;
            /** @description Whether users may also log in with a password. */
            readonly passwordsAllowed: boolean;
            /** @description Enter it at the provider. */
            readonly redirectUri: string;
            /** @description The start of a log-in; `?returnTo=/needs` sets the page after it. */
            readonly startUrl: string;
            /** @description 0: single sign-on is not set up. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When the settings were last changed, in UTC; null: never.
             */
            readonly updatedAt: string | null;
        };
        readonly OnboardingPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["OnboardingStepView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description An onboarding step of a worker. */
        readonly OnboardingStepView: {
            /** @description Identifier with the prefix `onb_`. */
            readonly id: string;
            /** @description Whose step it is. */
            readonly worker: components["schemas"]["WorkerReference"];
            /** @description Name of the step. */
            readonly step: string;
            /** @description A day or a time, as it was given. Null: not done yet. */
            readonly doneAt: string | null;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
        };
        readonly OperationDetail: {
            /** @description Identifier with the prefix `op_`. */
            readonly id: string;
            /**
             * @description What the operation does.
             * @enum {string}
             */
            readonly kind: "offer" | "dismiss" | "snooze" | "author" | "offer_missing" | "assign";
            /**
             * @description `failed`: it stopped early; the results of its completed steps remain, and can be undone.
             * @enum {string}
             */
            readonly status: "done" | "queued" | "failed" | "running" | "undoing" | "undone";
            /**
             * @description What `total`, `done`, `failed` and `undone` count.
             * @enum {string}
             */
            readonly unit: "people" | "needs";
            /** @description Number of people or needs (`unit`) that it is about. */
            readonly total: number;
            /** @description Processed so far, including failures. */
            readonly done: number;
            /** @description Number of those for which it failed. */
            readonly failed: number;
            /** @description Number of those for which it was undone. */
            readonly undone: number;
            /** @description Whether it can be undone now. */
            readonly undoable: boolean;
            /** @description The error of its latest step; null: it succeeded. */
            readonly error: string | null;
            /** @description Who created it: `user:<e-mail>`, `token:<name>`, `operator` or `job:<queue>`. */
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it ended, in UTC; null: it is running.
             */
            readonly finishedAt: string | null;
            /** @description A page of its needs. */
            readonly items: readonly components["schemas"]["OperationItemView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description The result of an operation for one need. */
        readonly OperationItemView: {
            /** @description The need: `need_…`. */
            readonly needId: string;
            /**
             * @description `waiting`; `begun`: some of its people are assigned; `done`; `failed`: `why` has the reason; `undone`; `kept`: not undone, because somebody has changed the need since.
             * @enum {string}
             */
            readonly status: "waiting" | "done" | "failed" | "undone" | "begun" | "kept";
            /** @description Why it failed; null: it did not. */
            readonly why: string | null;
            /** @description Of an offer: people who are newly assigned the course. */
            readonly assigned: number;
            /** @description Of an offer: people who already had an assignment. */
            readonly alreadyAssigned: number;
            /** @description Of an offer: people who already completed the course or hold a credential for it. */
            readonly alreadyValid: number;
            /** @description Of an offer: people who need no training in this topic, by an earlier decision. */
            readonly exempt: number;
            /** @description Of an offer: people who are no longer active. */
            readonly left: number;
        };
        readonly OperationPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["OperationView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A background operation with its progress. */
        readonly OperationView: {
            /** @description Identifier with the prefix `op_`. */
            readonly id: string;
            /**
             * @description What the operation does.
             * @enum {string}
             */
            readonly kind: "offer" | "dismiss" | "snooze" | "author" | "offer_missing" | "assign";
            /**
             * @description `failed`: it stopped early; the results of its completed steps remain, and can be undone.
             * @enum {string}
             */
            readonly status: "done" | "queued" | "failed" | "running" | "undoing" | "undone";
            /**
             * @description What `total`, `done`, `failed` and `undone` count.
             * @enum {string}
             */
            readonly unit: "people" | "needs";
            /** @description Number of people or needs (`unit`) that it is about. */
            readonly total: number;
            /** @description Processed so far, including failures. */
            readonly done: number;
            /** @description Number of those for which it failed. */
            readonly failed: number;
            /** @description Number of those for which it was undone. */
            readonly undone: number;
            /** @description Whether it can be undone now. */
            readonly undoable: boolean;
            /** @description The error of its latest step; null: it succeeded. */
            readonly error: string | null;
            /** @description Who created it: `user:<e-mail>`, `token:<name>`, `operator` or `job:<queue>`. */
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it ended, in UTC; null: it is running.
             */
            readonly finishedAt: string | null;
        };
        /** @description A claim that cites a passage which is no longer in the current version of its document. */
        readonly OutdatedSource: {
            /** @description Lesson with the claim. */
            readonly lessonId: string;
            /** @description The statement whose source has changed. */
            readonly claim: string;
            /** @description Document that the claim cites: `doc_…`. */
            readonly documentId: string;
            /** @description Passage that the claim cites: `psg_…`. */
            readonly passageId: string;
            /** @description The document, its version and the section, as they were when the passage was cited. */
            readonly text: string;
        };
        readonly PassagePage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["PassageView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        readonly PassageView: {
            /** @description Identifier with the prefix `psg_`. */
            readonly id: string;
            /** @description Document of the passage: `doc_…`. */
            readonly documentId: string;
            /** @description The document's. */
            readonly title: string;
            /** @description In the order of the document, from 1. */
            readonly position: number;
            /** @description Headings from the outermost, separated by ` › `; empty before the first one. */
            readonly section: string;
            /** @description Text of the passage. */
            readonly text: string;
        };
        /** @description A link that sets a password, once. It is shown only when it is created. */
        readonly PasswordLinkView: {
            /** @description `edp_…`, for `POST /engine/v1/auth/password`. */
            readonly token: string;
            /** @description The console's page that asks for the password. The token is in the fragment, which browsers do not send to a server. */
            readonly url: string;
            /**
             * Format: date-time
             * @description When the link ends, in UTC.
             */
            readonly expiresAt: string;
        };
        /** @description The data for a log-in with the new password. */
        readonly PasswordSet: {
            /** @description The tenant's slug. */
            readonly tenant: string;
            /** @description E-mail address of the user. */
            readonly email: string;
        };
        /** @description Filters of people, by what the board shows. `status` and `kind` accept several values, separated by commas. */
        readonly PeopleFilter: {
            /** @description Name of the site. */
            readonly site?: string;
            /** @description Name of the group. */
            readonly group?: string;
            /** @description Role of the worker, as the directory calls it. */
            readonly role?: string;
            /** @description `not_ready`: a reason of severity 4; `at_risk`: one of 3; else `ready`. */
            readonly status?: readonly ("not_ready" | "at_risk" | "ready")[];
            /** @description Workers with a reason of one of these kinds, waived or not. */
            readonly kind?: readonly ("credential_expired" | "credential_missing" | "training_missing" | "assignment_overdue" | "need" | "onboarding_open" | "credential_expiring")[];
            /** @description Workers with a reason that is about the topic, in any spelling. */
            readonly topic?: string;
            /** @description Part of the name, the e-mail address or the external id. */
            readonly q?: string;
        };
        /** @description A need that differs with the edited map. */
        readonly PreviewItem: {
            /**
             * @description `added`: a separate need, whose signals joined another one before; `removed`: its signals now join another one.
             * @enum {string}
             */
            readonly change: "added" | "removed" | "changed";
            /** @description The signal that opens it. */
            readonly signalId: string;
            /** @description The actual need of this signal. */
            readonly needId: string | null;
            /** @description Type of the signal: `near_miss`. */
            readonly type: string;
            /** @description Id of the worker in the source systems; null or omitted: none. */
            readonly externalWorkerId: string | null;
            /** @description E-mail address of the worker in the signal; null: none. */
            readonly email: string | null;
            /** @description Id of the worker in the learning platform; null or omitted: none. */
            readonly learnerId: string | null;
            /** @description Name of the site in the signal; null: none. */
            readonly site: string | null;
            /** @description Need under the stored map; null: none. */
            readonly before: components["schemas"]["PreviewedNeed"] | null;
            /** @description Need under the sent map; null: none. */
            readonly after: components["schemas"]["PreviewedNeed"] | null;
        };
        /** @description A need as signals alone would create it. */
        readonly PreviewedNeed: {
            /** @description Topic of the need; null: none. */
            readonly topic: string | null;
            /** @description Category of the need; null: none. */
            readonly category: string | null;
            /**
             * @description 4 blocking, 3 soon, 2 info, 1 low.
             * @enum {integer}
             */
            readonly severity: 1 | 2 | 3 | 4;
            /** @description Key of the data point. */
            readonly dedupeKey: string;
            /**
             * @description `resolved`: the source reported later that the condition is over.
             * @enum {string}
             */
            readonly status: "resolved" | "open";
            /** @description Number of signals that the need would have. */
            readonly signalCount: number;
        };
        /**
         * @description An error (RFC 9457). Programs use `code`, which is stable; show `detail` to people.
         * @example {
         *       "type": "about:blank",
         *       "title": "Unprocessable Entity",
         *       "status": 422,
         *       "code": "invalid",
         *       "detail": "dueAt: must be in the future",
         *       "errors": [
         *         {
         *           "field": "dueAt",
         *           "message": "must be in the future"
         *         }
         *       ]
         *     }
         */
        readonly Problem: {
            /** @description Always `about:blank`. */
            readonly type: string;
            /** @description The HTTP status, in words. */
            readonly title: string;
            /** @description The HTTP status. */
            readonly status: number;
            /** @description What happened, for programs. */
            readonly code: string;
            /** @description What happened, for people. */
            readonly detail: string;
            /** @description With 422: each refused field. With 409: the field whose value is taken. */
            readonly errors?: readonly {
                /** @description Path of the field: `target.kind`. */
                readonly field: string;
                /** @description The rule that it breaks, in words. */
                readonly message: string;
            }[];
            /** @description How many more fields are refused than `errors` names. */
            readonly moreErrors?: number;
        };
        readonly QuestionBody: {
            /** @description Text of the question. */
            readonly question: string;
            /** @description Answers to choose from, in order. */
            readonly options: readonly string[];
            /** @description Index of the right option, from 0. */
            readonly answer: number;
            /** @description Why it is right. */
            readonly rationale: string;
        };
        readonly QuestionView: {
            /** @description Text of the question. */
            readonly question: string;
            /** @description Answers to choose from, in order. */
            readonly options: readonly string[];
            /** @description Index of the right option, from 0. */
            readonly answer: number;
            /** @description Why it is right. */
            readonly rationale: string;
        };
        readonly ReadinessPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["ReadinessRow"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
            /** @description How many workers the filters find. */
            readonly total: number;
        };
        /** @description Fields that are left out keep their values. */
        readonly ReadinessPolicyBody: {
            /** @description IANA name of the time zone in which the tenant's days begin and end: `Europe/Berlin`. */
            readonly timeZone?: string;
            /** @description For how many days before its end a credential is expiring. */
            readonly expiringWithinDays?: number;
            /** @description Severities by kind of reason; a kind that is left out keeps its own. */
            readonly severities?: components["schemas"]["SeveritiesBody"];
        };
        /** @description How the tenant judges readiness. */
        readonly ReadinessPolicyView: {
            /** @description IANA name of the time zone in which the tenant's days begin and end. */
            readonly timeZone: string;
            /** @description For how many days before its end a credential is expiring. */
            readonly expiringWithinDays: number;
            /** @description The severity of each kind of reason; a need has its own. */
            readonly severities: components["schemas"]["SeveritiesView"];
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
        };
        /** @description How ready a worker is, and why. */
        readonly ReadinessRow: {
            /** @description The worker. */
            readonly worker: components["schemas"]["BoardWorker"];
            /**
             * @description `not_ready` with a reason of severity 4 that counts, else `at_risk` with one of severity 3, else `ready`.
             * @enum {string}
             */
            readonly status: "not_ready" | "at_risk" | "ready";
            /** @description Since when the worker has this status, in UTC. */
            readonly since: string;
            /** @description The worst first; those that are waived last. */
            readonly reasons: readonly components["schemas"]["Reason"][];
        };
        /** @description Why a worker is not ready: one for each gap, however many facts it has. */
        readonly Reason: {
            /**
             * @description Of the worst fact, which names the reason.
             * @enum {string}
             */
            readonly kind: "need" | "credential_expired" | "credential_missing" | "training_missing" | "assignment_overdue" | "onboarding_open" | "credential_expiring";
            /** @description Complete in itself. */
            readonly text: string;
            /** @description 1 to 4, 4 is the worst. */
            readonly severity: number;
            /** @description Since when the reason holds, in UTC. */
            readonly since: string;
            /**
             * Format: date-time
             * @description A day, or an instant.
             */
            readonly dueAt: string | null;
            /** @description The record that the reason comes from. */
            readonly ref: components["schemas"]["ReasonRef"];
            /** @description The source system's record; null: the reason comes from the directory. */
            readonly source: components["schemas"]["ReasonSource"] | null;
            /** @description Every fact, the one that names the reason first. */
            readonly because: readonly components["schemas"]["ReasonCause"][];
            /** @description What is already under way; null: nothing. */
            readonly progress: components["schemas"]["ReasonProgress"] | null;
            /** @description A day, or an instant; until then the reason does not count. */
            readonly waivedUntil: string | null;
            /** @description What settles it; null: nothing that the engine can do. */
            readonly move: components["schemas"]["ReasonMove"] | null;
            /** @description The course that comes closest, where none answers. */
            readonly closest: components["schemas"]["ClosestCourse"] | null;
        };
        /** @description One fact of a reason. */
        readonly ReasonCause: {
            /**
             * @description Kind of the fact.
             * @enum {string}
             */
            readonly kind: "need" | "credential_expired" | "credential_missing" | "training_missing" | "assignment_overdue" | "onboarding_open" | "credential_expiring";
            /** @description The fact in words, complete in itself. */
            readonly text: string;
            /** @description Severity of the fact: 1 low, 2 info, 3 soon, 4 blocking. */
            readonly severity: number;
            /** @description The record that the fact comes from. */
            readonly ref: components["schemas"]["ReasonRef"];
            /** @description The source system's record; null: the fact comes from the directory. */
            readonly source: components["schemas"]["ReasonSource"] | null;
        };
        /** @description The one action that ends the reason. */
        readonly ReasonMove: {
            /**
             * @description `offer`: a course answers it; `author`: none does; `complete`: a step or an assignment; `renew`: a credential; `decide`: a suggestion.
             * @enum {string}
             */
            readonly action: "complete" | "offer" | "author" | "renew" | "decide";
            /** @description The need to act on: `need_…`. */
            readonly needId?: string;
            /** @description The course to offer: `crs_…`. */
            readonly courseId?: string;
            /** @description The assignment to complete: `asg_…`. */
            readonly assignmentId?: string;
        };
        /** @description What is already under way. */
        readonly ReasonProgress: {
            /**
             * @description What is under way.
             * @enum {string}
             */
            readonly state: "assigned" | "authoring" | "snoozed";
            /** @description What is under way, in words. */
            readonly text: string;
            /**
             * Format: date-time
             * @description A day, or an instant.
             */
            readonly dueAt: string | null;
            /** @description The assignment that is under way: `asg_…`. */
            readonly assignmentId?: string;
            /** @description The draft of the course that is being written: `drf_…`. */
            readonly draftId?: string;
        };
        /** @description The record that a reason refers to. */
        readonly ReasonRef: {
            /**
             * @description Kind of the record.
             * @enum {string}
             */
            readonly type: "credential" | "requirement" | "onboarding_step" | "need" | "assignment";
            /** @description Identifier of the record, with the prefix of its kind. */
            readonly id: string;
        };
        /** @description Where the fact comes from. */
        readonly ReasonSource: {
            /** @description Type of the latest signal. */
            readonly type: string;
            /** @description Dedupe key of the need. */
            readonly key: string;
            /** @description The record in the source system, if the signal names one: its `ref`, `id` or `reference`. */
            readonly record: string | null;
        };
        readonly ReassignBody: {
            /** @description The worker who is to take the course instead (`wrk_…`), who is active and has no open assignment of it. */
            readonly workerId: string;
        };
        readonly RecoverAdminBody: {
            /**
             * Format: email
             * @description Of the admin, who becomes a user if necessary.
             */
            readonly email: string;
        };
        readonly RefusedField: {
            /** @description Path of the refused field: `data.severity`. */
            readonly field: string;
            /** @description The rule that the field breaks, in words. */
            readonly message: string;
        };
        /** @description A signed event that was refused. */
        readonly RefusedSignal: {
            /** @description Identifier with the prefix `rfs_`. */
            readonly id: string;
            /**
             * Format: date-time
             * @description When the event was refused, in UTC.
             */
            readonly at: string;
            /** @description `invalid_json`, or `invalid_event`. */
            readonly code: string;
            /** @description At most ten. */
            readonly errors: readonly components["schemas"]["RefusedField"][];
            /** @description The beginning of the event without its values; null: it was part of a batch, and refused by an earlier version. */
            readonly excerpt: string | null;
        };
        /** @description What the tenant's webhook refused in the last seven days. */
        readonly RefusedSignals: {
            /** @description Hours with requests without a valid signature, the latest first. */
            readonly unsigned: readonly components["schemas"]["UnsignedRequests"][];
            /** @description The latest first, at most two hundred. */
            readonly items: readonly components["schemas"]["RefusedSignal"][];
        };
        readonly RejectBody: {
            /** @description For whoever revises the draft. */
            readonly reason: string;
        };
        readonly RekeyBody: {
            /** @description `nextCursor` of the step before. */
            readonly cursor?: string;
            /** @description Only counts, and changes nothing. */
            readonly dryRun?: boolean;
        };
        /** @description A step over the stored secrets of some tenants. */
        readonly RekeyStepView: {
            /** @description What the step did, one entry a column. */
            readonly columns: readonly components["schemas"]["RekeyedColumnView"][];
            /** @description Where to continue; null: this was the last step. */
            readonly nextCursor: string | null;
        };
        /** @description What a step found in one encrypted column. */
        readonly RekeyedColumnView: {
            /** @description Table with encrypted values. */
            readonly table: string;
            /** @description Column with encrypted values. */
            readonly column: string;
            /** @description Values that were looked at. */
            readonly checked: number;
            /** @description Values of a previous key, encrypted again with the current one. */
            readonly reencrypted: number;
            /** @description Values that no key of this process decrypts. */
            readonly unreadable: number;
        };
        /** @description The response that the webhook would give, and the need. */
        readonly ReplayedSignal: {
            /** @description Always true: the replay was recorded. */
            readonly ok: boolean;
            /** @description False: the event closes a need, and none was open. */
            readonly applied: boolean;
            /** @description The recorded signal, if the event created a need or reports a completion. */
            readonly signalId?: string;
            /** @description True: it joined an open need; false: it created one. */
            readonly deduped?: boolean;
            /** @description True: it closed the need. */
            readonly resolved?: boolean;
            /** @description True: it reports a completed training, at the time of its first arrival. */
            readonly completion?: boolean;
            /** @description Fields that look like slips of known ones; omitted: none. */
            readonly warnings?: readonly components["schemas"]["SignalWarning"][];
            /** @description The need that it created, joined or closed; null: none was open, or it reports a completion. */
            readonly needId: string | null;
        };
        /** @description What is sent to a provider for the topic of a need. */
        readonly RequestPreview: {
            /** @description What would write the draft. */
            readonly writer: components["schemas"]["WriterView"];
            /** @description Empty if no model writes: nothing is sent. */
            readonly requests: readonly components["schemas"]["SentRequest"][];
        };
        readonly RequirementPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["RequirementView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A requirement; with `dryRun` as it would be, and whom the change would affect. All numbers after `checked` are of the workers that were checked, once the days of grace are over. */
        readonly RequirementResult: {
            /** @description Identifier with the prefix `req_`. */
            readonly id: string;
            /** @description Whom the requirement applies to. */
            readonly appliesTo: components["schemas"]["AudienceView"];
            /** @description Name of the credential; null if a course is required. */
            readonly credential: string | null;
            /** @description The required course: `crs_…`; null: a credential is required. */
            readonly courseId: string | null;
            /** @description Title of the required course; null: a credential is required. */
            readonly courseTitle: string | null;
            /** @description Null: the policy's. */
            readonly severity: number | null;
            /** @description For how many days a completion counts; null: for ever. */
            readonly validDays: number | null;
            /** @description Days after the requirement's start, or the worker's creation if that is later, in which its reason has severity 2. */
            readonly graceDays: number;
            /** @description The day from which it holds; null: from its creation on. */
            readonly from: string | null;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
            /** @description With `dryRun`: active workers of the audience. */
            readonly people?: number;
            /** @description With `dryRun`: how many of them were checked; at most 2,000, chosen without regard to who they are. */
            readonly checked?: number;
            /** @description With `dryRun`: who hold or have completed what is required. */
            readonly alreadyMeet?: number;
            /** @description With `dryRun`: who do not. */
            readonly lacking?: number;
            /** @description With `dryRun`: of those who lack it, who have days of grace first. */
            readonly inGrace?: number;
            /** @description With `dryRun`: who are not ready, for whatever reason. */
            readonly notReady?: number;
            /** @description With `dryRun`: who are at risk, for whatever reason. */
            readonly atRisk?: number;
            /** @description With `dryRun`: who become not ready by the change. */
            readonly becomeNotReady?: number;
            /** @description With `dryRun`: who become at risk by the change. */
            readonly becomeAtRisk?: number;
            /** @description With `dryRun`: who become ready by the change. */
            readonly becomeReady?: number;
            /** @description With `dryRun`: at most 20 workers who lack it or whose status changes, the latter first. */
            readonly sample?: readonly components["schemas"]["AffectedWorker"][];
        };
        /** @description A credential or a course that the tenant requires of an audience. */
        readonly RequirementView: {
            /** @description Identifier with the prefix `req_`. */
            readonly id: string;
            /** @description Whom the requirement applies to. */
            readonly appliesTo: components["schemas"]["AudienceView"];
            /** @description Name of the credential; null if a course is required. */
            readonly credential: string | null;
            /** @description The required course: `crs_…`; null: a credential is required. */
            readonly courseId: string | null;
            /** @description Title of the required course; null: a credential is required. */
            readonly courseTitle: string | null;
            /** @description Null: the policy's. */
            readonly severity: number | null;
            /** @description For how many days a completion counts; null: for ever. */
            readonly validDays: number | null;
            /** @description Days after the requirement's start, or the worker's creation if that is later, in which its reason has severity 2. */
            readonly graceDays: number;
            /** @description The day from which it holds; null: from its creation on. */
            readonly from: string | null;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
        };
        readonly Retried: {
            /** @description How many are retried now. */
            readonly retried: number;
        };
        /** @description What to retry; without any field, everything that failed. */
        readonly RetryBody: {
            /** @description Slug. */
            readonly tenant?: string;
            /** @description Ids from the list. */
            readonly ids?: readonly string[];
        };
        readonly RoleMappingBody: {
            /** @description A value of the role claim, for example a group's name. */
            readonly value: string;
            /**
             * @description Role of users whose claim has the value.
             * @enum {string}
             */
            readonly role: "viewer" | "author" | "admin";
        };
        readonly RoleMappingView: {
            /** @description Value of the claim. */
            readonly value: string;
            /**
             * @description Role of users whose claim has the value.
             * @enum {string}
             */
            readonly role: "author" | "viewer" | "admin";
        };
        readonly RoleSummary: {
            /** @description Null: people without a role. */
            readonly role: string | null;
            /** @description People of the role with each kind of reason. */
            readonly kinds: components["schemas"]["KindCounts"];
            /** @description Number of people. */
            readonly total: number;
            /** @description Number of people who are ready. */
            readonly ready: number;
            /** @description Number of people who are at risk. */
            readonly atRisk: number;
            /** @description Number of people who are not ready. */
            readonly notReady: number;
        };
        readonly RotateSecretBody: {
            /** @description How long the previous secrets remain valid. */
            readonly graceSeconds: number;
        };
        readonly RotateWebhookSecretBody: {
            /**
             * @description How long messages are also signed with the previous secret, in seconds. Default: one day.
             * @default 86400
             */
            readonly graceSeconds?: number;
        };
        readonly RotatedSecret: {
            /** @description Shown once: `whsec_…`. */
            readonly signingSecret: string;
            /**
             * Format: date-time
             * @description When the previous secrets expire; null if there was none.
             */
            readonly previousExpiresAt: string | null;
        };
        readonly RotatedSecretView: {
            /** @description `whsec_…`. Not shown again. */
            readonly secret: string;
            /**
             * Format: date-time
             * @description Until then, messages are also signed with the previous secret.
             */
            readonly previousExpiresAt: string;
        };
        /** @description A request to the provider of the model. */
        readonly SentRequest: {
            /** @description The step that sends it. */
            readonly step: string;
            /** @description The same for all topics. */
            readonly instructions: string;
            /** @description A JSON object with everything that is sent about the topic. */
            readonly data: string;
        };
        readonly SessionUser: {
            /** @description Identifier with the prefix `usr_`. */
            readonly id: string;
            /** @description E-mail address of the user. */
            readonly email: string;
            /** @description Name of the user. */
            readonly name: string;
            /**
             * @description What the user may do: each role includes the previous ones.
             * @enum {string}
             */
            readonly role: "author" | "viewer" | "admin";
        };
        /** @description The logged-in user, and the token that a page must send with changes. */
        readonly SessionView: {
            /** @description Tenant of the user. */
            readonly tenant: components["schemas"]["TenantReference"];
            /** @description The user. */
            readonly user: components["schemas"]["SessionUser"];
            /** @description For the header `x-csrf-token` of every call that makes a change. */
            readonly csrfToken: string;
        };
        readonly SetPasswordBody: {
            /** @description From an invitation or a reset: `edp_…`. */
            readonly token: string;
            /** @description 12 to 256 characters, and not easily guessed. */
            readonly password: string;
        };
        /** @description The severity of each kind of reason, 1 to 4; a need has its own. Kinds that are left out keep theirs. */
        readonly SeveritiesBody: {
            /** @description Severity of an expired credential. */
            readonly credential_expired?: number;
            /** @description Severity of a credential that expires within the window. */
            readonly credential_expiring?: number;
            /** @description Severity of a required credential that was never held. */
            readonly credential_missing?: number;
            /** @description Severity of a required course that is not completed. */
            readonly training_missing?: number;
            /** @description Severity of an open onboarding step. */
            readonly onboarding_open?: number;
            /** @description Severity of an assignment past its due date. */
            readonly assignment_overdue?: number;
        };
        readonly SeveritiesView: {
            /**
             * @description Severity of an expired credential.
             * @enum {integer}
             */
            readonly credential_expired: 1 | 2 | 3 | 4;
            /**
             * @description Severity of a credential that expires within the window.
             * @enum {integer}
             */
            readonly credential_expiring: 1 | 2 | 3 | 4;
            /**
             * @description Severity of a required credential that was never held.
             * @enum {integer}
             */
            readonly credential_missing: 1 | 2 | 3 | 4;
            /**
             * @description Severity of a required course that is not completed.
             * @enum {integer}
             */
            readonly training_missing: 1 | 2 | 3 | 4;
            /**
             * @description Severity of an open onboarding step.
             * @enum {integer}
             */
            readonly onboarding_open: 1 | 2 | 3 | 4;
            /**
             * @description Severity of an assignment past its due date.
             * @enum {integer}
             */
            readonly assignment_overdue: 1 | 2 | 3 | 4;
        };
        /** @description A need of a cohort that is among the worst reasons of several people. */
        readonly SharedCause: {
            /** @description The need: `need_…`. */
            readonly needId: string;
            /** @description Topic of the need; null: none. */
            readonly topic: string | null;
            /** @description Name of the site that the need is for; null: everybody. */
            readonly site: string | null;
            /** @description Severity of the need: 1 low, 2 info, 3 soon, 4 blocking. */
            readonly severity: number;
            /** @description Number of people who are not ready because of it. */
            readonly people: number;
            /** @description What settles it; null: nothing that the engine can do. */
            readonly move: components["schemas"]["ReasonMove"] | null;
        };
        /** @description One of `external_worker_id`, `email`, `learner_id` and `site` is required; to resolve, `dedupe_key` is sufficient. Null and blank text count as omitted. */
        readonly SignalData: {
            /** @description Type of the signal, if `event` is `signal`. */
            readonly type?: string;
            /** @description The worker's id in your system; looked up first. */
            readonly external_worker_id?: string;
            /**
             * Format: email
             * @description The worker's e-mail address; looked up second.
             */
            readonly email?: string;
            /** @description The worker's learner id; looked up third. */
            readonly learner_id?: string;
            /** @description Name of a site: without a worker, the need is for everybody there. */
            readonly site?: string;
            /** @description What has to be learned, by which courses are matched. Default: the signal map. */
            readonly topic?: string;
            /** @description Default: the signal map. */
            readonly category?: string;
            /**
             * @description 4 blocking, 3 soon, 2 info, 1 low. Default: the signal map, else 4 for `credential_expired`, else 2.
             * @enum {integer}
             */
            readonly severity?: 1 | 2 | 3 | 4;
            /**
             * @description `resolve` closes the open need with the same dedupe key; `complete` reports that the worker has completed a training. Default: the signal map, else `complete` for `course_completed` and `training_completed`, else `trigger`.
             * @enum {string}
             */
            readonly action?: "trigger" | "resolve" | "complete";
            /** @description Identifies the open data point. Default: a key of the type, the worker or site, and the topic. */
            readonly dedupe_key?: string;
            /** @description Any other data, which is stored for the inbox and the audit log. */
            readonly payload?: {
                readonly [key: string]: unknown;
            };
        } | unknown | unknown | unknown | unknown | {
            /** @constant */
            readonly action: "resolve";
        };
        readonly SignalDefaultsView: {
            /**
             * @description The default action. Omitted: `complete` for the types `course_completed` and `training_completed`, `trigger` for all others.
             * @enum {string}
             */
            readonly action?: "trigger" | "complete";
            /** @description Topic of signals that name none. */
            readonly topic?: string;
            /** @description Category of signals that name none. */
            readonly category?: string;
            /**
             * @description Severity of signals that have none: 1 low, 2 info, 3 soon, 4 blocking.
             * @enum {integer}
             */
            readonly severity?: 1 | 2 | 3 | 4;
        };
        /** @description A field of the event that is wrong. */
        readonly SignalError: {
            /** @description Path of the field: `data.severity`. */
            readonly field: string;
            /** @description The rule that the field breaks, in words. */
            readonly message: string;
        };
        /** @description A data point. Unknown fields are stored with the signal and never refused. */
        readonly SignalEvent: {
            /** @description `signal.<type>`, or `signal` with `data.type`. */
            readonly event: string;
            /** @description The data point. */
            readonly data: components["schemas"]["SignalData"];
        };
        readonly SignalMapBody: {
            /** @description Signal type → defaults: `{"near_miss": {"topic": "Hazard Awareness", "category": "Toolbox", "severity": 4}}`. Replaces the map; omitted: it stays. */
            readonly map?: {
                readonly [key: string]: unknown;
            };
            /** @description Whether missing courses are drafted without being asked for. */
            readonly autoAuthor?: boolean;
            /** @description The number of people with the same topic at which a course is drafted. */
            readonly autoAuthorThreshold?: number;
        };
        /** @description The needs of stored signals with an edited map, compared with the current map. Decisions of people are left out of both. */
        readonly SignalMapPreview: {
            /** @description The number of replayed signals. */
            readonly signals: number;
            /** @description The start of the replayed period. */
            readonly since: string;
            /** @description False: the period has more signals, and only the latest were replayed. */
            readonly complete: boolean;
            /** @description Number of needs that only the sent map would create. */
            readonly added: number;
            /** @description Number of needs that the sent map would create otherwise. */
            readonly changed: number;
            /** @description Number of needs that only the stored map creates. */
            readonly removed: number;
            /** @description Number of needs that both maps create alike. */
            readonly unchanged: number;
            /** @description The differences, latest first. */
            readonly items: readonly components["schemas"]["PreviewItem"][];
        };
        readonly SignalMapPreviewBody: {
            /** @description The edited map, as it would be saved. */
            readonly map: {
                readonly [key: string]: unknown;
            };
            /**
             * @description The number of days whose signals are replayed.
             * @default 30
             */
            readonly days?: number;
            /**
             * @description The number of differences to return.
             * @default 50
             */
            readonly limit?: number;
        };
        readonly SignalMapView: {
            /** @description Defaults by type of signal. */
            readonly map: {
                readonly [key: string]: components["schemas"]["SignalDefaultsView"];
            };
            /** @description Whether missing courses are drafted without being asked for. */
            readonly autoAuthor: boolean;
            /** @description Number of people whose open needs share a topic from which a course is drafted. */
            readonly autoAuthorThreshold: number;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /** @description The actor of the last change: `user:<e-mail>`, `token:<name>`. Null: nobody has changed it, or it is not known. */
            readonly changedBy: string | null;
            /**
             * Format: date-time
             * @description When it was changed last; null: never.
             */
            readonly changedAt: string | null;
        };
        readonly SignalPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["SignalView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description The result of one event. */
        readonly SignalResult: {
            /**
             * @description The event was accepted.
             * @enum {boolean}
             */
            readonly ok: true;
            /** @description False if there was no open need to close. */
            readonly applied: boolean;
            /** @description Id of the recorded signal, if it created a need or reports a completion. */
            readonly signalId?: string;
            /** @description True if it joined an open need. */
            readonly deduped?: boolean;
            /**
             * @description The open need was closed.
             * @enum {boolean}
             */
            readonly resolved?: true;
            /**
             * @description It reports a completed training.
             * @enum {boolean}
             */
            readonly completion?: true;
            /** @description Fields whose names look like slips of known ones; left out if there are none. */
            readonly warnings?: readonly {
                /** @description Path of the field: `data.severity`. */
                readonly field: string;
                /** @description What is wrong with it, in words. */
                readonly message: string;
            }[];
        };
        /** @description A signal as received, and its result. */
        readonly SignalView: {
            /** @description Identifier with the prefix `sig_`. */
            readonly id: string;
            /**
             * Format: date-time
             * @description When the signal arrived, in UTC.
             */
            readonly receivedAt: string;
            /** @description Type of the signal: `near_miss`. */
            readonly type: string;
            /** @description Key of the data point. */
            readonly dedupeKey: string;
            /**
             * @description What the signal did.
             * @enum {string}
             */
            readonly outcome: "created" | "joined" | "resolved" | "nothing_open" | "completion";
            /** @description Null if no need was open. */
            readonly needId: string | null;
            /**
             * Format: date-time
             * @description When its need last got its worker, recommendation and people; null: not yet, or no need.
             */
            readonly resolvedAt: string | null;
            /** @description Of a `completion`; null for all others. */
            readonly completion: components["schemas"]["CompletionView"] | null;
            /** @description Fields whose names look like slips of known ones. */
            readonly warnings: readonly components["schemas"]["SignalWarning"][];
            /** @description The event as it was sent. */
            readonly event: {
                readonly [key: string]: unknown;
            };
        };
        /** @description A field of an event whose name looks like a slip of a known one. */
        readonly SignalWarning: {
            /** @description Path of the field: `data.topik`. */
            readonly field: string;
            /** @description What the name is probably meant to be, in words. */
            readonly message: string;
        };
        readonly SigningSecretPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["SigningSecretView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A signing secret of the tenant, without the secret itself. */
        readonly SigningSecretView: {
            /** @description Identifier with the prefix `sec_`. */
            readonly id: string;
            /** @description The system that signs with it. */
            readonly name: string;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it last signed a request, accurate to about five seconds; null: never.
             */
            readonly lastUsedAt: string | null;
            /**
             * Format: date-time
             * @description When it expires; null: it is valid until it is deleted.
             */
            readonly expiresAt: string | null;
        };
        readonly SitePage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["SiteView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        readonly SiteSummary: {
            /** @description Null: people without a site. */
            readonly site: string | null;
            /** @description People of the site with each kind of reason. */
            readonly kinds: components["schemas"]["KindCounts"];
            /** @description Number of people. */
            readonly total: number;
            /** @description Number of people who are ready. */
            readonly ready: number;
            /** @description Number of people who are at risk. */
            readonly atRisk: number;
            /** @description Number of people who are not ready. */
            readonly notReady: number;
        };
        /** @description A place where workers work. */
        readonly SiteView: {
            /** @description Identifier with the prefix `site_`. */
            readonly id: string;
            /** @description Name of the site, unique in the tenant whatever the case. */
            readonly name: string;
            /** @description Other names by which signals and imports reach it, such as earlier names. */
            readonly aliases: readonly string[];
            /** @description Number of active workers at the site. */
            readonly workers: number;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
        };
        readonly SnoozeBody: {
            /** @description The time, or the day at whose beginning the need returns to the inbox; earlier if its severity rises. */
            readonly until: string;
        };
        readonly StarterView: {
            /**
             * @description `person`: somebody asked for it; `auto`: the signal map's `autoAuthor` started it.
             * @enum {string}
             */
            readonly kind: "person" | "auto";
            /** @description `user:<e-mail>`, `token:<name>`, `job:<queue>`. */
            readonly name: string;
        };
        readonly StepView: {
            /** @description Name of the step, unique in the draft. */
            readonly name: string;
            /**
             * @description Whether the step is finished.
             * @enum {string}
             */
            readonly status: "waiting" | "done";
            /** @description Characters that a model has written of it, also while it writes; 0 if no model writes. */
            readonly characters: number;
        };
        /** @description A published course that a type could be mapped to. */
        readonly SuggestedCourse: {
            /** @description The course: `crs_…`. */
            readonly courseId: string;
            /** @description Title of the course. */
            readonly title: string;
            /** @description 0 to 1. */
            readonly score: number;
        };
        /** @description The board in numbers. */
        readonly SummaryView: {
            /** @description The instant that is shown. */
            readonly asOf: string;
            /**
             * Format: date-time
             * @description When anybody's readiness last changed before that instant, whatever the filters; null: it never did.
             */
            readonly changedAt: string | null;
            /** @description Every site, also those where nobody is. */
            readonly sites: readonly components["schemas"]["SiteSummary"][];
            /** @description The numbers of each role. */
            readonly roles: readonly components["schemas"]["RoleSummary"][];
            /** @description People with each kind of reason. */
            readonly kinds: components["schemas"]["KindCounts"];
            /** @description The needs that explain most people who are not ready, at most ten. */
            readonly causes: readonly components["schemas"]["SharedCause"][];
            /** @description Number of people. */
            readonly total: number;
            /** @description Number of people who are ready. */
            readonly ready: number;
            /** @description Number of people who are at risk. */
            readonly atRisk: number;
            /** @description Number of people who are not ready. */
            readonly notReady: number;
        };
        readonly SynonymPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["SynonymView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A synonym: a topic that means a course or another topic to the tenant. */
        readonly SynonymView: {
            /** @description Identifier with the prefix `syn_`. */
            readonly id: string;
            /** @description Topic as source systems write it. */
            readonly topic: string;
            /** @description The course it means; null if it means another topic. */
            readonly courseId: string | null;
            /** @description Title of the course that it leads to; null: it leads to a topic. */
            readonly courseTitle: string | null;
            /** @description The topic it means; null if it means a course. */
            readonly means: string | null;
            /**
             * @description Matching uses only `accepted` ones. A `rejected` one is suggested again after three more corrections.
             * @enum {string}
             */
            readonly status: "suggested" | "accepted" | "rejected";
            /**
             * @description `entered` by a person, or `learned` from courses that were offered instead of the recommended one.
             * @enum {string}
             */
            readonly origin: "entered" | "learned";
            /** @description The number of corrections: a person offered this course for the topic although another one, or none, was recommended. Needs that were offered together count once. */
            readonly corrections: number;
            /** @description The latest corrections and who made them, for a person; empty if there are none. */
            readonly why: readonly string[];
            /** @description The needs of the latest corrections, at most five. */
            readonly learnedFrom: readonly components["schemas"]["LearnedFromView"][];
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
        };
        /** @description What the operator of the engine has set for the tenant. */
        readonly TenantLimits: {
            /**
             * @description Months for which signals are kept: 1, 3, 6, 12, 24, 36 or 84.
             * @enum {integer}
             */
            readonly signalRetentionMonths: 1 | 3 | 6 | 12 | 24 | 36 | 84;
            /** @description Events a second that the webhook accepts; null: the default of the engine. */
            readonly rateLimit: number | null;
        };
        readonly TenantList: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["TenantView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A tenant by its names. */
        readonly TenantReference: {
            /** @description Name in URLs. */
            readonly slug: string;
            /** @description Name for people. */
            readonly name: string;
        };
        /** @description The usage of a tenant. */
        readonly TenantUsage: {
            /**
             * @description The tenant's plan.
             * @enum {string}
             */
            readonly plan: "free" | "team" | "business";
            /** @description The calendar month (UTC) that `signals` counts: `2026-11`. */
            readonly month: string;
            /** @description Number of signals that were received this month. */
            readonly signals: number;
            /** @description Needs that are not closed. */
            readonly openNeeds: number;
            /** @description Needs that still wait for their recommendation. */
            readonly unresolvedNeeds: number;
            /** @description Active people in the directory. */
            readonly activeWorkers: number;
            /** @description Number of published courses. */
            readonly publishedCourses: number;
            /** @description Courses that are drafted for the tenant, as `GET /authoring/usage` counts them. */
            readonly drafts: components["schemas"]["MonthlyDrafts"];
            /** @description Tokens that models have used this month. */
            readonly tokens: components["schemas"]["MonthlyUsage"];
        };
        /** @description A tenant in the operator API. */
        readonly TenantView: {
            /** @description Identifier with the prefix `ten_`. */
            readonly id: string;
            /** @description Name in URLs. */
            readonly slug: string;
            /** @description Name of the tenant. */
            readonly name: string;
            /**
             * @description What the tenant may draft in a month.
             * @enum {string}
             */
            readonly plan: "free" | "team" | "business";
            /** @description Drafts and tokens a calendar month; null: as its plan allows. */
            readonly draftsPerMonth: number | null;
            /** @description Tokens that models may use for it in a calendar month; null: as many as its plan allows. */
            readonly tokensPerMonth: number | null;
            /**
             * @description `suspended`: the webhook answers 401, and nobody can log in.
             * @enum {string}
             */
            readonly status: "active" | "suspended";
            /** @description Events per second; null: the default. */
            readonly rateLimit: number | null;
            /**
             * @description Months for which its signals are kept.
             * @enum {integer}
             */
            readonly signalRetentionMonths: 1 | 3 | 6 | 12 | 24 | 36 | 84;
            /**
             * Format: date-time
             * @description When it is deleted with all its data; null: it stays.
             */
            readonly deletionAt: string | null;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
        };
        readonly TestAnswer: {
            /** @description HTTP status of the answer. */
            readonly status: number;
            /** @description The text of the body. */
            readonly body: string;
        };
        /** @description The request to the webhook, as a source system has to send it. */
        readonly TestRequest: {
            /**
             * @description HTTP method of the request.
             * @enum {string}
             */
            readonly method: "POST";
            /** @description The path on this engine. */
            readonly path: string;
            /** @description The exact text that was signed and sent. */
            readonly body: string;
            /** @description `x-edifyd-signature`: the HMAC-SHA256 of the body in hexadecimal. */
            readonly signature: string;
        };
        readonly TestSignalBody: {
            /** @description The event, as a source system would send it. */
            readonly event: {
                readonly [key: string]: unknown;
            };
        };
        /** @description A signed event that was sent to the tenant's own webhook, and the answer. */
        readonly TestedSignal: {
            /** @description The request, as the engine sent it to its own webhook. */
            readonly request: components["schemas"]["TestRequest"];
            /** @description The answer of the webhook. */
            readonly answer: components["schemas"]["TestAnswer"];
        };
        readonly TokenUsage: {
            /** @description Tokens that the plan allows in a month. */
            readonly limit: number;
            /** @description Tokens that were used this month. */
            readonly used: number;
        };
        /** @description The matching courses for a topic. */
        readonly TopicMatchView: {
            /** @description The course that a need with this topic is recommended; null: author one. */
            readonly recommended: string | null;
            /** @description At most five, best first. */
            readonly candidates: readonly components["schemas"]["CandidateView"][];
        };
        /** @description People by status on one day. */
        readonly TrendDay: {
            /** @description In the tenant's time zone. */
            readonly date: string;
            /** @description Number of people. */
            readonly total: number;
            /** @description Number of people who are ready. */
            readonly ready: number;
            /** @description Number of people who are at risk. */
            readonly atRisk: number;
            /** @description Number of people who are not ready. */
            readonly notReady: number;
        };
        readonly TrendView: {
            /** @description At the beginning of each day; the last one is now. */
            readonly days: readonly components["schemas"]["TrendDay"][];
        };
        /** @description The keys by which a source system named a worker who is not in the directory yet. */
        readonly UnknownWorker: {
            /** @description Id of the worker in the source systems; null or omitted: none. */
            readonly externalWorkerId?: string;
            /** @description E-mail address of the worker; null or omitted: none. */
            readonly email?: string;
            /** @description Id of the worker in the learning platform; null or omitted: none. */
            readonly learnerId?: string;
        };
        /** @description A type that source systems send and the signal map does not contain. */
        readonly UnmappedType: {
            /** @description Type of signal that the map does not have. */
            readonly type: string;
            /** @description The number of signals of this type. */
            readonly signals: number;
            /**
             * Format: date-time
             * @description When the latest signal of the type arrived, in UTC.
             */
            readonly lastSeenAt: string;
            /** @description The title of the suggested course, or the type in words if there is none. */
            readonly suggestedTopic: string;
            /** @description Null: no published course is similar. */
            readonly suggestedCourse: components["schemas"]["SuggestedCourse"] | null;
        };
        readonly UnmappedTypes: {
            /** @description Most frequent first, at most a hundred. */
            readonly items: readonly components["schemas"]["UnmappedType"][];
            /** @description The number of signals that were examined: those of the last 90 days, at most the latest 200,000. */
            readonly signals: number;
        };
        /** @description A need that the action would leave as it is. */
        readonly UnmovedNeed: {
            /** @description The need: `need_…`. */
            readonly needId: string;
            /** @description Topic of the need; null: none. */
            readonly topic: string | null;
            /**
             * @description Status of the need, which stays.
             * @enum {string}
             */
            readonly status: "completed" | "resolved" | "open" | "offered" | "in_progress" | "authoring" | "snoozed" | "dismissed";
            /** @description As in `refused`. */
            readonly why: string;
            /** @description The rule, in words. */
            readonly rule: string;
        };
        readonly UnmovedPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["UnmovedNeed"][];
            /** @description To send as `cursor` with the same body; null on the last page. */
            readonly nextCursor: string | null;
        };
        /** @description Requests of one hour without a valid signature. */
        readonly UnsignedRequests: {
            /** @description Its beginning. */
            readonly hour: string;
            /** @description Number of requests in the hour that were answered 401. */
            readonly requests: number;
        };
        /** @description A change that time alone brings, if nobody acts. */
        readonly UpcomingChange: {
            /**
             * Format: date-time
             * @description When it happens, in UTC.
             */
            readonly at: string;
            /** @description The day of `at` in the tenant's time zone. */
            readonly date: string;
            /**
             * @description From then on.
             * @enum {string}
             */
            readonly status: "not_ready" | "at_risk" | "ready";
            /** @description Reasons that begin then. */
            readonly begins: readonly components["schemas"]["ChangingReason"][];
            /** @description Reasons that end then. */
            readonly ends: readonly components["schemas"]["ChangingReason"][];
        };
        readonly UserPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["UserView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A user of the tenant's console. */
        readonly UserView: {
            /** @description Identifier with the prefix `usr_`. */
            readonly id: string;
            /** @description E-mail address of the user, with which they log in. */
            readonly email: string;
            /** @description Name of the user. */
            readonly name: string;
            /**
             * @description What the user may do: each role includes the previous ones.
             * @enum {string}
             */
            readonly role: "author" | "viewer" | "admin";
            /** @description False: the user may not log in. */
            readonly active: boolean;
            /** @description False: the user is invited, and has not set a password yet. */
            readonly hasPassword: boolean;
            /**
             * Format: date-time
             * @description When the user last logged in, in UTC; null: never.
             */
            readonly lastLoginAt: string | null;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
        };
        readonly VersionPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["VersionSummary"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A saved version of a draft. */
        readonly VersionSummary: {
            /** @description Number of the version, from 1. */
            readonly version: number;
            /** @description Who saved it: `user:<e-mail>`, `token:<name>` or `job:<queue>`. */
            readonly actor: string;
            /** @description The fields that differ from the version before. */
            readonly changed: readonly string[];
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
        };
        readonly VersionView: {
            /** @description Number of the version, from 1. */
            readonly version: number;
            /** @description Who saved it: `user:<e-mail>`, `token:<name>` or `job:<queue>`. */
            readonly actor: string;
            /** @description The fields that differ from the version before. */
            readonly changed: readonly string[];
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /** @description What differs from the version before; of the first one, everything is added. */
            readonly changes: readonly components["schemas"]["FieldChangeView"][];
            /** @description Category of the future course in this version; null: none. */
            readonly category: string | null;
            /** @description Title in this version. */
            readonly title: string;
            /** @description Summary in this version. */
            readonly summary: string;
            /** @description Objectives in this version. */
            readonly objectives: readonly string[];
            /** @description Whom the course is for in this version, in words. */
            readonly audience: string;
            /** @description Time that a learner needs in this version, in minutes. */
            readonly estimatedMinutes: number;
            /** @description Topics in this version. */
            readonly topics: readonly string[];
            /** @description Lessons of this version, in order. */
            readonly lessons: readonly components["schemas"]["LessonView"][];
            /** @description Questions of this version, in order. */
            readonly quiz: readonly components["schemas"]["QuestionView"][];
        };
        readonly ViewList: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["ViewView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description A named query of a list. */
        readonly ViewView: {
            /** @description Identifier with the prefix `view_`. */
            readonly id: string;
            /** @description Name of the view. */
            readonly name: string;
            /**
             * @description Page whose list the view filters.
             * @enum {string}
             */
            readonly page: "signals" | "needs" | "readiness" | "assignments" | "courses" | "drafts" | "workers" | "groups" | "sites" | "credentials" | "onboarding" | "requirements" | "waivers" | "operations" | "audit";
            /** @description The filters and the order, as they stand in the list's URL. */
            readonly query: string;
            /** @description True: all members of the tenant see it. */
            readonly shared: boolean;
            /** @description True: the caller saved it. */
            readonly own: boolean;
            /** @description Who created it: `user:<e-mail>`, `token:<name>`, `operator` or `job:<queue>`. */
            readonly createdBy: string;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
        };
        /** @description The worker whom a waiver exempts. */
        readonly WaivedWorker: {
            /** @description Identifier with the prefix `wrk_`. */
            readonly id: string;
            /** @description Name of the worker. */
            readonly name: string;
            /** @description Id of the worker in the source systems; null or omitted: none. */
            readonly externalWorkerId: string | null;
            /** @description E-mail address of the worker; null or omitted: none. */
            readonly email: string | null;
        };
        readonly WaiverPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["WaiverView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description Exempts a worker from a requirement, a credential or a need for a while. */
        readonly WaiverView: {
            /** @description Identifier with the prefix `wvr_`. */
            readonly id: string;
            /** @description Whose reason does not count. */
            readonly worker: components["schemas"]["WaivedWorker"];
            /** @description The waived requirement: `req_…`; null: a credential or a need is waived. */
            readonly requirementId: string | null;
            /** @description Name of the credential. */
            readonly credential: string | null;
            /** @description The waived need: `need_…`; null: a requirement or a credential is waived. */
            readonly needId: string | null;
            /** @description What it is about, in words: the credential, the course or the topic; null if that was deleted. */
            readonly about: string | null;
            /** @description Its last day, if it was given as a day, or the instant at which it ends. */
            readonly until: string;
            /** @description False: it is over. */
            readonly active: boolean;
            /** @description Why the reason does not count. */
            readonly note: string;
            /** @description Who created it: `user:<e-mail>`, `token:<name>`, `operator` or `job:<queue>`. */
            readonly createdBy: string;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
        };
        /** @description Why an event or a request was refused. */
        readonly WebhookError: {
            /**
             * @description What happened, for programs.
             * @enum {string}
             */
            readonly error: "invalid_json" | "bad_signature" | "request_timeout" | "payload_too_large" | "invalid_event" | "rate_limited" | "unavailable";
            /** @description With `invalid_event`: each refused field. */
            readonly details?: readonly {
                /** @description Path of the field: `data.severity`. */
                readonly field: string;
                /** @description What is wrong with it, in words. */
                readonly message: string;
            }[];
        };
        readonly WebhookPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["WebhookView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description An address that receives events. Its secret is shown once, when it is created. */
        readonly WebhookView: {
            /** @description Identifier with the prefix `whk_`. */
            readonly id: string;
            /** @description Address that events are sent to. */
            readonly url: string;
            /** @description What the webhook is for, in words; null: nothing. */
            readonly description: string | null;
            /** @description Null: all types. */
            readonly eventTypes: readonly ("need.created" | "need.updated" | "need.offered" | "need.started" | "need.completed" | "need.sent_to_authoring" | "need.withdrawn" | "need.dismissed" | "need.snoozed" | "need.woken" | "need.resolved" | "need.reopened" | "assignment.created" | "assignment.extended" | "assignment.completed" | "assignment.cancelled" | "assignment.withdrawn" | "worker.readiness_changed")[] | null;
            /**
             * @description `given_up`: the engine disabled it after days without a successful delivery, or because it answered 410.
             * @enum {string}
             */
            readonly status: "enabled" | "disabled" | "given_up";
            /** @description The first of the consecutive failures, later by any time over a day without an attempt; null: the last delivery succeeded, or there was none. */
            readonly failingSince: string | null;
            /**
             * Format: date-time
             * @description Until then, messages are also signed with the previous secret.
             */
            readonly previousSecretExpiresAt: string | null;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
        };
        /** @description The keys of a worker: of several keys, the first one that a worker has is used. */
        readonly WorkerKeysBody: {
            /** @description The worker's id in the systems that send signals; tried first. */
            readonly externalWorkerId?: string | null;
            /**
             * Format: email
             * @description Case does not matter; tried second.
             */
            readonly email?: string | null;
            /** @description The worker's id in the learning platform; tried last. */
            readonly learnerId?: string | null;
        };
        readonly WorkerPage: {
            /** @description The items of this page. */
            readonly items: readonly components["schemas"]["WorkerView"][];
            /** @description To send as `cursor` for the next page; null: this is the last one. */
            readonly nextCursor: string | null;
        };
        /** @description How ready one worker is. */
        readonly WorkerReadinessView: {
            /** @description The worker. */
            readonly worker: components["schemas"]["BoardWorker"];
            /**
             * @description `not_ready` with a reason of severity 4 that counts, else `at_risk` with one of severity 3, else `ready`.
             * @enum {string}
             */
            readonly status: "not_ready" | "at_risk" | "ready";
            /** @description Since when the worker has this status, in UTC. */
            readonly since: string;
            /** @description The worst first; those that are waived last. */
            readonly reasons: readonly components["schemas"]["Reason"][];
            /** @description The changes of the next 90 days. */
            readonly upcoming: readonly components["schemas"]["UpcomingChange"][];
            /** @description Completed courses and credentials, by name, at most 1,000. */
            readonly holds: readonly components["schemas"]["Holding"][];
            /** @description Reasons that are over, the latest first, at most 200. */
            readonly history: readonly components["schemas"]["EndedReason"][];
        };
        /** @description The worker to whom a resource belongs. */
        readonly WorkerReference: {
            /** @description Identifier with the prefix `wrk_`. */
            readonly id: string;
            /** @description Name of the worker. */
            readonly name: string;
            /** @description Id of the worker in the source systems; null or omitted: none. */
            readonly externalWorkerId: string | null;
            /** @description E-mail address of the worker; null or omitted: none. */
            readonly email: string | null;
        };
        /** @description A person whose readiness is tracked. */
        readonly WorkerView: {
            /** @description Identifier with the prefix `wrk_`. */
            readonly id: string;
            /** @description Id of the worker in the source systems; null or omitted: none. */
            readonly externalWorkerId: string | null;
            /** @description Lower case. */
            readonly email: string | null;
            /** @description Id of the worker in the learning platform; null or omitted: none. */
            readonly learnerId: string | null;
            /** @description Name of the worker. */
            readonly name: string;
            /** @description Name of the site. */
            readonly site: string | null;
            /** @description What the worker does, by which requirements can apply; null: unknown. */
            readonly role: string | null;
            /** @description Names of the groups, in order. */
            readonly groups: readonly string[];
            /** @description False: the worker has left. */
            readonly active: boolean;
            /** @description Number of the current version; the `ETag` has it too, for `If-Match`. */
            readonly version: number;
            /**
             * Format: date-time
             * @description When it was created, in UTC.
             */
            readonly createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed, in UTC.
             */
            readonly updatedAt: string;
        };
        readonly WorkersImportResult: {
            /** @description Active workers whom the rows do not name and who were deactivated, with `deactivateMissing`. */
            readonly deactivated: number;
            /** @description Rows that created a record. */
            readonly created: number;
            /** @description Rows that changed a record. */
            readonly updated: number;
            /** @description Rows that are equal to their record. */
            readonly unchanged: number;
            /** @description Rows that were refused; `errors` has the reasons for the first of them. */
            readonly failed: number;
            /** @description At most 500. */
            readonly errors: readonly components["schemas"]["ImportRowError"][];
            /** @description True: nothing was written. */
            readonly dryRun: boolean;
        };
        readonly WriterView: {
            /**
             * @description `outline`: the built-in author, which uses no network; `model`: a language model.
             * @enum {string}
             */
            readonly kind: "outline" | "model";
            /** @description Name of the model; null with `outline`. */
            readonly model: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    readonly getHealthLive: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "checks": {
                     *         "postgresql": "ok",
                     *         "queue": "ok"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["HealthView"];
                };
            };
        };
    };
    readonly getHealthReady: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "checks": {
                     *         "postgresql": "ok",
                     *         "queue": "ok"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["HealthView"];
                };
            };
        };
    };
    readonly listAssignments: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description One status, or several, separated by commas. */
                readonly status?: readonly ("assigned" | "completed" | "cancelled")[];
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
                /** @description A need's id. */
                readonly need?: string;
                /** @description A course's id. */
                readonly course?: string;
                /** @description A day or a time: only those due before it. */
                readonly dueBefore?: string;
                /** @description A day or a time: only those due then or later. */
                readonly dueAfter?: string;
                /** @description `due`: the earliest due date first. */
                readonly sort?: "newest" | "due";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "status": "assigned",
                     *           "worker": {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           },
                     *           "course": {
                     *             "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "title": "Mobile crane refresher"
                     *           },
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "dueAt": "2026-12-24",
                     *           "overdue": false,
                     *           "assignedAt": "2026-11-27T08:30:00.000Z",
                     *           "completedAt": "2026-11-27T08:30:00.000Z",
                     *           "reassignedTo": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AssignmentPage"];
                };
            };
        };
    };
    readonly createAssignments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                 *       "target": {
                 *         "kind": "site",
                 *         "id": "North Yard"
                 *       },
                 *       "dueAt": "2026-12-24"
                 *     }
                 */
                readonly "application/json": components["schemas"]["AssignBody"];
            };
        };
        readonly responses: {
            /** @description The result of an offer, or with `dryRun` its expected result. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "op_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "done",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "dueAt": "2026-12-24",
                     *       "people": 1,
                     *       "nobody": "nobody is at this site",
                     *       "counts": {
                     *         "willAssign": 1,
                     *         "assigned": 1,
                     *         "alreadyAssigned": 1,
                     *         "alreadyValid": 1,
                     *         "exempt": 1,
                     *         "left": 1
                     *       },
                     *       "who": {
                     *         "willAssign": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "alreadyAssigned": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "alreadyValid": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "exempt": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "left": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OfferResult"];
                };
            };
            /** @description It continues in the background: the operation has the progress. */
            readonly 202: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "op_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "done",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "dueAt": "2026-12-24",
                     *       "people": 1,
                     *       "nobody": "nobody is at this site",
                     *       "counts": {
                     *         "willAssign": 1,
                     *         "assigned": 1,
                     *         "alreadyAssigned": 1,
                     *         "alreadyValid": 1,
                     *         "exempt": 1,
                     *         "left": 1
                     *       },
                     *       "who": {
                     *         "willAssign": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "alreadyAssigned": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "alreadyValid": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "exempt": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "left": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OfferResult"];
                };
            };
        };
    };
    readonly exportAssignmentsCsv: {
        readonly parameters: {
            readonly query?: {
                /** @description One status, or several, separated by commas. */
                readonly status?: readonly ("assigned" | "completed" | "cancelled")[];
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
                /** @description A need's id. */
                readonly need?: string;
                /** @description A course's id. */
                readonly course?: string;
                /** @description A day or a time: only those due before it. */
                readonly dueBefore?: string;
                /** @description A day or a time: only those due then or later. */
                readonly dueAfter?: string;
                /** @description `due`: the earliest due date first. */
                readonly sort?: "newest" | "due";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
        };
    };
    readonly exportAssignmentsXlsx: {
        readonly parameters: {
            readonly query?: {
                /** @description One status, or several, separated by commas. */
                readonly status?: readonly ("assigned" | "completed" | "cancelled")[];
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
                /** @description A need's id. */
                readonly need?: string;
                /** @description A course's id. */
                readonly course?: string;
                /** @description A day or a time: only those due before it. */
                readonly dueBefore?: string;
                /** @description A day or a time: only those due then or later. */
                readonly dueAfter?: string;
                /** @description `due`: the earliest due date first. */
                readonly sort?: "newest" | "due";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
        };
    };
    readonly getAssignment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `asg_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A course that one person is to complete. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "assigned",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "course": {
                     *         "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher"
                     *       },
                     *       "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "dueAt": "2026-12-24",
                     *       "overdue": false,
                     *       "assignedAt": "2026-11-27T08:30:00.000Z",
                     *       "completedAt": "2026-11-27T08:30:00.000Z",
                     *       "reassignedTo": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    readonly cancelAssignment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `asg_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A course that one person is to complete. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "assigned",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "course": {
                     *         "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher"
                     *       },
                     *       "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "dueAt": "2026-12-24",
                     *       "overdue": false,
                     *       "assignedAt": "2026-11-27T08:30:00.000Z",
                     *       "completedAt": "2026-11-27T08:30:00.000Z",
                     *       "reassignedTo": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    readonly completeAssignment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `asg_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "completedAt": "2026-11-27"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CompleteBody"];
            };
        };
        readonly responses: {
            /** @description A course that one person is to complete. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "assigned",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "course": {
                     *         "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher"
                     *       },
                     *       "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "dueAt": "2026-12-24",
                     *       "overdue": false,
                     *       "assignedAt": "2026-11-27T08:30:00.000Z",
                     *       "completedAt": "2026-11-27T08:30:00.000Z",
                     *       "reassignedTo": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    readonly extendAssignment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `asg_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "dueAt": "2026-12-24"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ExtendBody"];
            };
        };
        readonly responses: {
            /** @description A course that one person is to complete. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "assigned",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "course": {
                     *         "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher"
                     *       },
                     *       "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "dueAt": "2026-12-24",
                     *       "overdue": false,
                     *       "assignedAt": "2026-11-27T08:30:00.000Z",
                     *       "completedAt": "2026-11-27T08:30:00.000Z",
                     *       "reassignedTo": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    readonly getAssignmentLearning: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `asg_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How a worker takes an assigned course. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "link": {
                     *         "assignmentId": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "createdAt": "2026-11-27T08:30:00.000Z",
                     *         "createdBy": "user:ines.costa@acme.com",
                     *         "expiresAt": "2026-11-27T08:30:00.000Z"
                     *       },
                     *       "attempts": [
                     *         {
                     *           "id": "att_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "at": "2026-11-27T08:30:00.000Z",
                     *           "correct": 1,
                     *           "questions": 1,
                     *           "passed": false
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AssignmentLearning"];
                };
            };
        };
    };
    readonly createAssignmentLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `asg_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "validDays": 30
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateLinkBody"];
            };
        };
        readonly responses: {
            /** @description Created. */
            readonly 201: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "learnUrl": "https://engine.example.com/learn/edl_x7Q2",
                     *       "assignmentId": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "createdBy": "user:ines.costa@acme.com",
                     *       "expiresAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CreatedLink"];
                };
            };
        };
    };
    readonly revokeAssignmentLink: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `asg_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly reassignAssignment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `asg_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "workerId": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReassignBody"];
            };
        };
        readonly responses: {
            /** @description A course that one person is to complete. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "assigned",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "course": {
                     *         "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher"
                     *       },
                     *       "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "dueAt": "2026-12-24",
                     *       "overdue": false,
                     *       "assignedAt": "2026-11-27T08:30:00.000Z",
                     *       "completedAt": "2026-11-27T08:30:00.000Z",
                     *       "reassignedTo": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AssignmentView"];
                };
            };
        };
    };
    readonly listAudit: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description The actor: `token:<name>`, `user:<e-mail>`, `operator`, `job:<queue>`. */
                readonly actor?: string;
                /** @description The action: `course.published`. */
                readonly action?: string;
                /** @description The subject: its id (`need_…`), or a kind (`need`). */
                readonly subject?: string;
                /** @description A day or a time: only entries from then on. */
                readonly since?: string;
                /** @description A day or a time: only entries before it. */
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "aud_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "at": "2026-11-27T08:30:00.000Z",
                     *           "actor": "user:ines.costa@acme.com",
                     *           "action": "need.offered",
                     *           "subject": {
                     *             "kind": "need",
                     *             "id": "need_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *           },
                     *           "before": {},
                     *           "after": {}
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AuditPage"];
                };
            };
        };
    };
    readonly exportAuditCsv: {
        readonly parameters: {
            readonly query?: {
                /** @description The actor: `token:<name>`, `user:<e-mail>`, `operator`, `job:<queue>`. */
                readonly actor?: string;
                /** @description The action: `course.published`. */
                readonly action?: string;
                /** @description The subject: its id (`need_…`), or a kind (`need`). */
                readonly subject?: string;
                /** @description A day or a time: only entries from then on. */
                readonly since?: string;
                /** @description A day or a time: only entries before it. */
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
        };
    };
    readonly exportAuditXlsx: {
        readonly parameters: {
            readonly query?: {
                /** @description The actor: `token:<name>`, `user:<e-mail>`, `operator`, `job:<queue>`. */
                readonly actor?: string;
                /** @description The action: `course.published`. */
                readonly action?: string;
                /** @description The subject: its id (`need_…`), or a kind (`need`). */
                readonly subject?: string;
                /** @description A day or a time: only entries from then on. */
                readonly since?: string;
                /** @description A day or a time: only entries before it. */
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
        };
    };
    readonly listAuthoringLedger: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "led_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "kind": "reserved",
                     *           "month": "2026-11",
                     *           "drafts": 1,
                     *           "tokens": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["LedgerPage"];
                };
            };
        };
    };
    readonly getAuthoringUsage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the tenant has drafted in a calendar month, and what its plan allows. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "team",
                     *       "month": "2026-11",
                     *       "drafts": {
                     *         "limit": 1,
                     *         "used": 1,
                     *         "reserved": 1,
                     *         "left": 1
                     *       },
                     *       "tokens": {
                     *         "limit": 1,
                     *         "used": 1
                     *       },
                     *       "resetsAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AuthoringUsage"];
                };
            };
        };
    };
    readonly listCourses: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description One status, or several, comma-separated. */
                readonly status?: readonly ("draft" | "published" | "archived")[];
                /** @description The name of the category; case-insensitive. */
                readonly category?: string;
                /** @description `true`: only those that cite a document which has another version now, or is deleted. */
                readonly reviewDue?: "true" | "false";
                /** @description Part of the title or of a topic. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "title": "Mobile crane refresher",
                     *           "topics": [
                     *             "Crane operation"
                     *           ],
                     *           "category": "Lifting",
                     *           "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *           "content": "Find the radius in the first column, and the boom length in the first row.",
                     *           "quiz": [
                     *             {
                     *               "question": "What do you check before each lift?",
                     *               "options": [
                     *                 "The load chart",
                     *                 "The weather forecast of last week"
                     *               ],
                     *               "answer": 0,
                     *               "rationale": "The load chart says what the crane can lift at this radius."
                     *             }
                     *           ],
                     *           "passMark": 80,
                     *           "launchUrl": "https://learning.acme.com/courses/crane-refresher",
                     *           "estimatedMinutes": 1,
                     *           "status": "draft",
                     *           "reviewDueSince": null,
                     *           "version": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "updatedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CoursePage"];
                };
            };
        };
    };
    readonly createCourse: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "title": "Mobile crane refresher",
                 *       "topics": [
                 *         "Crane operation"
                 *       ],
                 *       "category": "Lifting",
                 *       "estimatedMinutes": 40
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateCourseBody"];
            };
        };
        readonly responses: {
            /** @description A course of the tenant's library. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "title": "Mobile crane refresher",
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "category": "Lifting",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "content": "Find the radius in the first column, and the boom length in the first row.",
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "passMark": 80,
                     *       "launchUrl": "https://learning.acme.com/courses/crane-refresher",
                     *       "estimatedMinutes": 1,
                     *       "status": "draft",
                     *       "reviewDueSince": null,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CourseView"];
                };
            };
        };
    };
    readonly importCourses: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["CourseImportForm"];
                readonly "application/zip": Blob;
                readonly "application/xml": Blob;
                readonly "text/xml": Blob;
            };
        };
        readonly responses: {
            /** @description A course of the tenant's library. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "title": "Mobile crane refresher",
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "category": "Lifting",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "content": "Find the radius in the first column, and the boom length in the first row.",
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "passMark": 80,
                     *       "launchUrl": "https://learning.acme.com/courses/crane-refresher",
                     *       "estimatedMinutes": 1,
                     *       "status": "draft",
                     *       "reviewDueSince": null,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CourseView"];
                };
            };
        };
    };
    readonly getCourse: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `crs_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A course of the tenant's library. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "title": "Mobile crane refresher",
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "category": "Lifting",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "content": "Find the radius in the first column, and the boom length in the first row.",
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "passMark": 80,
                     *       "launchUrl": "https://learning.acme.com/courses/crane-refresher",
                     *       "estimatedMinutes": 1,
                     *       "status": "draft",
                     *       "reviewDueSince": null,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CourseView"];
                };
            };
        };
    };
    readonly putCourse: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `crs_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "title": "Mobile crane refresher",
                 *       "topics": [
                 *         "Crane operation"
                 *       ],
                 *       "category": "Lifting",
                 *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                 *       "content": "Find the radius in the first column, and the boom length in the first row.",
                 *       "quiz": [
                 *         {
                 *           "question": "What do you check before each lift?",
                 *           "options": [
                 *             "The load chart",
                 *             "The weather forecast of last week"
                 *           ],
                 *           "answer": 0,
                 *           "rationale": "The load chart says what the crane can lift at this radius."
                 *         }
                 *       ],
                 *       "passMark": 80,
                 *       "launchUrl": "https://learning.acme.com/courses/crane-refresher",
                 *       "estimatedMinutes": 1
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeCourseBody"];
            };
        };
        readonly responses: {
            /** @description A course of the tenant's library. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "title": "Mobile crane refresher",
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "category": "Lifting",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "content": "Find the radius in the first column, and the boom length in the first row.",
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "passMark": 80,
                     *       "launchUrl": "https://learning.acme.com/courses/crane-refresher",
                     *       "estimatedMinutes": 1,
                     *       "status": "draft",
                     *       "reviewDueSince": null,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CourseView"];
                };
            };
        };
    };
    readonly removeCourse: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `crs_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly changeCourse: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `crs_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "title": "Mobile crane refresher",
                 *       "topics": [
                 *         "Crane operation"
                 *       ],
                 *       "category": "Lifting",
                 *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                 *       "content": "Find the radius in the first column, and the boom length in the first row.",
                 *       "quiz": [
                 *         {
                 *           "question": "What do you check before each lift?",
                 *           "options": [
                 *             "The load chart",
                 *             "The weather forecast of last week"
                 *           ],
                 *           "answer": 0,
                 *           "rationale": "The load chart says what the crane can lift at this radius."
                 *         }
                 *       ],
                 *       "passMark": 80,
                 *       "launchUrl": "https://learning.acme.com/courses/crane-refresher",
                 *       "estimatedMinutes": 1
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeCourseBody"];
            };
        };
        readonly responses: {
            /** @description A course of the tenant's library. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "title": "Mobile crane refresher",
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "category": "Lifting",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "content": "Find the radius in the first column, and the boom length in the first row.",
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "passMark": 80,
                     *       "launchUrl": "https://learning.acme.com/courses/crane-refresher",
                     *       "estimatedMinutes": 1,
                     *       "status": "draft",
                     *       "reviewDueSince": null,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CourseView"];
                };
            };
        };
    };
    readonly archiveCourse: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `crs_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A course of the tenant's library. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "title": "Mobile crane refresher",
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "category": "Lifting",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "content": "Find the radius in the first column, and the boom length in the first row.",
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "passMark": 80,
                     *       "launchUrl": "https://learning.acme.com/courses/crane-refresher",
                     *       "estimatedMinutes": 1,
                     *       "status": "draft",
                     *       "reviewDueSince": null,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CourseView"];
                };
            };
        };
    };
    readonly exportCourse: {
        readonly parameters: {
            readonly query?: {
                /** @description SCORM 1.2, which most learning systems read, SCORM 2004 (4th edition) or cmi5. */
                readonly format?: "scorm12" | "scorm2004" | "cmi5";
            };
            readonly header?: never;
            readonly path: {
                /** @description `crs_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/zip": Blob;
                };
            };
        };
    };
    readonly publishCourse: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `crs_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A course of the tenant's library. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "title": "Mobile crane refresher",
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "category": "Lifting",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "content": "Find the radius in the first column, and the boom length in the first row.",
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "passMark": 80,
                     *       "launchUrl": "https://learning.acme.com/courses/crane-refresher",
                     *       "estimatedMinutes": 1,
                     *       "status": "draft",
                     *       "reviewDueSince": null,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CourseView"];
                };
            };
        };
    };
    readonly confirmCourseReview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `crs_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A course of the tenant's library. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "title": "Mobile crane refresher",
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "category": "Lifting",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "content": "Find the radius in the first column, and the boom length in the first row.",
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "passMark": 80,
                     *       "launchUrl": "https://learning.acme.com/courses/crane-refresher",
                     *       "estimatedMinutes": 1,
                     *       "status": "draft",
                     *       "reviewDueSince": null,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CourseView"];
                };
            };
        };
    };
    readonly listCredentials: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description Name of the credential. */
                readonly name?: string;
                /** @description A day or a time: only credentials that expire before it, or have expired. */
                readonly expiresBefore?: string;
                /** @description `true`: superseded credentials instead of current ones. */
                readonly superseded?: "true" | "false";
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "cred_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "worker": {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           },
                     *           "name": "Crane operator licence",
                     *           "expiresAt": "2026-12-24",
                     *           "supersededAt": "2026-11-27T08:30:00.000Z",
                     *           "version": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "updatedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CredentialPage"];
                };
            };
        };
    };
    readonly createCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Crane operator licence",
                 *       "expiresAt": "2026-12-24",
                 *       "externalWorkerId": "E-1042",
                 *       "email": "maria.santos@acme.com",
                 *       "learnerId": "L-7731"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateCredentialBody"];
            };
        };
        readonly responses: {
            /** @description A licence, a certificate or the like of a worker, which may expire. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cred_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "name": "Crane operator licence",
                     *       "expiresAt": "2026-12-24",
                     *       "supersededAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CredentialView"];
                };
            };
        };
    };
    readonly exportCredentialsCsv: {
        readonly parameters: {
            readonly query?: {
                /** @description Name of the credential. */
                readonly name?: string;
                /** @description A day or a time: only credentials that expire before it, or have expired. */
                readonly expiresBefore?: string;
                /** @description `true`: superseded credentials instead of current ones. */
                readonly superseded?: "true" | "false";
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
        };
    };
    readonly exportCredentialsXlsx: {
        readonly parameters: {
            readonly query?: {
                /** @description Name of the credential. */
                readonly name?: string;
                /** @description A day or a time: only credentials that expire before it, or have expired. */
                readonly expiresBefore?: string;
                /** @description `true`: superseded credentials instead of current ones. */
                readonly superseded?: "true" | "false";
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
        };
    };
    readonly importCredentials: {
        readonly parameters: {
            readonly query?: {
                /** @description Returns the result of the import without writing anything. */
                readonly dryRun?: boolean;
                /** @description Names of columns that differ from those of the fields: `{"Employee ID":"externalWorkerId"}`, or `Employee ID:externalWorkerId,Mail:email`. A column that is mapped to null is not read: `{"Licence":"name","Name":null}`. */
                readonly mapping?: string;
                /** @description How dates are written that are not ISO: `DD/MM/YYYY`, `MM/DD/YYYY`, `DD.MM.YYYY`, with `/`, `.` or `-`. */
                readonly dateFormat?: string;
            };
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "text/csv": string;
                readonly "application/x-ndjson": string;
                readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                readonly "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description The rows, in one of these formats.
                     */
                    readonly file: Blob;
                };
            };
        };
        readonly responses: {
            /** @description The outcomes of the rows of an import. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created": 1,
                     *       "updated": 1,
                     *       "unchanged": 1,
                     *       "failed": 1,
                     *       "errors": [
                     *         {
                     *           "row": 1,
                     *           "field": "email",
                     *           "message": "must be an e-mail address"
                     *         }
                     *       ],
                     *       "dryRun": false
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ImportResult"];
                };
            };
        };
    };
    readonly getCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `cred_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A licence, a certificate or the like of a worker, which may expire. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cred_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "name": "Crane operator licence",
                     *       "expiresAt": "2026-12-24",
                     *       "supersededAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CredentialView"];
                };
            };
        };
    };
    readonly putCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `cred_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Crane operator licence",
                 *       "expiresAt": "2026-12-24"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeCredentialBody"];
            };
        };
        readonly responses: {
            /** @description A licence, a certificate or the like of a worker, which may expire. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cred_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "name": "Crane operator licence",
                     *       "expiresAt": "2026-12-24",
                     *       "supersededAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CredentialView"];
                };
            };
        };
    };
    readonly removeCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `cred_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly changeCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `cred_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Crane operator licence",
                 *       "expiresAt": "2026-12-24"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeCredentialBody"];
            };
        };
        readonly responses: {
            /** @description A licence, a certificate or the like of a worker, which may expire. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cred_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "name": "Crane operator licence",
                     *       "expiresAt": "2026-12-24",
                     *       "supersededAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CredentialView"];
                };
            };
        };
    };
    readonly listDocuments: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description Part of the title. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "doc_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "title": "Lifting rules of the yard",
                     *           "version": "3",
                     *           "revision": 1,
                     *           "mediaType": "text/markdown",
                     *           "bytes": 48213,
                     *           "passages": 1,
                     *           "pagesWithoutText": [],
                     *           "uploadedBy": "user:ines.costa@acme.com",
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "updatedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentPage"];
                };
            };
        };
    };
    readonly uploadDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "multipart/form-data": components["schemas"]["DocumentForm"];
            };
        };
        readonly responses: {
            /** @description Created. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "doc_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "title": "Lifting rules of the yard",
                     *       "version": "3",
                     *       "revision": 1,
                     *       "mediaType": "text/markdown",
                     *       "bytes": 48213,
                     *       "passages": 1,
                     *       "pagesWithoutText": [],
                     *       "uploadedBy": "user:ines.costa@acme.com",
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentView"];
                };
            };
        };
    };
    readonly searchDocuments: {
        readonly parameters: {
            readonly query: {
                /** @description Words to look for, in any form; passages with more of them come first. */
                readonly q: string;
                /** @description Number of passages, the best first. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The best ones first. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "documentId": "doc_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "passageId": "psg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "title": "Lifting rules of the yard",
                     *           "version": "3",
                     *           "section": "Before each lift",
                     *           "text": "A crane operator checks the load chart before each lift."
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["FoundPassages"];
                };
            };
        };
    };
    readonly getDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `doc_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "doc_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "title": "Lifting rules of the yard",
                     *       "version": "3",
                     *       "revision": 1,
                     *       "mediaType": "text/markdown",
                     *       "bytes": 48213,
                     *       "passages": 1,
                     *       "pagesWithoutText": [],
                     *       "uploadedBy": "user:ines.costa@acme.com",
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DocumentView"];
                };
            };
        };
    };
    readonly removeDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `doc_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly getDocumentPassages: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description Words that a passage contains, in any form. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description `doc_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "psg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "documentId": "doc_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "title": "Mobile crane refresher",
                     *           "position": 1,
                     *           "section": "Before each lift",
                     *           "text": "A crane operator checks the load chart before each lift."
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PassagePage"];
                };
            };
        };
    };
    readonly listDrafts: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description One status, or several, comma-separated. */
                readonly status?: readonly ("queued" | "drafting" | "ready" | "in_review" | "approved" | "published" | "rejected" | "failed" | "cancelled")[];
                /** @description The topic, in any spelling that has the same identity. */
                readonly topic?: string;
                /** @description `true`: only those that cite a document which has another version now, or is deleted. */
                readonly reviewDue?: "true" | "false";
                /** @description Part of the title or of the topic. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "status": "published",
                     *           "topic": "Crane operation",
                     *           "category": "Lifting",
                     *           "title": "Mobile crane refresher",
                     *           "writtenBy": {
                     *             "kind": "outline",
                     *             "model": null
                     *           },
                     *           "startedBy": {
                     *             "kind": "person",
                     *             "name": "user:ines.costa@acme.com"
                     *           },
                     *           "needs": 1,
                     *           "people": 1,
                     *           "error": null,
                     *           "rejection": null,
                     *           "reviewDueSince": null,
                     *           "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "version": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "updatedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DraftPage"];
                };
            };
        };
    };
    readonly getDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "published",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "title": "Mobile crane refresher",
                     *       "writtenBy": {
                     *         "kind": "outline",
                     *         "model": null
                     *       },
                     *       "startedBy": {
                     *         "kind": "person",
                     *         "name": "user:ines.costa@acme.com"
                     *       },
                     *       "needs": 1,
                     *       "people": 1,
                     *       "error": null,
                     *       "rejection": null,
                     *       "reviewDueSince": null,
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "objectives": [
                     *         "Read the load chart of a mobile crane"
                     *       ],
                     *       "audience": "Crane operators with a licence that is about to expire",
                     *       "estimatedMinutes": 1,
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "lessons": [
                     *         {
                     *           "id": "lesson-1",
                     *           "title": "Reading a load chart",
                     *           "markdown": "Find the radius in the first column, and the boom length in the first row.",
                     *           "claims": [
                     *             {
                     *               "text": "A crane operator checks the load chart before each lift.",
                     *               "source": "Lifting rules of the yard, version 3"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "name": "outline",
                     *           "status": "waiting",
                     *           "characters": 1
                     *         }
                     *       ],
                     *       "cost": {
                     *         "drafts": 1,
                     *         "tokens": 1
                     *       },
                     *       "checks": [
                     *         {
                     *           "check": "missing_source",
                     *           "level": "blocks",
                     *           "text": "A claim needs a source.",
                     *           "lessonId": "lesson-1",
                     *           "question": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    readonly changeDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "title": "Mobile crane refresher",
                 *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                 *       "objectives": [
                 *         "Read the load chart of a mobile crane"
                 *       ],
                 *       "audience": "Crane operators with a licence that is about to expire",
                 *       "estimatedMinutes": 1,
                 *       "category": "Lifting",
                 *       "topics": [
                 *         "Crane operation"
                 *       ],
                 *       "lessons": [
                 *         {
                 *           "id": "lesson-1",
                 *           "title": "Reading a load chart",
                 *           "markdown": "Find the radius in the first column, and the boom length in the first row.",
                 *           "claims": [
                 *             {
                 *               "text": "A crane operator checks the load chart before each lift.",
                 *               "source": "Lifting rules of the yard, version 3"
                 *             }
                 *           ]
                 *         },
                 *         {
                 *           "id": "lesson-1",
                 *           "title": "Reading a load chart",
                 *           "markdown": "Find the radius in the first column, and the boom length in the first row.",
                 *           "claims": [
                 *             {
                 *               "text": "A crane operator checks the load chart before each lift.",
                 *               "source": "Lifting rules of the yard, version 3"
                 *             }
                 *           ]
                 *         }
                 *       ],
                 *       "quiz": [
                 *         {
                 *           "question": "What do you check before each lift?",
                 *           "options": [
                 *             "The load chart",
                 *             "The weather forecast of last week"
                 *           ],
                 *           "answer": 0,
                 *           "rationale": "The load chart says what the crane can lift at this radius."
                 *         },
                 *         {
                 *           "question": "What do you check before each lift?",
                 *           "options": [
                 *             "The load chart",
                 *             "The weather forecast of last week"
                 *           ],
                 *           "answer": 0,
                 *           "rationale": "The load chart says what the crane can lift at this radius."
                 *         },
                 *         {
                 *           "question": "What do you check before each lift?",
                 *           "options": [
                 *             "The load chart",
                 *             "The weather forecast of last week"
                 *           ],
                 *           "answer": 0,
                 *           "rationale": "The load chart says what the crane can lift at this radius."
                 *         }
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeDraftBody"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "published",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "title": "Mobile crane refresher",
                     *       "writtenBy": {
                     *         "kind": "outline",
                     *         "model": null
                     *       },
                     *       "startedBy": {
                     *         "kind": "person",
                     *         "name": "user:ines.costa@acme.com"
                     *       },
                     *       "needs": 1,
                     *       "people": 1,
                     *       "error": null,
                     *       "rejection": null,
                     *       "reviewDueSince": null,
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "objectives": [
                     *         "Read the load chart of a mobile crane"
                     *       ],
                     *       "audience": "Crane operators with a licence that is about to expire",
                     *       "estimatedMinutes": 1,
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "lessons": [
                     *         {
                     *           "id": "lesson-1",
                     *           "title": "Reading a load chart",
                     *           "markdown": "Find the radius in the first column, and the boom length in the first row.",
                     *           "claims": [
                     *             {
                     *               "text": "A crane operator checks the load chart before each lift.",
                     *               "source": "Lifting rules of the yard, version 3"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "name": "outline",
                     *           "status": "waiting",
                     *           "characters": 1
                     *         }
                     *       ],
                     *       "cost": {
                     *         "drafts": 1,
                     *         "tokens": 1
                     *       },
                     *       "checks": [
                     *         {
                     *           "check": "missing_source",
                     *           "level": "blocks",
                     *           "text": "A claim needs a source.",
                     *           "lessonId": "lesson-1",
                     *           "question": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    readonly approveDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "published",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "title": "Mobile crane refresher",
                     *       "writtenBy": {
                     *         "kind": "outline",
                     *         "model": null
                     *       },
                     *       "startedBy": {
                     *         "kind": "person",
                     *         "name": "user:ines.costa@acme.com"
                     *       },
                     *       "needs": 1,
                     *       "people": 1,
                     *       "error": null,
                     *       "rejection": null,
                     *       "reviewDueSince": null,
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "objectives": [
                     *         "Read the load chart of a mobile crane"
                     *       ],
                     *       "audience": "Crane operators with a licence that is about to expire",
                     *       "estimatedMinutes": 1,
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "lessons": [
                     *         {
                     *           "id": "lesson-1",
                     *           "title": "Reading a load chart",
                     *           "markdown": "Find the radius in the first column, and the boom length in the first row.",
                     *           "claims": [
                     *             {
                     *               "text": "A crane operator checks the load chart before each lift.",
                     *               "source": "Lifting rules of the yard, version 3"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "name": "outline",
                     *           "status": "waiting",
                     *           "characters": 1
                     *         }
                     *       ],
                     *       "cost": {
                     *         "drafts": 1,
                     *         "tokens": 1
                     *       },
                     *       "checks": [
                     *         {
                     *           "check": "missing_source",
                     *           "level": "blocks",
                     *           "text": "A claim needs a source.",
                     *           "lessonId": "lesson-1",
                     *           "question": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    readonly cancelDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "published",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "title": "Mobile crane refresher",
                     *       "writtenBy": {
                     *         "kind": "outline",
                     *         "model": null
                     *       },
                     *       "startedBy": {
                     *         "kind": "person",
                     *         "name": "user:ines.costa@acme.com"
                     *       },
                     *       "needs": 1,
                     *       "people": 1,
                     *       "error": null,
                     *       "rejection": null,
                     *       "reviewDueSince": null,
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "objectives": [
                     *         "Read the load chart of a mobile crane"
                     *       ],
                     *       "audience": "Crane operators with a licence that is about to expire",
                     *       "estimatedMinutes": 1,
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "lessons": [
                     *         {
                     *           "id": "lesson-1",
                     *           "title": "Reading a load chart",
                     *           "markdown": "Find the radius in the first column, and the boom length in the first row.",
                     *           "claims": [
                     *             {
                     *               "text": "A crane operator checks the load chart before each lift.",
                     *               "source": "Lifting rules of the yard, version 3"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "name": "outline",
                     *           "status": "waiting",
                     *           "characters": 1
                     *         }
                     *       ],
                     *       "cost": {
                     *         "drafts": 1,
                     *         "tokens": 1
                     *       },
                     *       "checks": [
                     *         {
                     *           "check": "missing_source",
                     *           "level": "blocks",
                     *           "text": "A claim needs a source.",
                     *           "lessonId": "lesson-1",
                     *           "question": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    readonly listComments: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "cmt_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "author": "user:ines.costa@acme.com",
                     *           "body": "Please cite the rules of the yard here.",
                     *           "lessonId": "lesson-1",
                     *           "version": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CommentPage"];
                };
            };
        };
    };
    readonly createComment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "body": "Please cite the rules of the yard here.",
                 *       "lessonId": "lesson-1"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CommentBody"];
            };
        };
        readonly responses: {
            /** @description Created. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cmt_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "author": "user:ines.costa@acme.com",
                     *       "body": "Please cite the rules of the yard here.",
                     *       "lessonId": "lesson-1",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CommentView"];
                };
            };
        };
    };
    readonly exportDraft: {
        readonly parameters: {
            readonly query?: {
                /** @description SCORM 1.2, which most learning systems read, SCORM 2004 (4th edition) or cmi5. */
                readonly format?: "scorm12" | "scorm2004" | "cmi5";
            };
            readonly header?: never;
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/zip": Blob;
                };
            };
        };
    };
    readonly getDraftPreview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
        };
    };
    readonly publishDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "published",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "title": "Mobile crane refresher",
                     *       "writtenBy": {
                     *         "kind": "outline",
                     *         "model": null
                     *       },
                     *       "startedBy": {
                     *         "kind": "person",
                     *         "name": "user:ines.costa@acme.com"
                     *       },
                     *       "needs": 1,
                     *       "people": 1,
                     *       "error": null,
                     *       "rejection": null,
                     *       "reviewDueSince": null,
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "objectives": [
                     *         "Read the load chart of a mobile crane"
                     *       ],
                     *       "audience": "Crane operators with a licence that is about to expire",
                     *       "estimatedMinutes": 1,
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "lessons": [
                     *         {
                     *           "id": "lesson-1",
                     *           "title": "Reading a load chart",
                     *           "markdown": "Find the radius in the first column, and the boom length in the first row.",
                     *           "claims": [
                     *             {
                     *               "text": "A crane operator checks the load chart before each lift.",
                     *               "source": "Lifting rules of the yard, version 3"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "name": "outline",
                     *           "status": "waiting",
                     *           "characters": 1
                     *         }
                     *       ],
                     *       "cost": {
                     *         "drafts": 1,
                     *         "tokens": 1
                     *       },
                     *       "checks": [
                     *         {
                     *           "check": "missing_source",
                     *           "level": "blocks",
                     *           "text": "A claim needs a source.",
                     *           "lessonId": "lesson-1",
                     *           "question": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    readonly rejectDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "Names a crane that we do not have."
                 *     }
                 */
                readonly "application/json": components["schemas"]["RejectBody"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "published",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "title": "Mobile crane refresher",
                     *       "writtenBy": {
                     *         "kind": "outline",
                     *         "model": null
                     *       },
                     *       "startedBy": {
                     *         "kind": "person",
                     *         "name": "user:ines.costa@acme.com"
                     *       },
                     *       "needs": 1,
                     *       "people": 1,
                     *       "error": null,
                     *       "rejection": null,
                     *       "reviewDueSince": null,
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "objectives": [
                     *         "Read the load chart of a mobile crane"
                     *       ],
                     *       "audience": "Crane operators with a licence that is about to expire",
                     *       "estimatedMinutes": 1,
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "lessons": [
                     *         {
                     *           "id": "lesson-1",
                     *           "title": "Reading a load chart",
                     *           "markdown": "Find the radius in the first column, and the boom length in the first row.",
                     *           "claims": [
                     *             {
                     *               "text": "A crane operator checks the load chart before each lift.",
                     *               "source": "Lifting rules of the yard, version 3"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "name": "outline",
                     *           "status": "waiting",
                     *           "characters": 1
                     *         }
                     *       ],
                     *       "cost": {
                     *         "drafts": 1,
                     *         "tokens": 1
                     *       },
                     *       "checks": [
                     *         {
                     *           "check": "missing_source",
                     *           "level": "blocks",
                     *           "text": "A claim needs a source.",
                     *           "lessonId": "lesson-1",
                     *           "question": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    readonly retryDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "published",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "title": "Mobile crane refresher",
                     *       "writtenBy": {
                     *         "kind": "outline",
                     *         "model": null
                     *       },
                     *       "startedBy": {
                     *         "kind": "person",
                     *         "name": "user:ines.costa@acme.com"
                     *       },
                     *       "needs": 1,
                     *       "people": 1,
                     *       "error": null,
                     *       "rejection": null,
                     *       "reviewDueSince": null,
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "objectives": [
                     *         "Read the load chart of a mobile crane"
                     *       ],
                     *       "audience": "Crane operators with a licence that is about to expire",
                     *       "estimatedMinutes": 1,
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "lessons": [
                     *         {
                     *           "id": "lesson-1",
                     *           "title": "Reading a load chart",
                     *           "markdown": "Find the radius in the first column, and the boom length in the first row.",
                     *           "claims": [
                     *             {
                     *               "text": "A crane operator checks the load chart before each lift.",
                     *               "source": "Lifting rules of the yard, version 3"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "name": "outline",
                     *           "status": "waiting",
                     *           "characters": 1
                     *         }
                     *       ],
                     *       "cost": {
                     *         "drafts": 1,
                     *         "tokens": 1
                     *       },
                     *       "checks": [
                     *         {
                     *           "check": "missing_source",
                     *           "level": "blocks",
                     *           "text": "A claim needs a source.",
                     *           "lessonId": "lesson-1",
                     *           "question": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    readonly getDraftSources: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "needed": [
                     *         {
                     *           "lessonId": "lesson-1",
                     *           "claim": "A crane operator checks the load chart before each lift.",
                     *           "nearest": {
                     *             "documentId": "doc_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "passageId": "psg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "title": "Lifting rules of the yard",
                     *             "version": "3",
                     *             "section": "Before each lift",
                     *             "text": "A crane operator checks the load chart before each lift."
                     *           }
                     *         }
                     *       ],
                     *       "outdated": [
                     *         {
                     *           "lessonId": "lesson-1",
                     *           "claim": "A crane operator checks the load chart before each lift.",
                     *           "documentId": "doc_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "passageId": "psg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "text": "Lifting rules of the yard, version 3, Before each lift"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DraftSources"];
                };
            };
        };
    };
    readonly submitDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "published",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "title": "Mobile crane refresher",
                     *       "writtenBy": {
                     *         "kind": "outline",
                     *         "model": null
                     *       },
                     *       "startedBy": {
                     *         "kind": "person",
                     *         "name": "user:ines.costa@acme.com"
                     *       },
                     *       "needs": 1,
                     *       "people": 1,
                     *       "error": null,
                     *       "rejection": null,
                     *       "reviewDueSince": null,
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "objectives": [
                     *         "Read the load chart of a mobile crane"
                     *       ],
                     *       "audience": "Crane operators with a licence that is about to expire",
                     *       "estimatedMinutes": 1,
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "lessons": [
                     *         {
                     *           "id": "lesson-1",
                     *           "title": "Reading a load chart",
                     *           "markdown": "Find the radius in the first column, and the boom length in the first row.",
                     *           "claims": [
                     *             {
                     *               "text": "A crane operator checks the load chart before each lift.",
                     *               "source": "Lifting rules of the yard, version 3"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ],
                     *       "steps": [
                     *         {
                     *           "name": "outline",
                     *           "status": "waiting",
                     *           "characters": 1
                     *         }
                     *       ],
                     *       "cost": {
                     *         "drafts": 1,
                     *         "tokens": 1
                     *       },
                     *       "checks": [
                     *         {
                     *           "check": "missing_source",
                     *           "level": "blocks",
                     *           "text": "A claim needs a source.",
                     *           "lessonId": "lesson-1",
                     *           "question": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DraftView"];
                };
            };
        };
    };
    readonly listDraftVersions: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "version": 1,
                     *           "actor": "user:ines.costa@acme.com",
                     *           "changed": [
                     *             "summary"
                     *           ],
                     *           "createdAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VersionPage"];
                };
            };
        };
    };
    readonly getDraftVersion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `drf_…` */
                readonly id: string;
                /** @description Number of the version, from 1. */
                readonly version: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "actor": "user:ines.costa@acme.com",
                     *       "changed": [
                     *         "summary"
                     *       ],
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "changes": [
                     *         {
                     *           "field": "summary",
                     *           "kind": "added",
                     *           "lines": [
                     *             {
                     *               "kind": "same",
                     *               "text": "A crane operator checks the load chart before each lift."
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "category": "Lifting",
                     *       "title": "Mobile crane refresher",
                     *       "summary": "What has changed in the rules for mobile cranes, and how to read the load chart of your crane.",
                     *       "objectives": [
                     *         "Read the load chart of a mobile crane"
                     *       ],
                     *       "audience": "Crane operators with a licence that is about to expire",
                     *       "estimatedMinutes": 1,
                     *       "topics": [
                     *         "Crane operation"
                     *       ],
                     *       "lessons": [
                     *         {
                     *           "id": "lesson-1",
                     *           "title": "Reading a load chart",
                     *           "markdown": "Find the radius in the first column, and the boom length in the first row.",
                     *           "claims": [
                     *             {
                     *               "text": "A crane operator checks the load chart before each lift.",
                     *               "source": "Lifting rules of the yard, version 3"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "quiz": [
                     *         {
                     *           "question": "What do you check before each lift?",
                     *           "options": [
                     *             "The load chart",
                     *             "The weather forecast of last week"
                     *           ],
                     *           "answer": 0,
                     *           "rationale": "The load chart says what the crane can lift at this radius."
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["VersionView"];
                };
            };
        };
    };
    readonly getEvents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `id` of the last event that was received: the stream begins with those that were missed, or with `resync`. */
                readonly "Last-Event-ID"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
        };
    };
    readonly listGroups: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description Part of the name. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "grp_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Crane crew",
                     *           "workers": 1,
                     *           "version": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["GroupPage"];
                };
            };
        };
    };
    readonly createGroup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Crane crew"
                 *     }
                 */
                readonly "application/json": components["schemas"]["NameBody"];
            };
        };
        readonly responses: {
            /** @description A named set of workers. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "grp_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "Crane crew",
                     *       "workers": 1,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["GroupView"];
                };
            };
        };
    };
    readonly getGroup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `grp_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A named set of workers. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "grp_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "Crane crew",
                     *       "workers": 1,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["GroupView"];
                };
            };
        };
    };
    readonly putGroup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `grp_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Crane crew"
                 *     }
                 */
                readonly "application/json": components["schemas"]["NameBody"];
            };
        };
        readonly responses: {
            /** @description A named set of workers. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "grp_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "Crane crew",
                     *       "workers": 1,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["GroupView"];
                };
            };
        };
    };
    readonly removeGroup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `grp_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly renameGroup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `grp_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Crane crew"
                 *     }
                 */
                readonly "application/json": components["schemas"]["NameBody"];
            };
        };
        readonly responses: {
            /** @description A named set of workers. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "grp_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "Crane crew",
                     *       "workers": 1,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["GroupView"];
                };
            };
        };
    };
    readonly changeGroupMembers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `grp_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "add": [
                 *         "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t"
                 *       ],
                 *       "remove": [
                 *         "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeMembersBody"];
            };
        };
        readonly responses: {
            /** @description A named set of workers. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "grp_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "Crane crew",
                     *       "workers": 1,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["GroupView"];
                };
            };
        };
    };
    readonly getLimits: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the operator of the engine has set for the tenant. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "signalRetentionMonths": 1,
                     *       "rateLimit": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TenantLimits"];
                };
            };
        };
    };
    readonly getMe: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The caller, its tenant and its role. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "slug": "acme",
                     *         "name": "Acme"
                     *       },
                     *       "name": "payroll",
                     *       "role": "author",
                     *       "user": {
                     *         "id": "usr_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "email": "maria.santos@acme.com"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    readonly changeMyPassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "currentPassword": "correct horse battery staple",
                 *       "newPassword": "staple battery horse correct"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangePasswordBody"];
            };
        };
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly listNeeds: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description `severity`: most severe first, then newest first. `due`: the earliest due date first, and those without one last. */
                readonly sort?: "severity" | "newest" | "oldest" | "due";
                /** @description `true`: a gap, the needs with the same audience and the same topic, is one row, that of its leader, and matches if one of its needs does. `false`: every need is a row. */
                readonly grouped?: "true" | "false";
                /** @description `all`: of every status. Default: those of the inbox, which are open and not snoozed. */
                readonly status?: readonly ("open" | "offered" | "in_progress" | "authoring" | "snoozed" | "completed" | "dismissed" | "resolved" | "all")[];
                /** @description Severities, separated by commas: 1 low, 2 info, 3 soon, 4 blocking. In a body also a number, or numbers. */
                readonly severity?: readonly ("1" | "2" | "3" | "4")[];
                /** @description Type of signal that reported the need, whether the latest or an earlier one. */
                readonly type?: string;
                /** @description Case does not matter. */
                readonly topic?: string;
                /** @description Name of the site in the signal, or of the worker's site. */
                readonly site?: string;
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
                /** @description Kinds of recommendation, separated by commas. */
                readonly recommendation?: readonly ("pending" | "course" | "author_one")[];
                /** @description A course's id: the needs that it is recommended for. */
                readonly course?: string;
                /** @description Name of a worker group: the needs of its workers. */
                readonly group?: string;
                /** @description The key of the data point. */
                readonly dedupeKey?: string;
                /** @description `true`: needs of workers who are not in the directory; `false`: all others. */
                readonly unknownWorker?: "true" | "false";
                /** @description `true`: needs of sites that the directory does not know; `false`: all others. */
                readonly unknownSite?: "true" | "false";
                /** @description A day or a time: only those due before it. */
                readonly dueBefore?: string;
                /** @description A day or a time: only those due then or later. */
                readonly dueAfter?: string;
                /** @description A day or a time: only those reported then or later, for the last time. */
                readonly seenSince?: string;
                /** @description A day or a time: only those that were not reported again since. */
                readonly seenBefore?: string;
                /** @description A day or a time: only those reported then or later for the first time. */
                readonly firstSeenSince?: string;
                /** @description A day or a time: only those reported before it for the first time. */
                readonly firstSeenBefore?: string;
                /** @description Prefixes of words: each must be a prefix of a word of the topic, the type, the site or the worker's name. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "status": "completed",
                     *           "type": "credential_expiring",
                     *           "topic": "Crane operation",
                     *           "category": "Lifting",
                     *           "severity": 3,
                     *           "audience": {
                     *             "kind": "worker",
                     *             "worker": {
                     *               "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *               "name": "Maria Santos",
                     *               "externalWorkerId": "E-1042",
                     *               "email": "maria.santos@acme.com",
                     *               "site": "North Yard"
                     *             },
                     *             "site": "North Yard",
                     *             "people": 1,
                     *             "answered": 1
                     *           },
                     *           "unknownWorker": {
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com",
                     *             "learnerId": "L-7731"
                     *           },
                     *           "unknownSite": null,
                     *           "nearestSite": null,
                     *           "recommendation": {
                     *             "kind": "pending",
                     *             "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "title": "Mobile crane refresher",
                     *             "score": 0.92,
                     *             "evidence": [
                     *               "The title has \"crane\""
                     *             ]
                     *           },
                     *           "suggestion": {
                     *             "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "title": "Mobile crane refresher",
                     *             "score": 0.92,
                     *             "evidence": [
                     *               "The title has \"crane\""
                     *             ]
                     *           },
                     *           "alsoReportedBy": [
                     *             {
                     *               "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *               "type": "credential_expiring",
                     *               "source": "LIC-2207",
                     *               "lastSeenAt": "2026-11-27T08:30:00.000Z"
                     *             }
                     *           ],
                     *           "authoring": {
                     *             "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "status": "drafting",
                     *             "blocked": "plan_limit",
                     *             "resetsAt": "2026-11-27T08:30:00.000Z"
                     *           },
                     *           "dueAt": "2026-12-24",
                     *           "snoozedUntil": "2026-12-24",
                     *           "dismissal": {
                     *             "reason": "not_training",
                     *             "note": "Holds the licence of another country.",
                     *             "until": "2026-12-24"
                     *           },
                     *           "signalCount": 1,
                     *           "firstSeenAt": "2026-11-27T08:30:00.000Z",
                     *           "lastSeenAt": "2026-11-27T08:30:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NeedPage"];
                };
            };
        };
    };
    readonly exportNeedsCsv: {
        readonly parameters: {
            readonly query?: {
                /** @description `true`: a gap, the needs with the same audience and the same topic, is one row, that of its leader, and matches if one of its needs does. `false`: every need is a row. */
                readonly grouped?: "true" | "false";
                /** @description `all`: of every status. Default: those of the inbox, which are open and not snoozed. */
                readonly status?: readonly ("open" | "offered" | "in_progress" | "authoring" | "snoozed" | "completed" | "dismissed" | "resolved" | "all")[];
                /** @description Severities, separated by commas: 1 low, 2 info, 3 soon, 4 blocking. In a body also a number, or numbers. */
                readonly severity?: readonly ("1" | "2" | "3" | "4")[];
                /** @description Type of signal that reported the need, whether the latest or an earlier one. */
                readonly type?: string;
                /** @description Case does not matter. */
                readonly topic?: string;
                /** @description Name of the site in the signal, or of the worker's site. */
                readonly site?: string;
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
                /** @description Kinds of recommendation, separated by commas. */
                readonly recommendation?: readonly ("pending" | "course" | "author_one")[];
                /** @description A course's id: the needs that it is recommended for. */
                readonly course?: string;
                /** @description Name of a worker group: the needs of its workers. */
                readonly group?: string;
                /** @description The key of the data point. */
                readonly dedupeKey?: string;
                /** @description `true`: needs of workers who are not in the directory; `false`: all others. */
                readonly unknownWorker?: "true" | "false";
                /** @description `true`: needs of sites that the directory does not know; `false`: all others. */
                readonly unknownSite?: "true" | "false";
                /** @description A day or a time: only those due before it. */
                readonly dueBefore?: string;
                /** @description A day or a time: only those due then or later. */
                readonly dueAfter?: string;
                /** @description A day or a time: only those reported then or later, for the last time. */
                readonly seenSince?: string;
                /** @description A day or a time: only those that were not reported again since. */
                readonly seenBefore?: string;
                /** @description A day or a time: only those reported then or later for the first time. */
                readonly firstSeenSince?: string;
                /** @description A day or a time: only those reported before it for the first time. */
                readonly firstSeenBefore?: string;
                /** @description Prefixes of words: each must be a prefix of a word of the topic, the type, the site or the worker's name. */
                readonly q?: string;
                /** @description `severity`: most severe first, then newest first. `due`: the earliest due date first, and those without one last. */
                readonly sort?: "severity" | "newest" | "oldest" | "due";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
        };
    };
    readonly exportNeedsXlsx: {
        readonly parameters: {
            readonly query?: {
                /** @description `true`: a gap, the needs with the same audience and the same topic, is one row, that of its leader, and matches if one of its needs does. `false`: every need is a row. */
                readonly grouped?: "true" | "false";
                /** @description `all`: of every status. Default: those of the inbox, which are open and not snoozed. */
                readonly status?: readonly ("open" | "offered" | "in_progress" | "authoring" | "snoozed" | "completed" | "dismissed" | "resolved" | "all")[];
                /** @description Severities, separated by commas: 1 low, 2 info, 3 soon, 4 blocking. In a body also a number, or numbers. */
                readonly severity?: readonly ("1" | "2" | "3" | "4")[];
                /** @description Type of signal that reported the need, whether the latest or an earlier one. */
                readonly type?: string;
                /** @description Case does not matter. */
                readonly topic?: string;
                /** @description Name of the site in the signal, or of the worker's site. */
                readonly site?: string;
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
                /** @description Kinds of recommendation, separated by commas. */
                readonly recommendation?: readonly ("pending" | "course" | "author_one")[];
                /** @description A course's id: the needs that it is recommended for. */
                readonly course?: string;
                /** @description Name of a worker group: the needs of its workers. */
                readonly group?: string;
                /** @description The key of the data point. */
                readonly dedupeKey?: string;
                /** @description `true`: needs of workers who are not in the directory; `false`: all others. */
                readonly unknownWorker?: "true" | "false";
                /** @description `true`: needs of sites that the directory does not know; `false`: all others. */
                readonly unknownSite?: "true" | "false";
                /** @description A day or a time: only those due before it. */
                readonly dueBefore?: string;
                /** @description A day or a time: only those due then or later. */
                readonly dueAfter?: string;
                /** @description A day or a time: only those reported then or later, for the last time. */
                readonly seenSince?: string;
                /** @description A day or a time: only those that were not reported again since. */
                readonly seenBefore?: string;
                /** @description A day or a time: only those reported then or later for the first time. */
                readonly firstSeenSince?: string;
                /** @description A day or a time: only those reported before it for the first time. */
                readonly firstSeenBefore?: string;
                /** @description Prefixes of words: each must be a prefix of a word of the topic, the type, the site or the worker's name. */
                readonly q?: string;
                /** @description `severity`: most severe first, then newest first. `due`: the earliest due date first, and those without one last. */
                readonly sort?: "severity" | "newest" | "oldest" | "due";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
        };
    };
    readonly startBulk: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "action": "offer",
                 *       "filter": {
                 *         "site": "North Yard",
                 *         "severity": [
                 *           "4"
                 *         ]
                 *       },
                 *       "dueAt": "2026-12-24",
                 *       "dryRun": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["BulkBody"];
            };
        };
        readonly responses: {
            /** @description The started bulk action, or with `dryRun` its expected result. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "action": "offer",
                     *       "operationId": "op_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "done",
                     *       "needs": 1,
                     *       "willMove": 1,
                     *       "willAssign": 1,
                     *       "drafts": 1,
                     *       "tokens": 1,
                     *       "left": 1,
                     *       "refused": [
                     *         {
                     *           "why": "illegal_transition",
                     *           "needs": 1,
                     *           "needIds": [
                     *             "need_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *           ]
                     *         }
                     *       ],
                     *       "unmoved": {
                     *         "items": [
                     *           {
                     *             "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "topic": "Crane operation",
                     *             "status": "completed",
                     *             "why": "illegal_transition",
                     *             "rule": "a completed need cannot be offered"
                     *           }
                     *         ],
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["BulkResult"];
                };
            };
            /** @description It continues in the background: the operation has the progress. */
            readonly 202: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "action": "offer",
                     *       "operationId": "op_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "done",
                     *       "needs": 1,
                     *       "willMove": 1,
                     *       "willAssign": 1,
                     *       "drafts": 1,
                     *       "tokens": 1,
                     *       "left": 1,
                     *       "refused": [
                     *         {
                     *           "why": "illegal_transition",
                     *           "needs": 1,
                     *           "needIds": [
                     *             "need_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *           ]
                     *         }
                     *       ],
                     *       "unmoved": {
                     *         "items": [
                     *           {
                     *             "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "topic": "Crane operation",
                     *             "status": "completed",
                     *             "why": "illegal_transition",
                     *             "rule": "a completed need cannot be offered"
                     *           }
                     *         ],
                     *         "nextCursor": null
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["BulkResult"];
                };
            };
        };
    };
    readonly getNeedsCount: {
        readonly parameters: {
            readonly query?: {
                /** @description `true`: a gap, the needs with the same audience and the same topic, is one row, that of its leader, and matches if one of its needs does. `false`: every need is a row. */
                readonly grouped?: "true" | "false";
                /** @description `all`: of every status. Default: those of the inbox, which are open and not snoozed. */
                readonly status?: readonly ("open" | "offered" | "in_progress" | "authoring" | "snoozed" | "completed" | "dismissed" | "resolved" | "all")[];
                /** @description Severities, separated by commas: 1 low, 2 info, 3 soon, 4 blocking. In a body also a number, or numbers. */
                readonly severity?: readonly ("1" | "2" | "3" | "4")[];
                /** @description Type of signal that reported the need, whether the latest or an earlier one. */
                readonly type?: string;
                /** @description Case does not matter. */
                readonly topic?: string;
                /** @description Name of the site in the signal, or of the worker's site. */
                readonly site?: string;
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
                /** @description Kinds of recommendation, separated by commas. */
                readonly recommendation?: readonly ("pending" | "course" | "author_one")[];
                /** @description A course's id: the needs that it is recommended for. */
                readonly course?: string;
                /** @description Name of a worker group: the needs of its workers. */
                readonly group?: string;
                /** @description The key of the data point. */
                readonly dedupeKey?: string;
                /** @description `true`: needs of workers who are not in the directory; `false`: all others. */
                readonly unknownWorker?: "true" | "false";
                /** @description `true`: needs of sites that the directory does not know; `false`: all others. */
                readonly unknownSite?: "true" | "false";
                /** @description A day or a time: only those due before it. */
                readonly dueBefore?: string;
                /** @description A day or a time: only those due then or later. */
                readonly dueAfter?: string;
                /** @description A day or a time: only those reported then or later, for the last time. */
                readonly seenSince?: string;
                /** @description A day or a time: only those that were not reported again since. */
                readonly seenBefore?: string;
                /** @description A day or a time: only those reported then or later for the first time. */
                readonly firstSeenSince?: string;
                /** @description A day or a time: only those reported before it for the first time. */
                readonly firstSeenBefore?: string;
                /** @description Prefixes of words: each must be a prefix of a word of the topic, the type, the site or the worker's name. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How many rows of the inbox match filters. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 1,
                     *       "exact": false
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NeedsCount"];
                };
            };
        };
    };
    readonly getNeed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `need_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "completed",
                     *       "type": "credential_expiring",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "severity": 3,
                     *       "audience": {
                     *         "kind": "worker",
                     *         "worker": {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Maria Santos",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "site": "North Yard"
                     *         },
                     *         "site": "North Yard",
                     *         "people": 1,
                     *         "answered": 1
                     *       },
                     *       "unknownWorker": {
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com",
                     *         "learnerId": "L-7731"
                     *       },
                     *       "unknownSite": null,
                     *       "nearestSite": null,
                     *       "recommendation": {
                     *         "kind": "pending",
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "suggestion": {
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "alsoReportedBy": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "type": "credential_expiring",
                     *           "source": "LIC-2207",
                     *           "lastSeenAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "authoring": {
                     *         "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "status": "drafting",
                     *         "blocked": "plan_limit",
                     *         "resetsAt": "2026-11-27T08:30:00.000Z"
                     *       },
                     *       "dueAt": "2026-11-27T08:30:00.000Z",
                     *       "snoozedUntil": null,
                     *       "dismissal": {
                     *         "reason": "not_training",
                     *         "note": "Holds the licence of another country.",
                     *         "until": "2026-12-24"
                     *       },
                     *       "signalCount": 1,
                     *       "firstSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "lastSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1,
                     *       "signals": [
                     *         {
                     *           "id": "sig_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "type": "credential_expiring",
                     *           "receivedAt": "2026-11-27T08:30:00.000Z",
                     *           "outcome": "created",
                     *           "event": {}
                     *         }
                     *       ],
                     *       "assignments": [
                     *         {
                     *           "id": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "status": "assigned",
                     *           "worker": {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           },
                     *           "course": {
                     *             "id": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "title": "Mobile crane refresher"
                     *           },
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "dueAt": "2026-12-24",
                     *           "overdue": false,
                     *           "assignedAt": "2026-11-27T08:30:00.000Z",
                     *           "completedAt": "2026-11-27T08:30:00.000Z",
                     *           "reassignedTo": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "assignmentCount": 1,
                     *       "history": [
                     *         {
                     *           "at": "2026-11-27T08:30:00.000Z",
                     *           "actor": "user:ines.costa@acme.com",
                     *           "action": "need.offered",
                     *           "before": {},
                     *           "after": {}
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NeedDetail"];
                };
            };
        };
    };
    readonly authorNeed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `need_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "dryRun": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["AuthorBody"];
            };
        };
        readonly responses: {
            /** @description The draft that the need waits for now; with `dryRun` what a draft would cost. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "drafts": 1,
                     *       "tokens": 1,
                     *       "left": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AuthorResult"];
                };
            };
            /** @description The draft is written in the background, and has the progress. */
            readonly 202: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "drafts": 1,
                     *       "tokens": 1,
                     *       "left": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AuthorResult"];
                };
            };
        };
    };
    readonly getRequestPreview: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `need_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What is sent to a provider for the topic of a need. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "writer": {
                     *         "kind": "outline",
                     *         "model": null
                     *       },
                     *       "requests": [
                     *         {
                     *           "step": "Site induction",
                     *           "instructions": "Use the words of our crane manual.",
                     *           "data": "{\"topic\":\"Crane operation\"}"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RequestPreview"];
                };
            };
        };
    };
    readonly dismissNeed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `need_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "not_training",
                 *       "note": "Holds the licence of another country.",
                 *       "until": "2026-12-24"
                 *     }
                 */
                readonly "application/json": components["schemas"]["DismissBody"];
            };
        };
        readonly responses: {
            /** @description A need that was dismissed or snoozed. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "completed",
                     *       "type": "credential_expiring",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "severity": 3,
                     *       "audience": {
                     *         "kind": "worker",
                     *         "worker": {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Maria Santos",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "site": "North Yard"
                     *         },
                     *         "site": "North Yard",
                     *         "people": 1,
                     *         "answered": 1
                     *       },
                     *       "unknownWorker": {
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com",
                     *         "learnerId": "L-7731"
                     *       },
                     *       "unknownSite": null,
                     *       "nearestSite": null,
                     *       "recommendation": {
                     *         "kind": "pending",
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "suggestion": {
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "alsoReportedBy": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "type": "credential_expiring",
                     *           "source": "LIC-2207",
                     *           "lastSeenAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "authoring": {
                     *         "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "status": "drafting",
                     *         "blocked": "plan_limit",
                     *         "resetsAt": "2026-11-27T08:30:00.000Z"
                     *       },
                     *       "dueAt": "2026-11-27T08:30:00.000Z",
                     *       "snoozedUntil": null,
                     *       "dismissal": {
                     *         "reason": "not_training",
                     *         "note": "Holds the licence of another country.",
                     *         "until": "2026-12-24"
                     *       },
                     *       "signalCount": 1,
                     *       "firstSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "lastSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1,
                     *       "operationId": "op_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DecidedNeed"];
                };
            };
        };
    };
    readonly groupNeed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `need_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A training need, as the inbox shows it. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "completed",
                     *       "type": "credential_expiring",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "severity": 3,
                     *       "audience": {
                     *         "kind": "worker",
                     *         "worker": {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Maria Santos",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "site": "North Yard"
                     *         },
                     *         "site": "North Yard",
                     *         "people": 1,
                     *         "answered": 1
                     *       },
                     *       "unknownWorker": {
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com",
                     *         "learnerId": "L-7731"
                     *       },
                     *       "unknownSite": null,
                     *       "nearestSite": null,
                     *       "recommendation": {
                     *         "kind": "pending",
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "suggestion": {
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "alsoReportedBy": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "type": "credential_expiring",
                     *           "source": "LIC-2207",
                     *           "lastSeenAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "authoring": {
                     *         "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "status": "drafting",
                     *         "blocked": "plan_limit",
                     *         "resetsAt": "2026-11-27T08:30:00.000Z"
                     *       },
                     *       "dueAt": "2026-12-24",
                     *       "snoozedUntil": "2026-12-24",
                     *       "dismissal": {
                     *         "reason": "not_training",
                     *         "note": "Holds the licence of another country.",
                     *         "until": "2026-12-24"
                     *       },
                     *       "signalCount": 1,
                     *       "firstSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "lastSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    readonly offerNeed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `need_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "target": {
                 *         "kind": "site",
                 *         "id": "North Yard"
                 *       },
                 *       "dueAt": "2026-12-24",
                 *       "dryRun": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["OfferBody"];
            };
        };
        readonly responses: {
            /** @description The result of an offer, or with `dryRun` its expected result. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "op_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "done",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "dueAt": "2026-12-24",
                     *       "people": 1,
                     *       "nobody": "nobody is at this site",
                     *       "counts": {
                     *         "willAssign": 1,
                     *         "assigned": 1,
                     *         "alreadyAssigned": 1,
                     *         "alreadyValid": 1,
                     *         "exempt": 1,
                     *         "left": 1
                     *       },
                     *       "who": {
                     *         "willAssign": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "alreadyAssigned": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "alreadyValid": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "exempt": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "left": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OfferResult"];
                };
            };
            /** @description It continues in the background: the operation has the progress. */
            readonly 202: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "op_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "done",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "dueAt": "2026-12-24",
                     *       "people": 1,
                     *       "nobody": "nobody is at this site",
                     *       "counts": {
                     *         "willAssign": 1,
                     *         "assigned": 1,
                     *         "alreadyAssigned": 1,
                     *         "alreadyValid": 1,
                     *         "exempt": 1,
                     *         "left": 1
                     *       },
                     *       "who": {
                     *         "willAssign": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "alreadyAssigned": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "alreadyValid": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "exempt": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ],
                     *         "left": [
                     *           {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           }
                     *         ]
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OfferResult"];
                };
            };
        };
    };
    readonly reopenNeed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `need_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A training need, as the inbox shows it. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "completed",
                     *       "type": "credential_expiring",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "severity": 3,
                     *       "audience": {
                     *         "kind": "worker",
                     *         "worker": {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Maria Santos",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "site": "North Yard"
                     *         },
                     *         "site": "North Yard",
                     *         "people": 1,
                     *         "answered": 1
                     *       },
                     *       "unknownWorker": {
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com",
                     *         "learnerId": "L-7731"
                     *       },
                     *       "unknownSite": null,
                     *       "nearestSite": null,
                     *       "recommendation": {
                     *         "kind": "pending",
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "suggestion": {
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "alsoReportedBy": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "type": "credential_expiring",
                     *           "source": "LIC-2207",
                     *           "lastSeenAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "authoring": {
                     *         "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "status": "drafting",
                     *         "blocked": "plan_limit",
                     *         "resetsAt": "2026-11-27T08:30:00.000Z"
                     *       },
                     *       "dueAt": "2026-12-24",
                     *       "snoozedUntil": "2026-12-24",
                     *       "dismissal": {
                     *         "reason": "not_training",
                     *         "note": "Holds the licence of another country.",
                     *         "until": "2026-12-24"
                     *       },
                     *       "signalCount": 1,
                     *       "firstSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "lastSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    readonly snoozeNeed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `need_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "until": "2026-12-24"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SnoozeBody"];
            };
        };
        readonly responses: {
            /** @description A need that was dismissed or snoozed. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "completed",
                     *       "type": "credential_expiring",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "severity": 3,
                     *       "audience": {
                     *         "kind": "worker",
                     *         "worker": {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Maria Santos",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "site": "North Yard"
                     *         },
                     *         "site": "North Yard",
                     *         "people": 1,
                     *         "answered": 1
                     *       },
                     *       "unknownWorker": {
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com",
                     *         "learnerId": "L-7731"
                     *       },
                     *       "unknownSite": null,
                     *       "nearestSite": null,
                     *       "recommendation": {
                     *         "kind": "pending",
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "suggestion": {
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "alsoReportedBy": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "type": "credential_expiring",
                     *           "source": "LIC-2207",
                     *           "lastSeenAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "authoring": {
                     *         "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "status": "drafting",
                     *         "blocked": "plan_limit",
                     *         "resetsAt": "2026-11-27T08:30:00.000Z"
                     *       },
                     *       "dueAt": "2026-11-27T08:30:00.000Z",
                     *       "snoozedUntil": null,
                     *       "dismissal": {
                     *         "reason": "not_training",
                     *         "note": "Holds the licence of another country.",
                     *         "until": "2026-12-24"
                     *       },
                     *       "signalCount": 1,
                     *       "firstSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "lastSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1,
                     *       "operationId": "op_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DecidedNeed"];
                };
            };
        };
    };
    readonly acceptSuggestion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `need_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A training need, as the inbox shows it. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "completed",
                     *       "type": "credential_expiring",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "severity": 3,
                     *       "audience": {
                     *         "kind": "worker",
                     *         "worker": {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Maria Santos",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "site": "North Yard"
                     *         },
                     *         "site": "North Yard",
                     *         "people": 1,
                     *         "answered": 1
                     *       },
                     *       "unknownWorker": {
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com",
                     *         "learnerId": "L-7731"
                     *       },
                     *       "unknownSite": null,
                     *       "nearestSite": null,
                     *       "recommendation": {
                     *         "kind": "pending",
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "suggestion": {
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "alsoReportedBy": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "type": "credential_expiring",
                     *           "source": "LIC-2207",
                     *           "lastSeenAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "authoring": {
                     *         "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "status": "drafting",
                     *         "blocked": "plan_limit",
                     *         "resetsAt": "2026-11-27T08:30:00.000Z"
                     *       },
                     *       "dueAt": "2026-12-24",
                     *       "snoozedUntil": "2026-12-24",
                     *       "dismissal": {
                     *         "reason": "not_training",
                     *         "note": "Holds the licence of another country.",
                     *         "until": "2026-12-24"
                     *       },
                     *       "signalCount": 1,
                     *       "firstSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "lastSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    readonly rejectSuggestion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `need_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A training need, as the inbox shows it. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "completed",
                     *       "type": "credential_expiring",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "severity": 3,
                     *       "audience": {
                     *         "kind": "worker",
                     *         "worker": {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Maria Santos",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "site": "North Yard"
                     *         },
                     *         "site": "North Yard",
                     *         "people": 1,
                     *         "answered": 1
                     *       },
                     *       "unknownWorker": {
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com",
                     *         "learnerId": "L-7731"
                     *       },
                     *       "unknownSite": null,
                     *       "nearestSite": null,
                     *       "recommendation": {
                     *         "kind": "pending",
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "suggestion": {
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "alsoReportedBy": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "type": "credential_expiring",
                     *           "source": "LIC-2207",
                     *           "lastSeenAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "authoring": {
                     *         "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "status": "drafting",
                     *         "blocked": "plan_limit",
                     *         "resetsAt": "2026-11-27T08:30:00.000Z"
                     *       },
                     *       "dueAt": "2026-12-24",
                     *       "snoozedUntil": "2026-12-24",
                     *       "dismissal": {
                     *         "reason": "not_training",
                     *         "note": "Holds the licence of another country.",
                     *         "until": "2026-12-24"
                     *       },
                     *       "signalCount": 1,
                     *       "firstSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "lastSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    readonly ungroupNeed: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `need_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A training need, as the inbox shows it. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "completed",
                     *       "type": "credential_expiring",
                     *       "topic": "Crane operation",
                     *       "category": "Lifting",
                     *       "severity": 3,
                     *       "audience": {
                     *         "kind": "worker",
                     *         "worker": {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Maria Santos",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "site": "North Yard"
                     *         },
                     *         "site": "North Yard",
                     *         "people": 1,
                     *         "answered": 1
                     *       },
                     *       "unknownWorker": {
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com",
                     *         "learnerId": "L-7731"
                     *       },
                     *       "unknownSite": null,
                     *       "nearestSite": null,
                     *       "recommendation": {
                     *         "kind": "pending",
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "suggestion": {
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       },
                     *       "alsoReportedBy": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "type": "credential_expiring",
                     *           "source": "LIC-2207",
                     *           "lastSeenAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "authoring": {
                     *         "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "status": "drafting",
                     *         "blocked": "plan_limit",
                     *         "resetsAt": "2026-11-27T08:30:00.000Z"
                     *       },
                     *       "dueAt": "2026-12-24",
                     *       "snoozedUntil": "2026-12-24",
                     *       "dismissal": {
                     *         "reason": "not_training",
                     *         "note": "Holds the licence of another country.",
                     *         "until": "2026-12-24"
                     *       },
                     *       "signalCount": 1,
                     *       "firstSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "lastSeenAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NeedView"];
                };
            };
        };
    };
    readonly getOfferSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The settings of a tenant's offers. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completionValidDays": 1,
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OfferSettingsView"];
                };
            };
        };
    };
    readonly replaceOfferSettings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "completionValidDays": 365
                 *     }
                 */
                readonly "application/json": components["schemas"]["OfferSettingsBody"];
            };
        };
        readonly responses: {
            /** @description The settings of a tenant's offers. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "completionValidDays": 1,
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OfferSettingsView"];
                };
            };
        };
    };
    readonly getOidc: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The single sign-on settings of the tenant. The client secret is not shown. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "issuer": "https://login.acme.com",
                     *       "clientId": "readiness-engine",
                     *       "defaultRole": "author",
                     *       "roleClaim": "groups",
                     *       "roles": [
                     *         {
                     *           "value": "safety-admins",
                     *           "role": "author"
                     *         }
                     *       ],
                     *       "emailDomains": [
                     *         "acme.com"
                     *       ],
                     *       "provision": false,
                     *       "passwordsAllowed": false,
                     *       "redirectUri": "https://engine.example.com/engine/v1/auth/oidc/acme/callback",
                     *       "startUrl": "https://engine.example.com/engine/v1/auth/oidc/acme/start",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OidcSettingsView"];
                };
            };
        };
    };
    readonly replaceOidc: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "issuer": "https://login.acme.com",
                 *       "clientId": "readiness-engine",
                 *       "clientSecret": "k1B8…",
                 *       "roleClaim": "groups",
                 *       "roles": [
                 *         {
                 *           "value": "safety-admins",
                 *           "role": "admin"
                 *         }
                 *       ],
                 *       "emailDomains": [
                 *         "acme.com"
                 *       ],
                 *       "provision": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["OidcSettingsBody"];
            };
        };
        readonly responses: {
            /** @description The single sign-on settings of the tenant. The client secret is not shown. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "issuer": "https://login.acme.com",
                     *       "clientId": "readiness-engine",
                     *       "defaultRole": "author",
                     *       "roleClaim": "groups",
                     *       "roles": [
                     *         {
                     *           "value": "safety-admins",
                     *           "role": "author"
                     *         }
                     *       ],
                     *       "emailDomains": [
                     *         "acme.com"
                     *       ],
                     *       "provision": false,
                     *       "passwordsAllowed": false,
                     *       "redirectUri": "https://engine.example.com/engine/v1/auth/oidc/acme/callback",
                     *       "startUrl": "https://engine.example.com/engine/v1/auth/oidc/acme/start",
                     *       "version": 1,
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OidcSettingsView"];
                };
            };
        };
    };
    readonly removeOidc: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly listOnboarding: {
        readonly parameters: {
            readonly query?: {
                /** @description Name of the step. */
                readonly step?: string;
                /** @description `true`: only steps that are done; `false`: only open ones. */
                readonly done?: "true" | "false";
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "onb_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "worker": {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           },
                     *           "step": "Site induction",
                     *           "doneAt": "2026-12-24",
                     *           "version": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "updatedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OnboardingPage"];
                };
            };
        };
    };
    readonly createOnboarding: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "step": "Site induction",
                 *       "doneAt": "2026-12-24",
                 *       "externalWorkerId": "E-1042",
                 *       "email": "maria.santos@acme.com",
                 *       "learnerId": "L-7731"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateOnboardingStepBody"];
            };
        };
        readonly responses: {
            /** @description An onboarding step of a worker. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "onb_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "step": "Site induction",
                     *       "doneAt": "2026-12-24",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OnboardingStepView"];
                };
            };
        };
    };
    readonly importOnboarding: {
        readonly parameters: {
            readonly query?: {
                /** @description Returns the result of the import without writing anything. */
                readonly dryRun?: boolean;
                /** @description Names of columns that differ from those of the fields: `{"Employee ID":"externalWorkerId"}`, or `Employee ID:externalWorkerId,Mail:email`. A column that is mapped to null is not read: `{"Licence":"name","Name":null}`. */
                readonly mapping?: string;
                /** @description How dates are written that are not ISO: `DD/MM/YYYY`, `MM/DD/YYYY`, `DD.MM.YYYY`, with `/`, `.` or `-`. */
                readonly dateFormat?: string;
            };
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "text/csv": string;
                readonly "application/x-ndjson": string;
                readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                readonly "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description The rows, in one of these formats.
                     */
                    readonly file: Blob;
                };
            };
        };
        readonly responses: {
            /** @description The outcomes of the rows of an import. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created": 1,
                     *       "updated": 1,
                     *       "unchanged": 1,
                     *       "failed": 1,
                     *       "errors": [
                     *         {
                     *           "row": 1,
                     *           "field": "email",
                     *           "message": "must be an e-mail address"
                     *         }
                     *       ],
                     *       "dryRun": false
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ImportResult"];
                };
            };
        };
    };
    readonly getOnboarding: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `onb_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An onboarding step of a worker. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "onb_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "step": "Site induction",
                     *       "doneAt": "2026-12-24",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OnboardingStepView"];
                };
            };
        };
    };
    readonly putOnboarding: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `onb_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "step": "Site induction",
                 *       "doneAt": "2026-12-24"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeOnboardingStepBody"];
            };
        };
        readonly responses: {
            /** @description An onboarding step of a worker. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "onb_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "step": "Site induction",
                     *       "doneAt": "2026-12-24",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OnboardingStepView"];
                };
            };
        };
    };
    readonly removeOnboarding: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `onb_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly changeOnboarding: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `onb_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "step": "Site induction",
                 *       "doneAt": "2026-12-24"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeOnboardingStepBody"];
            };
        };
        readonly responses: {
            /** @description An onboarding step of a worker. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "onb_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "step": "Site induction",
                     *       "doneAt": "2026-12-24",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OnboardingStepView"];
                };
            };
        };
    };
    readonly listOperations: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description One status, or several, separated by commas. */
                readonly status?: readonly ("queued" | "running" | "done" | "failed" | "undoing" | "undone")[];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "op_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "kind": "offer",
                     *           "status": "done",
                     *           "unit": "people",
                     *           "total": 1,
                     *           "done": 1,
                     *           "failed": 1,
                     *           "undone": 1,
                     *           "undoable": false,
                     *           "error": null,
                     *           "createdBy": "user:ines.costa@acme.com",
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "finishedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OperationPage"];
                };
            };
        };
    };
    readonly getOperation: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description One status, or several, separated by commas. */
                readonly status?: readonly ("waiting" | "begun" | "done" | "failed" | "undone" | "kept")[];
            };
            readonly header?: never;
            readonly path: {
                /** @description `op_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "op_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "kind": "offer",
                     *       "status": "done",
                     *       "unit": "people",
                     *       "total": 1,
                     *       "done": 1,
                     *       "failed": 1,
                     *       "undone": 1,
                     *       "undoable": false,
                     *       "error": null,
                     *       "createdBy": "user:ines.costa@acme.com",
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "finishedAt": "2026-11-27T08:30:00.000Z",
                     *       "items": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "status": "waiting",
                     *           "why": "illegal_transition",
                     *           "assigned": 1,
                     *           "alreadyAssigned": 1,
                     *           "alreadyValid": 1,
                     *           "exempt": 1,
                     *           "left": 1
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OperationDetail"];
                };
            };
        };
    };
    readonly undoOperation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `op_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A background operation with its progress. */
            readonly 202: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "op_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "kind": "offer",
                     *       "status": "done",
                     *       "unit": "people",
                     *       "total": 1,
                     *       "done": 1,
                     *       "failed": 1,
                     *       "undone": 1,
                     *       "undoable": false,
                     *       "error": null,
                     *       "createdBy": "user:ines.costa@acme.com",
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "finishedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OperationView"];
                };
            };
        };
    };
    readonly listReadiness: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description Items a page. */
                readonly limit?: number;
                /** @description A day, which means its beginning in the tenant's time zone, or an instant; left out: now. */
                readonly asOf?: string;
                /** @description Name of the site. */
                readonly site?: string;
                /** @description Name of the group. */
                readonly group?: string;
                /** @description Role of the worker, as the directory calls it. */
                readonly role?: string;
                /** @description `not_ready`: a reason of severity 4; `at_risk`: one of 3; else `ready`. */
                readonly status?: readonly ("not_ready" | "at_risk" | "ready")[];
                /** @description Workers with a reason of one of these kinds, waived or not. */
                readonly kind?: readonly ("credential_expired" | "credential_missing" | "training_missing" | "assignment_overdue" | "need" | "onboarding_open" | "credential_expiring")[];
                /** @description Workers with a reason that is about the topic, in any spelling. */
                readonly topic?: string;
                /** @description Part of the name, the e-mail address or the external id. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "worker": {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com",
                     *             "learnerId": "L-7731",
                     *             "name": "Maria Santos",
                     *             "site": "North Yard",
                     *             "role": "Crane operator",
                     *             "groups": [
                     *               "Crane crew"
                     *             ],
                     *             "active": false
                     *           },
                     *           "status": "not_ready",
                     *           "since": "2026-11-20T14:03:21.000Z",
                     *           "reasons": [
                     *             {
                     *               "kind": "need",
                     *               "text": "Crane operator licence expires in 12 days (LIC-2207)",
                     *               "severity": 3,
                     *               "since": "2026-11-20T14:03:21.000Z",
                     *               "dueAt": "2026-11-27T08:30:00.000Z",
                     *               "ref": {
                     *                 "type": "credential",
                     *                 "id": "cred_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *               },
                     *               "source": {
                     *                 "type": "credential_expiring",
                     *                 "key": "credential crane operator licence",
                     *                 "record": "LIC-2207"
                     *               },
                     *               "because": [
                     *                 {
                     *                   "kind": "need",
                     *                   "text": "Crane operator licence expires in 12 days (LIC-2207)",
                     *                   "severity": 3,
                     *                   "ref": {
                     *                     "type": "credential",
                     *                     "id": "cred_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *                   },
                     *                   "source": {
                     *                     "type": "credential_expiring",
                     *                     "key": "credential crane operator licence",
                     *                     "record": "LIC-2207"
                     *                   }
                     *                 }
                     *               ],
                     *               "progress": {
                     *                 "state": "assigned",
                     *                 "text": "Crane operator licence expires in 12 days (LIC-2207)",
                     *                 "dueAt": "2026-11-27T08:30:00.000Z",
                     *                 "assignmentId": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *                 "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *               },
                     *               "waivedUntil": null,
                     *               "move": {
                     *                 "action": "complete",
                     *                 "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *                 "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *                 "assignmentId": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *               },
                     *               "closest": {
                     *                 "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *                 "title": "Mobile crane refresher"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": null,
                     *       "total": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ReadinessPage"];
                };
            };
        };
    };
    readonly exportReadinessCsv: {
        readonly parameters: {
            readonly query?: {
                /** @description Name of the site. */
                readonly site?: string;
                /** @description Name of the group. */
                readonly group?: string;
                /** @description Role of the worker, as the directory calls it. */
                readonly role?: string;
                /** @description `not_ready`: a reason of severity 4; `at_risk`: one of 3; else `ready`. */
                readonly status?: readonly ("not_ready" | "at_risk" | "ready")[];
                /** @description Workers with a reason of one of these kinds, waived or not. */
                readonly kind?: readonly ("credential_expired" | "credential_missing" | "training_missing" | "assignment_overdue" | "need" | "onboarding_open" | "credential_expiring")[];
                /** @description Workers with a reason that is about the topic, in any spelling. */
                readonly topic?: string;
                /** @description Part of the name, the e-mail address or the external id. */
                readonly q?: string;
                /** @description A day, which means its beginning in the tenant's time zone, or an instant; left out: now. */
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
        };
    };
    readonly exportReadinessXlsx: {
        readonly parameters: {
            readonly query?: {
                /** @description Name of the site. */
                readonly site?: string;
                /** @description Name of the group. */
                readonly group?: string;
                /** @description Role of the worker, as the directory calls it. */
                readonly role?: string;
                /** @description `not_ready`: a reason of severity 4; `at_risk`: one of 3; else `ready`. */
                readonly status?: readonly ("not_ready" | "at_risk" | "ready")[];
                /** @description Workers with a reason of one of these kinds, waived or not. */
                readonly kind?: readonly ("credential_expired" | "credential_missing" | "training_missing" | "assignment_overdue" | "need" | "onboarding_open" | "credential_expiring")[];
                /** @description Workers with a reason that is about the topic, in any spelling. */
                readonly topic?: string;
                /** @description Part of the name, the e-mail address or the external id. */
                readonly q?: string;
                /** @description A day, which means its beginning in the tenant's time zone, or an instant; left out: now. */
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
        };
    };
    readonly checkReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "workers": [
                 *         {
                 *           "externalWorkerId": "E-1042"
                 *         }
                 *       ],
                 *       "site": "North Yard",
                 *       "requires": [
                 *         "Crane operator licence"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["CheckBody"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "known": false,
                     *           "ready": false,
                     *           "status": "not_ready",
                     *           "reasons": [
                     *             {
                     *               "kind": "need",
                     *               "text": "Crane operator licence expires in 12 days (LIC-2207)",
                     *               "severity": 3,
                     *               "since": "2026-11-20T14:03:21.000Z",
                     *               "dueAt": "2026-11-27T08:30:00.000Z",
                     *               "ref": {
                     *                 "type": "credential",
                     *                 "id": "cred_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *               },
                     *               "source": {
                     *                 "type": "credential_expiring",
                     *                 "key": "credential crane operator licence",
                     *                 "record": "LIC-2207"
                     *               },
                     *               "because": [
                     *                 {
                     *                   "kind": "need",
                     *                   "text": "Crane operator licence expires in 12 days (LIC-2207)",
                     *                   "severity": 3,
                     *                   "ref": {
                     *                     "type": "credential",
                     *                     "id": "cred_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *                   },
                     *                   "source": {
                     *                     "type": "credential_expiring",
                     *                     "key": "credential crane operator licence",
                     *                     "record": "LIC-2207"
                     *                   }
                     *                 }
                     *               ],
                     *               "progress": {
                     *                 "state": "assigned",
                     *                 "text": "Crane operator licence expires in 12 days (LIC-2207)",
                     *                 "dueAt": "2026-11-27T08:30:00.000Z",
                     *                 "assignmentId": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *                 "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *               },
                     *               "waivedUntil": null,
                     *               "move": {
                     *                 "action": "complete",
                     *                 "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *                 "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *                 "assignmentId": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *               },
                     *               "closest": {
                     *                 "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *                 "title": "Mobile crane refresher"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CheckView"];
                };
            };
        };
    };
    readonly exportEvidence: {
        readonly parameters: {
            readonly query?: {
                /** @description A worker's id (`wrk_…`). */
                readonly worker?: string;
                /** @description Name of a site. */
                readonly site?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": Blob;
                };
            };
        };
    };
    readonly getMatrix: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description Items a page. */
                readonly limit?: number;
                /** @description A day, which means its beginning in the tenant's time zone, or an instant; left out: now. */
                readonly asOf?: string;
                /** @description Name of the site. */
                readonly site?: string;
                /** @description Name of the group. */
                readonly group?: string;
                /** @description Role of the worker, as the directory calls it. */
                readonly role?: string;
                /** @description `not_ready`: a reason of severity 4; `at_risk`: one of 3; else `ready`. */
                readonly status?: readonly ("not_ready" | "at_risk" | "ready")[];
                /** @description Workers with a reason of one of these kinds, waived or not. */
                readonly kind?: readonly ("credential_expired" | "credential_missing" | "training_missing" | "assignment_overdue" | "need" | "onboarding_open" | "credential_expiring")[];
                /** @description Workers with a reason that is about the topic, in any spelling. */
                readonly topic?: string;
                /** @description Part of the name, the e-mail address or the external id. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description People and what is required of them. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "columns": [
                     *         {
                     *           "key": "credential crane operator licence",
                     *           "name": "Crane operator licence",
                     *           "kind": "course"
                     *         }
                     *       ],
                     *       "rows": [
                     *         {
                     *           "worker": {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com",
                     *             "learnerId": "L-7731",
                     *             "name": "Maria Santos",
                     *             "site": "North Yard",
                     *             "role": "Crane operator",
                     *             "groups": [
                     *               "Crane crew"
                     *             ],
                     *             "active": false
                     *           },
                     *           "cells": [
                     *             {
                     *               "state": "assigned",
                     *               "until": "2026-12-24"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["MatrixPage"];
                };
            };
        };
    };
    readonly startOfferMissing: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "filter": {
                 *         "site": "North Yard",
                 *         "status": [
                 *           "not_ready"
                 *         ]
                 *       },
                 *       "dryRun": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["OfferMissingBody"];
            };
        };
        readonly responses: {
            /** @description The started operation, or with `dryRun` its expected result. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "op_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "done",
                     *       "people": 1,
                     *       "checked": 1,
                     *       "willAssign": 1,
                     *       "alreadyAssigned": 1,
                     *       "alreadyValid": 1,
                     *       "exempt": 1,
                     *       "withoutCourse": 1,
                     *       "left": 1,
                     *       "courses": [
                     *         {
                     *           "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "title": "Mobile crane refresher",
                     *           "people": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OfferMissingResult"];
                };
            };
            /** @description It continues in the background: the operation has the progress. */
            readonly 202: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "operationId": "op_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "status": "done",
                     *       "people": 1,
                     *       "checked": 1,
                     *       "willAssign": 1,
                     *       "alreadyAssigned": 1,
                     *       "alreadyValid": 1,
                     *       "exempt": 1,
                     *       "withoutCourse": 1,
                     *       "left": 1,
                     *       "courses": [
                     *         {
                     *           "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "title": "Mobile crane refresher",
                     *           "people": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OfferMissingResult"];
                };
            };
        };
    };
    readonly getReadinessPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How the tenant judges readiness. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timeZone": "Europe/Lisbon",
                     *       "expiringWithinDays": 1,
                     *       "severities": {
                     *         "credential_expired": 1,
                     *         "credential_expiring": 1,
                     *         "credential_missing": 1,
                     *         "training_missing": 1,
                     *         "onboarding_open": 1,
                     *         "assignment_overdue": 1
                     *       },
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ReadinessPolicyView"];
                };
            };
        };
    };
    readonly replaceReadinessPolicy: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "timeZone": "Europe/Lisbon",
                 *       "expiringWithinDays": 1,
                 *       "severities": {
                 *         "credential_expired": 1,
                 *         "credential_expiring": 1,
                 *         "credential_missing": 1,
                 *         "training_missing": 1,
                 *         "onboarding_open": 1,
                 *         "assignment_overdue": 1
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReadinessPolicyBody"];
            };
        };
        readonly responses: {
            /** @description How the tenant judges readiness. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timeZone": "Europe/Lisbon",
                     *       "expiringWithinDays": 1,
                     *       "severities": {
                     *         "credential_expired": 1,
                     *         "credential_expiring": 1,
                     *         "credential_missing": 1,
                     *         "training_missing": 1,
                     *         "onboarding_open": 1,
                     *         "assignment_overdue": 1
                     *       },
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ReadinessPolicyView"];
                };
            };
        };
    };
    readonly getReadinessSummary: {
        readonly parameters: {
            readonly query?: {
                /** @description Name of the site. */
                readonly site?: string;
                /** @description Name of the group. */
                readonly group?: string;
                /** @description Role of the worker, as the directory calls it. */
                readonly role?: string;
                /** @description `not_ready`: a reason of severity 4; `at_risk`: one of 3; else `ready`. */
                readonly status?: readonly ("not_ready" | "at_risk" | "ready")[];
                /** @description Workers with a reason of one of these kinds, waived or not. */
                readonly kind?: readonly ("credential_expired" | "credential_missing" | "training_missing" | "assignment_overdue" | "need" | "onboarding_open" | "credential_expiring")[];
                /** @description Workers with a reason that is about the topic, in any spelling. */
                readonly topic?: string;
                /** @description Part of the name, the e-mail address or the external id. */
                readonly q?: string;
                /** @description A day, which means its beginning in the tenant's time zone, or an instant; left out: now. */
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The board in numbers. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-27T08:30:00.000Z",
                     *       "changedAt": "2026-11-27T08:30:00.000Z",
                     *       "sites": [
                     *         {
                     *           "site": "North Yard",
                     *           "kinds": {
                     *             "credential_expired": 1,
                     *             "credential_expiring": 1,
                     *             "credential_missing": 1,
                     *             "training_missing": 1,
                     *             "onboarding_open": 1,
                     *             "need": 1,
                     *             "assignment_overdue": 1
                     *           },
                     *           "total": 1,
                     *           "ready": 1,
                     *           "atRisk": 1,
                     *           "notReady": 1
                     *         }
                     *       ],
                     *       "roles": [
                     *         {
                     *           "role": "Crane operator",
                     *           "kinds": {
                     *             "credential_expired": 1,
                     *             "credential_expiring": 1,
                     *             "credential_missing": 1,
                     *             "training_missing": 1,
                     *             "onboarding_open": 1,
                     *             "need": 1,
                     *             "assignment_overdue": 1
                     *           },
                     *           "total": 1,
                     *           "ready": 1,
                     *           "atRisk": 1,
                     *           "notReady": 1
                     *         }
                     *       ],
                     *       "kinds": {
                     *         "credential_expired": 1,
                     *         "credential_expiring": 1,
                     *         "credential_missing": 1,
                     *         "training_missing": 1,
                     *         "onboarding_open": 1,
                     *         "need": 1,
                     *         "assignment_overdue": 1
                     *       },
                     *       "causes": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "topic": "Crane operation",
                     *           "site": "North Yard",
                     *           "severity": 3,
                     *           "people": 1,
                     *           "move": {
                     *             "action": "complete",
                     *             "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "assignmentId": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *           }
                     *         }
                     *       ],
                     *       "total": 1,
                     *       "ready": 1,
                     *       "atRisk": 1,
                     *       "notReady": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SummaryView"];
                };
            };
        };
    };
    readonly getReadinessTrend: {
        readonly parameters: {
            readonly query?: {
                /** @description How many days, today included. */
                readonly days?: number;
                /** @description Name of the site. */
                readonly site?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "days": [
                     *         {
                     *           "date": "2026-12-24",
                     *           "total": 1,
                     *           "ready": 1,
                     *           "atRisk": 1,
                     *           "notReady": 1
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TrendView"];
                };
            };
        };
    };
    readonly getReadinessWorker: {
        readonly parameters: {
            readonly query?: {
                /** @description A day, which means its beginning in the tenant's time zone, or an instant; left out: now. */
                readonly asOf?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description `wrk_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description How ready one worker is. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com",
                     *         "learnerId": "L-7731",
                     *         "name": "Maria Santos",
                     *         "site": "North Yard",
                     *         "role": "Crane operator",
                     *         "groups": [
                     *           "Crane crew"
                     *         ],
                     *         "active": false
                     *       },
                     *       "status": "not_ready",
                     *       "since": "2026-11-20T14:03:21.000Z",
                     *       "reasons": [
                     *         {
                     *           "kind": "need",
                     *           "text": "Crane operator licence expires in 12 days (LIC-2207)",
                     *           "severity": 3,
                     *           "since": "2026-11-20T14:03:21.000Z",
                     *           "dueAt": "2026-11-27T08:30:00.000Z",
                     *           "ref": {
                     *             "type": "credential",
                     *             "id": "cred_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *           },
                     *           "source": {
                     *             "type": "credential_expiring",
                     *             "key": "credential crane operator licence",
                     *             "record": "LIC-2207"
                     *           },
                     *           "because": [
                     *             {
                     *               "kind": "need",
                     *               "text": "Crane operator licence expires in 12 days (LIC-2207)",
                     *               "severity": 3,
                     *               "ref": {
                     *                 "type": "credential",
                     *                 "id": "cred_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *               },
                     *               "source": {
                     *                 "type": "credential_expiring",
                     *                 "key": "credential crane operator licence",
                     *                 "record": "LIC-2207"
                     *               }
                     *             }
                     *           ],
                     *           "progress": {
                     *             "state": "assigned",
                     *             "text": "Crane operator licence expires in 12 days (LIC-2207)",
                     *             "dueAt": "2026-11-27T08:30:00.000Z",
                     *             "assignmentId": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "draftId": "drf_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *           },
                     *           "waivedUntil": null,
                     *           "move": {
                     *             "action": "complete",
                     *             "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "assignmentId": "asg_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *           },
                     *           "closest": {
                     *             "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "title": "Mobile crane refresher"
                     *           }
                     *         }
                     *       ],
                     *       "upcoming": [
                     *         {
                     *           "at": "2026-11-27T08:30:00.000Z",
                     *           "date": "2026-12-24",
                     *           "status": "not_ready",
                     *           "begins": [
                     *             {
                     *               "kind": "need",
                     *               "text": "Crane operator licence expires in 12 days (LIC-2207)",
                     *               "severity": 3
                     *             }
                     *           ],
                     *           "ends": [
                     *             {
                     *               "kind": "need",
                     *               "text": "Crane operator licence expires in 12 days (LIC-2207)",
                     *               "severity": 3
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "holds": [
                     *         {
                     *           "kind": "course",
                     *           "id": "cred_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Crane operator licence",
                     *           "recordedAt": "2026-11-27T08:30:00.000Z",
                     *           "validUntil": "2026-12-24"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "kind": "need",
                     *           "name": "Crane operator licence",
                     *           "severity": 3,
                     *           "from": "2026-11-01",
                     *           "to": "2026-11-26T09:12:44.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WorkerReadinessView"];
                };
            };
        };
    };
    readonly listRequirements: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description Kind of the audience. */
                readonly appliesTo?: "everyone" | "site" | "group" | "role";
                /** @description Name of the site. */
                readonly site?: string;
                /** @description Name of the group. */
                readonly group?: string;
                /** @description Role of workers that the requirement applies to. */
                readonly role?: string;
                /** @description Name of the credential. */
                readonly credential?: string;
                /** @description The required course: `crs_…`. */
                readonly courseId?: string;
                /** @description Part of the credential, the course's title, the role, or the name of the site or the group. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "req_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "appliesTo": {
                     *             "kind": "group",
                     *             "name": "North Yard"
                     *           },
                     *           "credential": "Crane operator licence",
                     *           "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "courseTitle": "Mobile crane refresher",
                     *           "severity": 3,
                     *           "validDays": 1,
                     *           "graceDays": 14,
                     *           "from": "2026-11-01",
                     *           "version": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "updatedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RequirementPage"];
                };
            };
        };
    };
    readonly createRequirement: {
        readonly parameters: {
            readonly query?: {
                /** @description Answers whom the change would affect, and stores nothing. */
                readonly dryRun?: boolean;
            };
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "appliesTo": {
                 *         "kind": "role",
                 *         "name": "Crane operator"
                 *       },
                 *       "credential": "Crane operator licence",
                 *       "severity": 4,
                 *       "graceDays": 14
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateRequirementBody"];
            };
        };
        readonly responses: {
            /** @description With `dryRun`: nothing is stored. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "req_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "appliesTo": {
                     *         "kind": "group",
                     *         "name": "North Yard"
                     *       },
                     *       "credential": "Crane operator licence",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "courseTitle": "Mobile crane refresher",
                     *       "severity": 3,
                     *       "validDays": 1,
                     *       "graceDays": 14,
                     *       "from": "2026-11-01",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "people": 1,
                     *       "checked": 1,
                     *       "alreadyMeet": 1,
                     *       "lacking": 1,
                     *       "inGrace": 1,
                     *       "notReady": 1,
                     *       "atRisk": 1,
                     *       "becomeNotReady": 1,
                     *       "becomeAtRisk": 1,
                     *       "becomeReady": 1,
                     *       "sample": [
                     *         {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Maria Santos",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "before": "not_ready",
                     *           "after": "not_ready"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RequirementResult"];
                };
            };
            /** @description A requirement; with `dryRun` as it would be, and whom the change would affect. All numbers after `checked` are of the workers that were checked, once the days of grace are over. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "req_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "appliesTo": {
                     *         "kind": "group",
                     *         "name": "North Yard"
                     *       },
                     *       "credential": "Crane operator licence",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "courseTitle": "Mobile crane refresher",
                     *       "severity": 3,
                     *       "validDays": 1,
                     *       "graceDays": 14,
                     *       "from": "2026-11-01",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "people": 1,
                     *       "checked": 1,
                     *       "alreadyMeet": 1,
                     *       "lacking": 1,
                     *       "inGrace": 1,
                     *       "notReady": 1,
                     *       "atRisk": 1,
                     *       "becomeNotReady": 1,
                     *       "becomeAtRisk": 1,
                     *       "becomeReady": 1,
                     *       "sample": [
                     *         {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Maria Santos",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "before": "not_ready",
                     *           "after": "not_ready"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RequirementResult"];
                };
            };
        };
    };
    readonly importRequirements: {
        readonly parameters: {
            readonly query?: {
                /** @description Returns the result of the import without writing anything. */
                readonly dryRun?: boolean;
                /** @description Names of columns that differ from those of the fields: `{"Employee ID":"externalWorkerId"}`, or `Employee ID:externalWorkerId,Mail:email`. A column that is mapped to null is not read: `{"Licence":"name","Name":null}`. */
                readonly mapping?: string;
                /** @description How dates are written that are not ISO: `DD/MM/YYYY`, `MM/DD/YYYY`, `DD.MM.YYYY`, with `/`, `.` or `-`. */
                readonly dateFormat?: string;
            };
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "text/csv": string;
                readonly "application/x-ndjson": string;
                readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                readonly "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description The rows, in one of these formats.
                     */
                    readonly file: Blob;
                };
            };
        };
        readonly responses: {
            /** @description The outcomes of the rows of an import. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "created": 1,
                     *       "updated": 1,
                     *       "unchanged": 1,
                     *       "failed": 1,
                     *       "errors": [
                     *         {
                     *           "row": 1,
                     *           "field": "email",
                     *           "message": "must be an e-mail address"
                     *         }
                     *       ],
                     *       "dryRun": false
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ImportResult"];
                };
            };
        };
    };
    readonly getRequirement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `req_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A credential or a course that the tenant requires of an audience. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "req_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "appliesTo": {
                     *         "kind": "group",
                     *         "name": "North Yard"
                     *       },
                     *       "credential": "Crane operator licence",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "courseTitle": "Mobile crane refresher",
                     *       "severity": 3,
                     *       "validDays": 1,
                     *       "graceDays": 14,
                     *       "from": "2026-11-01",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RequirementView"];
                };
            };
        };
    };
    readonly putRequirement: {
        readonly parameters: {
            readonly query?: {
                /** @description Answers whom the change would affect, and stores nothing. */
                readonly dryRun?: boolean;
            };
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `req_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "severity": 4,
                 *       "graceDays": 14
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeRequirementBody"];
            };
        };
        readonly responses: {
            /** @description A requirement; with `dryRun` as it would be, and whom the change would affect. All numbers after `checked` are of the workers that were checked, once the days of grace are over. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "req_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "appliesTo": {
                     *         "kind": "group",
                     *         "name": "North Yard"
                     *       },
                     *       "credential": "Crane operator licence",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "courseTitle": "Mobile crane refresher",
                     *       "severity": 3,
                     *       "validDays": 1,
                     *       "graceDays": 14,
                     *       "from": "2026-11-01",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "people": 1,
                     *       "checked": 1,
                     *       "alreadyMeet": 1,
                     *       "lacking": 1,
                     *       "inGrace": 1,
                     *       "notReady": 1,
                     *       "atRisk": 1,
                     *       "becomeNotReady": 1,
                     *       "becomeAtRisk": 1,
                     *       "becomeReady": 1,
                     *       "sample": [
                     *         {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Maria Santos",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "before": "not_ready",
                     *           "after": "not_ready"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RequirementResult"];
                };
            };
        };
    };
    readonly removeRequirement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `req_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly changeRequirement: {
        readonly parameters: {
            readonly query?: {
                /** @description Answers whom the change would affect, and stores nothing. */
                readonly dryRun?: boolean;
            };
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `req_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "severity": 4,
                 *       "graceDays": 14
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeRequirementBody"];
            };
        };
        readonly responses: {
            /** @description A requirement; with `dryRun` as it would be, and whom the change would affect. All numbers after `checked` are of the workers that were checked, once the days of grace are over. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "req_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "appliesTo": {
                     *         "kind": "group",
                     *         "name": "North Yard"
                     *       },
                     *       "credential": "Crane operator licence",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "courseTitle": "Mobile crane refresher",
                     *       "severity": 3,
                     *       "validDays": 1,
                     *       "graceDays": 14,
                     *       "from": "2026-11-01",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "people": 1,
                     *       "checked": 1,
                     *       "alreadyMeet": 1,
                     *       "lacking": 1,
                     *       "inGrace": 1,
                     *       "notReady": 1,
                     *       "atRisk": 1,
                     *       "becomeNotReady": 1,
                     *       "becomeAtRisk": 1,
                     *       "becomeReady": 1,
                     *       "sample": [
                     *         {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Maria Santos",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "before": "not_ready",
                     *           "after": "not_ready"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RequirementResult"];
                };
            };
        };
    };
    readonly listSigningSecrets: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "sec_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "licence register",
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "lastUsedAt": "2026-11-27T08:30:00.000Z",
                     *           "expiresAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SigningSecretPage"];
                };
            };
        };
    };
    readonly createSigningSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "licence register",
                 *       "graceSeconds": 1
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateSigningSecretBody"];
            };
        };
        readonly responses: {
            /** @description A new signing secret. Only this response contains it. */
            readonly 201: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "sec_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "licence register",
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "lastUsedAt": "2026-11-27T08:30:00.000Z",
                     *       "expiresAt": "2026-11-27T08:30:00.000Z",
                     *       "signingSecret": "whsec_MfKQ…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CreatedSigningSecret"];
                };
            };
        };
    };
    readonly removeSigningSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `sec_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly getSignalMap: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "map": {
                     *         "near_miss": {
                     *           "action": "trigger",
                     *           "topic": "Hazard awareness",
                     *           "category": "Lifting",
                     *           "severity": 1
                     *         }
                     *       },
                     *       "autoAuthor": false,
                     *       "autoAuthorThreshold": 1,
                     *       "version": 1,
                     *       "changedBy": "user:ines.costa@acme.com",
                     *       "changedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SignalMapView"];
                };
            };
        };
    };
    readonly replaceSignalMap: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "map": {
                 *         "near_miss": {
                 *           "topic": "Hazard awareness",
                 *           "category": "Toolbox",
                 *           "severity": 4
                 *         }
                 *       },
                 *       "autoAuthor": true,
                 *       "autoAuthorThreshold": 3
                 *     }
                 */
                readonly "application/json": components["schemas"]["SignalMapBody"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "map": {
                     *         "near_miss": {
                     *           "action": "trigger",
                     *           "topic": "Hazard awareness",
                     *           "category": "Lifting",
                     *           "severity": 1
                     *         }
                     *       },
                     *       "autoAuthor": false,
                     *       "autoAuthorThreshold": 1,
                     *       "version": 1,
                     *       "changedBy": "user:ines.costa@acme.com",
                     *       "changedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SignalMapView"];
                };
            };
        };
    };
    readonly previewSignalMap: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "map": {
                 *         "near_miss": {
                 *           "topic": "Hazard awareness",
                 *           "category": "Toolbox",
                 *           "severity": 4
                 *         }
                 *       },
                 *       "days": 30
                 *     }
                 */
                readonly "application/json": components["schemas"]["SignalMapPreviewBody"];
            };
        };
        readonly responses: {
            /** @description The needs of stored signals with an edited map, compared with the current map. Decisions of people are left out of both. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "signals": 1,
                     *       "since": "2026-11-20T14:03:21.000Z",
                     *       "complete": false,
                     *       "added": 1,
                     *       "changed": 1,
                     *       "removed": 1,
                     *       "unchanged": 1,
                     *       "items": [
                     *         {
                     *           "change": "added",
                     *           "signalId": "sig_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "type": "credential_expiring",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "learnerId": "L-7731",
                     *           "site": "North Yard",
                     *           "before": {
                     *             "topic": "Crane operation",
                     *             "category": "Lifting",
                     *             "severity": 1,
                     *             "dedupeKey": "LIC-2207",
                     *             "status": "resolved",
                     *             "signalCount": 1
                     *           },
                     *           "after": {
                     *             "topic": "Crane operation",
                     *             "category": "Lifting",
                     *             "severity": 1,
                     *             "dedupeKey": "LIC-2207",
                     *             "status": "resolved",
                     *             "signalCount": 1
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SignalMapPreview"];
                };
            };
        };
    };
    readonly getSignalMapUnmappedTypes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "type": "credential_expiring",
                     *           "signals": 1,
                     *           "lastSeenAt": "2026-11-27T08:30:00.000Z",
                     *           "suggestedTopic": "Crane operation",
                     *           "suggestedCourse": {
                     *             "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "title": "Mobile crane refresher",
                     *             "score": 0.92
                     *           }
                     *         }
                     *       ],
                     *       "signals": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["UnmappedTypes"];
                };
            };
        };
    };
    readonly listSignals: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description Type of the signal: `near_miss`. */
                readonly type?: string;
                /** @description `created`: created a need; `joined`: joined an open one; `resolved`: closed it; `nothing_open`: closes a need, but none was open; `completion`: reports a completed training. */
                readonly outcome?: "created" | "joined" | "resolved" | "nothing_open" | "completion";
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
                /** @description The key of the data point. */
                readonly dedupeKey?: string;
                /** @description Name of the site in the signal. */
                readonly site?: string;
                /** @description A day or a time: only those received then or later. */
                readonly since?: string;
                /** @description A day or a time: only those received before it. */
                readonly until?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "sig_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "receivedAt": "2026-11-27T08:30:00.000Z",
                     *           "type": "credential_expiring",
                     *           "dedupeKey": "LIC-2207",
                     *           "outcome": "created",
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "resolvedAt": "2026-11-27T08:30:00.000Z",
                     *           "completion": {
                     *             "status": "waiting",
                     *             "completedAt": "2026-11-27T08:30:00.000Z",
                     *             "courseIds": [
                     *               "crs_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *             ]
                     *           },
                     *           "warnings": [
                     *             {
                     *               "field": "data.topik",
                     *               "message": "is not a known field: did you mean \"topic\"?"
                     *             }
                     *           ],
                     *           "event": {}
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SignalPage"];
                };
            };
        };
    };
    readonly checkSignals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "raw": "{\"event\":\"signal.near_miss\",\"data\":{\"site\":\"North Yard\",\"topic\":\"Manual Handling\"}}"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CheckSignalBody"];
            };
        };
        readonly responses: {
            /** @description What the webhook would make of an event. Nothing is recorded. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "valid": false,
                     *       "status": 200,
                     *       "errors": [
                     *         {
                     *           "field": "data.severity",
                     *           "message": "must be 1 (low), 2 (info), 3 (soon) or 4 (blocking)"
                     *         }
                     *       ],
                     *       "warnings": [
                     *         {
                     *           "field": "data.topik",
                     *           "message": "is not a known field: did you mean \"topic\"?"
                     *         }
                     *       ],
                     *       "event": {
                     *         "action": "trigger",
                     *         "type": "credential_expiring",
                     *         "topic": "Crane operation",
                     *         "category": "Lifting",
                     *         "severity": 1,
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com",
                     *         "learnerId": "L-7731",
                     *         "site": "North Yard",
                     *         "defaulted": [
                     *           "severity"
                     *         ]
                     *       },
                     *       "dedupeKey": "LIC-2207",
                     *       "audience": {
                     *         "kind": "worker",
                     *         "workerId": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "site": "North Yard",
                     *         "known": false,
                     *         "people": 1
                     *       },
                     *       "match": {
                     *         "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "title": "Mobile crane refresher",
                     *         "score": 0.92,
                     *         "evidence": [
                     *           "The title has \"crane\""
                     *         ]
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CheckedSignal"];
                };
            };
        };
    };
    readonly getRefusedSignals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description What the tenant's webhook refused in the last seven days. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unsigned": [
                     *         {
                     *           "hour": "2026-11-27T08:00:00.000Z",
                     *           "requests": 1
                     *         }
                     *       ],
                     *       "items": [
                     *         {
                     *           "id": "rfs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "at": "2026-11-27T08:30:00.000Z",
                     *           "code": "invalid_event",
                     *           "errors": [
                     *             {
                     *               "field": "data.severity",
                     *               "message": "must be 1 (low), 2 (info), 3 (soon) or 4 (blocking)"
                     *             }
                     *           ],
                     *           "excerpt": "{\"event\":\"…\",\"data\":{\"severity\":\"…\"}}"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RefusedSignals"];
                };
            };
        };
    };
    readonly testSignals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "event": {
                 *         "event": "signal.near_miss",
                 *         "data": {
                 *           "site": "North Yard",
                 *           "topic": "Manual Handling"
                 *         }
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["TestSignalBody"];
            };
        };
        readonly responses: {
            /** @description A signed event that was sent to the tenant's own webhook, and the answer. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "request": {
                     *         "method": "POST",
                     *         "path": "/engine/v1/integration/acme/webhook",
                     *         "body": "{\"event\":\"signal.credential_expiring\",\"data\":{\"email\":\"maria.santos@acme.com\"}}",
                     *         "signature": "2c1d8f…"
                     *       },
                     *       "answer": {
                     *         "status": 200,
                     *         "body": "{\"ok\":true,\"applied\":true,\"deduped\":true}"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TestedSignal"];
                };
            };
        };
    };
    readonly getSignal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `sig_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A signal as received, and its result. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "sig_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "receivedAt": "2026-11-27T08:30:00.000Z",
                     *       "type": "credential_expiring",
                     *       "dedupeKey": "LIC-2207",
                     *       "outcome": "created",
                     *       "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "resolvedAt": "2026-11-27T08:30:00.000Z",
                     *       "completion": {
                     *         "status": "waiting",
                     *         "completedAt": "2026-11-27T08:30:00.000Z",
                     *         "courseIds": [
                     *           "crs_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *         ]
                     *       },
                     *       "warnings": [
                     *         {
                     *           "field": "data.topik",
                     *           "message": "is not a known field: did you mean \"topic\"?"
                     *         }
                     *       ],
                     *       "event": {}
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SignalView"];
                };
            };
        };
    };
    readonly replaySignal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `sig_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The response that the webhook would give, and the need. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ok": false,
                     *       "applied": false,
                     *       "signalId": "sig_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "deduped": false,
                     *       "resolved": false,
                     *       "completion": false,
                     *       "warnings": [
                     *         {
                     *           "field": "data.topik",
                     *           "message": "is not a known field: did you mean \"topic\"?"
                     *         }
                     *       ],
                     *       "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ReplayedSignal"];
                };
            };
        };
    };
    readonly listSites: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description Part of the name. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "site_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "North Yard",
                     *           "aliases": [
                     *             "Yard N"
                     *           ],
                     *           "workers": 1,
                     *           "version": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SitePage"];
                };
            };
        };
    };
    readonly createSite: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "North Yard",
                 *       "aliases": [
                 *         "Yard N"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateSiteBody"];
            };
        };
        readonly responses: {
            /** @description A place where workers work. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "site_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "North Yard",
                     *       "aliases": [
                     *         "Yard N"
                     *       ],
                     *       "workers": 1,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SiteView"];
                };
            };
        };
    };
    readonly getSite: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `site_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A place where workers work. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "site_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "North Yard",
                     *       "aliases": [
                     *         "Yard N"
                     *       ],
                     *       "workers": 1,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SiteView"];
                };
            };
        };
    };
    readonly putSite: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `site_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "North Yard",
                 *       "aliases": [
                 *         "Yard N"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeSiteBody"];
            };
        };
        readonly responses: {
            /** @description A place where workers work. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "site_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "North Yard",
                     *       "aliases": [
                     *         "Yard N"
                     *       ],
                     *       "workers": 1,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SiteView"];
                };
            };
        };
    };
    readonly removeSite: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `site_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly renameSite: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `site_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "North Yard",
                 *       "aliases": [
                 *         "Yard N"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeSiteBody"];
            };
        };
        readonly responses: {
            /** @description A place where workers work. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "site_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "North Yard",
                     *       "aliases": [
                     *         "Yard N"
                     *       ],
                     *       "workers": 1,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SiteView"];
                };
            };
        };
    };
    readonly listTokens: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description `true`: only valid tokens. `false`: only revoked and expired ones. */
                readonly active?: "true" | "false";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "tok_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "payroll",
                     *           "role": "author",
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "createdBy": "user:ines.costa@acme.com",
                     *           "expiresAt": "2026-11-27T08:30:00.000Z",
                     *           "lastUsedAt": "2026-11-27T08:30:00.000Z",
                     *           "revokedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ApiTokenPage"];
                };
            };
        };
    };
    readonly createToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "payroll",
                 *       "role": "viewer",
                 *       "expiresAt": "2026-12-24"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateApiTokenBody"];
            };
        };
        readonly responses: {
            /** @description Created. */
            readonly 201: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "tok_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "payroll",
                     *       "role": "author",
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "createdBy": "user:ines.costa@acme.com",
                     *       "expiresAt": "2026-11-27T08:30:00.000Z",
                     *       "lastUsedAt": "2026-11-27T08:30:00.000Z",
                     *       "revokedAt": "2026-11-27T08:30:00.000Z",
                     *       "token": "edt_x7Q2…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CreatedApiToken"];
                };
            };
        };
    };
    readonly revokeToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `tok_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly matchTopics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "topic": "Crane operation",
                 *       "category": "Lifting"
                 *     }
                 */
                readonly "application/json": components["schemas"]["MatchTopicBody"];
            };
        };
        readonly responses: {
            /** @description The matching courses for a topic. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recommended": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "candidates": [
                     *         {
                     *           "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "title": "Mobile crane refresher",
                     *           "score": 0.92,
                     *           "evidence": [
                     *             "The title has \"crane\""
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TopicMatchView"];
                };
            };
        };
    };
    readonly listSynonyms: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description One status, or several, comma-separated. */
                readonly status?: readonly ("suggested" | "accepted" | "rejected")[];
                /** @description Whether the synonym was entered, or learned from offers. */
                readonly origin?: "entered" | "learned";
                /** @description Only synonyms that mean this course. */
                readonly courseId?: string;
                /** @description Part of the topic. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "syn_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "topic": "Crane operation",
                     *           "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "courseTitle": "Mobile crane refresher",
                     *           "means": "Crane operation",
                     *           "status": "suggested",
                     *           "origin": "entered",
                     *           "corrections": 1,
                     *           "why": [
                     *             "illegal_transition"
                     *           ],
                     *           "learnedFrom": [
                     *             {
                     *               "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *               "by": "user:ines.costa@acme.com",
                     *               "at": "2026-11-27T08:30:00.000Z",
                     *               "recommendedCourseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *             }
                     *           ],
                     *           "version": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "updatedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SynonymPage"];
                };
            };
        };
    };
    readonly enterSynonym: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "topic": "The big yellow one",
                 *       "means": "Crane operation"
                 *     }
                 */
                readonly "application/json": components["schemas"]["EnterSynonymBody"];
            };
        };
        readonly responses: {
            /** @description A synonym: a topic that means a course or another topic to the tenant. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "syn_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "topic": "Crane operation",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "courseTitle": "Mobile crane refresher",
                     *       "means": "Crane operation",
                     *       "status": "suggested",
                     *       "origin": "entered",
                     *       "corrections": 1,
                     *       "why": [
                     *         "illegal_transition"
                     *       ],
                     *       "learnedFrom": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "by": "user:ines.costa@acme.com",
                     *           "at": "2026-11-27T08:30:00.000Z",
                     *           "recommendedCourseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *         }
                     *       ],
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SynonymView"];
                };
            };
        };
    };
    readonly getSynonym: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `syn_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A synonym: a topic that means a course or another topic to the tenant. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "syn_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "topic": "Crane operation",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "courseTitle": "Mobile crane refresher",
                     *       "means": "Crane operation",
                     *       "status": "suggested",
                     *       "origin": "entered",
                     *       "corrections": 1,
                     *       "why": [
                     *         "illegal_transition"
                     *       ],
                     *       "learnedFrom": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "by": "user:ines.costa@acme.com",
                     *           "at": "2026-11-27T08:30:00.000Z",
                     *           "recommendedCourseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *         }
                     *       ],
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SynonymView"];
                };
            };
        };
    };
    readonly putSynonym: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `syn_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "means": "Crane operation"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeSynonymBody"];
            };
        };
        readonly responses: {
            /** @description A synonym: a topic that means a course or another topic to the tenant. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "syn_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "topic": "Crane operation",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "courseTitle": "Mobile crane refresher",
                     *       "means": "Crane operation",
                     *       "status": "suggested",
                     *       "origin": "entered",
                     *       "corrections": 1,
                     *       "why": [
                     *         "illegal_transition"
                     *       ],
                     *       "learnedFrom": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "by": "user:ines.costa@acme.com",
                     *           "at": "2026-11-27T08:30:00.000Z",
                     *           "recommendedCourseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *         }
                     *       ],
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SynonymView"];
                };
            };
        };
    };
    readonly removeSynonym: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `syn_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly changeSynonym: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `syn_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "means": "Crane operation"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeSynonymBody"];
            };
        };
        readonly responses: {
            /** @description A synonym: a topic that means a course or another topic to the tenant. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "syn_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "topic": "Crane operation",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "courseTitle": "Mobile crane refresher",
                     *       "means": "Crane operation",
                     *       "status": "suggested",
                     *       "origin": "entered",
                     *       "corrections": 1,
                     *       "why": [
                     *         "illegal_transition"
                     *       ],
                     *       "learnedFrom": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "by": "user:ines.costa@acme.com",
                     *           "at": "2026-11-27T08:30:00.000Z",
                     *           "recommendedCourseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *         }
                     *       ],
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SynonymView"];
                };
            };
        };
    };
    readonly acceptSynonym: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `syn_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A synonym: a topic that means a course or another topic to the tenant. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "syn_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "topic": "Crane operation",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "courseTitle": "Mobile crane refresher",
                     *       "means": "Crane operation",
                     *       "status": "suggested",
                     *       "origin": "entered",
                     *       "corrections": 1,
                     *       "why": [
                     *         "illegal_transition"
                     *       ],
                     *       "learnedFrom": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "by": "user:ines.costa@acme.com",
                     *           "at": "2026-11-27T08:30:00.000Z",
                     *           "recommendedCourseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *         }
                     *       ],
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SynonymView"];
                };
            };
        };
    };
    readonly rejectSynonym: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `syn_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A synonym: a topic that means a course or another topic to the tenant. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "syn_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "topic": "Crane operation",
                     *       "courseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "courseTitle": "Mobile crane refresher",
                     *       "means": "Crane operation",
                     *       "status": "suggested",
                     *       "origin": "entered",
                     *       "corrections": 1,
                     *       "why": [
                     *         "illegal_transition"
                     *       ],
                     *       "learnedFrom": [
                     *         {
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "by": "user:ines.costa@acme.com",
                     *           "at": "2026-11-27T08:30:00.000Z",
                     *           "recommendedCourseId": "crs_01kb0d3w9qe4vbr5yq6f1c8x2t"
                     *         }
                     *       ],
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SynonymView"];
                };
            };
        };
    };
    readonly listUsers: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description Role of the user. */
                readonly role?: "viewer" | "author" | "admin";
                /** @description `true`: only users who may log in; `false`: only the others. */
                readonly active?: "true" | "false";
                /** @description Part of the name or the address. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "usr_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "email": "maria.santos@acme.com",
                     *           "name": "Ines Costa",
                     *           "role": "author",
                     *           "active": false,
                     *           "hasPassword": false,
                     *           "lastLoginAt": "2026-11-27T08:30:00.000Z",
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "version": 1
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["UserPage"];
                };
            };
        };
    };
    readonly createUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "email": "maria.santos@acme.com",
                 *       "name": "Ines Costa",
                 *       "role": "viewer"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateUserBody"];
            };
        };
        readonly responses: {
            /** @description A new user, with the link that sets a password. The link is shown only here. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "usr_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "email": "maria.santos@acme.com",
                     *       "name": "Ines Costa",
                     *       "role": "author",
                     *       "active": false,
                     *       "hasPassword": false,
                     *       "lastLoginAt": "2026-11-27T08:30:00.000Z",
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1,
                     *       "invitation": {
                     *         "token": "edt_x7Q2…",
                     *         "url": "https://engine.example.com/set-password#edp_x7Q2",
                     *         "expiresAt": "2026-11-27T08:30:00.000Z"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["InvitedUser"];
                };
            };
        };
    };
    readonly getUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `usr_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A user of the tenant's console. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "usr_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "email": "maria.santos@acme.com",
                     *       "name": "Ines Costa",
                     *       "role": "author",
                     *       "active": false,
                     *       "hasPassword": false,
                     *       "lastLoginAt": "2026-11-27T08:30:00.000Z",
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["UserView"];
                };
            };
        };
    };
    readonly removeUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `usr_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly changeUser: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `usr_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "email": "maria.santos@acme.com",
                 *       "name": "Ines Costa",
                 *       "role": "viewer",
                 *       "active": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeUserBody"];
            };
        };
        readonly responses: {
            /** @description A user of the tenant's console. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "usr_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "email": "maria.santos@acme.com",
                     *       "name": "Ines Costa",
                     *       "role": "author",
                     *       "active": false,
                     *       "hasPassword": false,
                     *       "lastLoginAt": "2026-11-27T08:30:00.000Z",
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["UserView"];
                };
            };
        };
    };
    readonly resetUserPassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `usr_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A link that sets a password, once. It is shown only when it is created. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "edt_x7Q2…",
                     *       "url": "https://engine.example.com/set-password#edp_x7Q2",
                     *       "expiresAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PasswordLinkView"];
                };
            };
        };
    };
    readonly listViews: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description The list. */
                readonly page?: "needs" | "readiness" | "assignments" | "courses" | "drafts" | "workers" | "groups" | "sites" | "credentials" | "onboarding" | "requirements" | "waivers" | "signals" | "operations" | "audit";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "view_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "Urgent at the North Yard",
                     *           "page": "signals",
                     *           "query": "severity=4&site=North+Yard",
                     *           "shared": false,
                     *           "own": false,
                     *           "createdBy": "user:ines.costa@acme.com",
                     *           "version": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "updatedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ViewList"];
                };
            };
        };
    };
    readonly createView: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Urgent at the North Yard",
                 *       "page": "needs",
                 *       "query": "severity=4&site=North+Yard",
                 *       "shared": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateViewBody"];
            };
        };
        readonly responses: {
            /** @description A named query of a list. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "view_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "Urgent at the North Yard",
                     *       "page": "signals",
                     *       "query": "severity=4&site=North+Yard",
                     *       "shared": false,
                     *       "own": false,
                     *       "createdBy": "user:ines.costa@acme.com",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ViewView"];
                };
            };
        };
    };
    readonly getView: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `view_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A named query of a list. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "view_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "Urgent at the North Yard",
                     *       "page": "signals",
                     *       "query": "severity=4&site=North+Yard",
                     *       "shared": false,
                     *       "own": false,
                     *       "createdBy": "user:ines.costa@acme.com",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ViewView"];
                };
            };
        };
    };
    readonly removeView: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `view_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly changeView: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `view_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Urgent at the North Yard",
                 *       "query": "severity=4&site=North+Yard",
                 *       "shared": false
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeViewBody"];
            };
        };
        readonly responses: {
            /** @description A named query of a list. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "view_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "name": "Urgent at the North Yard",
                     *       "page": "signals",
                     *       "query": "severity=4&site=North+Yard",
                     *       "shared": false,
                     *       "own": false,
                     *       "createdBy": "user:ines.costa@acme.com",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ViewView"];
                };
            };
        };
    };
    readonly listWaivers: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description A worker's id (`wrk_…`), external id, e-mail or learner id. */
                readonly worker?: string;
                /** @description `true`: waivers that hold; `false`: those that are over. */
                readonly active?: "true" | "false";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "wvr_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "worker": {
                     *             "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *             "name": "Maria Santos",
                     *             "externalWorkerId": "E-1042",
                     *             "email": "maria.santos@acme.com"
                     *           },
                     *           "requirementId": "req_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "credential": "Crane operator licence",
                     *           "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "about": "readiness",
                     *           "until": "2026-12-24",
                     *           "active": false,
                     *           "note": "Holds the licence of another country.",
                     *           "createdBy": "user:ines.costa@acme.com",
                     *           "createdAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WaiverPage"];
                };
            };
        };
    };
    readonly createWaiver: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "workerId": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                 *       "credential": "Crane operator licence",
                 *       "until": "2026-12-24",
                 *       "note": "Holds the licence of another country."
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateWaiverBody"];
            };
        };
        readonly responses: {
            /** @description Exempts a worker from a requirement, a credential or a need for a while. */
            readonly 201: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wvr_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "worker": {
                     *         "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "name": "Maria Santos",
                     *         "externalWorkerId": "E-1042",
                     *         "email": "maria.santos@acme.com"
                     *       },
                     *       "requirementId": "req_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "credential": "Crane operator licence",
                     *       "needId": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "about": "readiness",
                     *       "until": "2026-12-24",
                     *       "active": false,
                     *       "note": "Holds the licence of another country.",
                     *       "createdBy": "user:ines.costa@acme.com",
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WaiverView"];
                };
            };
        };
    };
    readonly removeWaiver: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `wvr_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly listWebhooks: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "whk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "url": "https://hooks.acme.com/readiness",
                     *           "description": "Tells the intranet about new needs",
                     *           "eventTypes": [
                     *             "need.created"
                     *           ],
                     *           "status": "enabled",
                     *           "failingSince": null,
                     *           "previousSecretExpiresAt": "2026-11-27T08:30:00.000Z",
                     *           "version": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "updatedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookPage"];
                };
            };
        };
    };
    readonly createWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "url": "https://hooks.acme.com/readiness",
                 *       "description": "Tells the intranet about new needs",
                 *       "eventTypes": [
                 *         "need.created"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateWebhookBody"];
            };
        };
        readonly responses: {
            /** @description Created. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "url": "https://hooks.acme.com/readiness",
                     *       "description": "Tells the intranet about new needs",
                     *       "eventTypes": [
                     *         "need.created"
                     *       ],
                     *       "status": "enabled",
                     *       "failingSince": null,
                     *       "previousSecretExpiresAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z",
                     *       "secret": "whsec_MfKQ…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CreatedWebhookView"];
                };
            };
        };
    };
    readonly getWebhookDelivery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `dlv_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "dlv_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "webhookId": "whk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "messageId": "msg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "type": "need.created",
                     *       "status": "pending",
                     *       "attempts": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "dueAt": "2026-11-27T08:30:00.000Z",
                     *       "triedAt": "2026-11-27T08:30:00.000Z",
                     *       "answerStatus": 1,
                     *       "answer": "{\"ok\":true}",
                     *       "error": null,
                     *       "durationMs": 84,
                     *       "body": "{\"type\":\"need.created\"}"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DeliveryDetail"];
                };
            };
        };
    };
    readonly replayWebhookDelivery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `dlv_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "dlv_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "webhookId": "whk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "messageId": "msg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "type": "need.created",
                     *       "status": "pending",
                     *       "attempts": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "dueAt": "2026-11-27T08:30:00.000Z",
                     *       "triedAt": "2026-11-27T08:30:00.000Z",
                     *       "answerStatus": 1,
                     *       "answer": "{\"ok\":true}",
                     *       "error": null,
                     *       "durationMs": 84,
                     *       "body": "{\"type\":\"need.created\"}"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DeliveryDetail"];
                };
            };
        };
    };
    readonly getWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `whk_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description An address that receives events. Its secret is shown once, when it is created. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "url": "https://hooks.acme.com/readiness",
                     *       "description": "Tells the intranet about new needs",
                     *       "eventTypes": [
                     *         "need.created"
                     *       ],
                     *       "status": "enabled",
                     *       "failingSince": null,
                     *       "previousSecretExpiresAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookView"];
                };
            };
        };
    };
    readonly removeWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `whk_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly changeWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `whk_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "url": "https://hooks.acme.com/readiness",
                 *       "enabled": false,
                 *       "description": "Tells the intranet about new needs",
                 *       "eventTypes": [
                 *         "need.created"
                 *       ]
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeWebhookBody"];
            };
        };
        readonly responses: {
            /** @description An address that receives events. Its secret is shown once, when it is created. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "url": "https://hooks.acme.com/readiness",
                     *       "description": "Tells the intranet about new needs",
                     *       "eventTypes": [
                     *         "need.created"
                     *       ],
                     *       "status": "enabled",
                     *       "failingSince": null,
                     *       "previousSecretExpiresAt": "2026-11-27T08:30:00.000Z",
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WebhookView"];
                };
            };
        };
    };
    readonly listWebhookDeliveries: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description One status, or several, comma-separated. */
                readonly status?: readonly ("pending" | "delivered" | "failed")[];
            };
            readonly header?: never;
            readonly path: {
                /** @description `whk_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "dlv_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "webhookId": "whk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "messageId": "msg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "type": "need.created",
                     *           "status": "pending",
                     *           "attempts": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "dueAt": "2026-11-27T08:30:00.000Z",
                     *           "triedAt": "2026-11-27T08:30:00.000Z",
                     *           "answerStatus": 1,
                     *           "answer": "{\"ok\":true}",
                     *           "error": null,
                     *           "durationMs": 84
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DeliveryPage"];
                };
            };
        };
    };
    readonly rotateWebhookSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `whk_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "graceSeconds": 86400
                 *     }
                 */
                readonly "application/json": components["schemas"]["RotateWebhookSecretBody"];
            };
        };
        readonly responses: {
            /** @description Created. */
            readonly 201: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "whsec_MfKQ…",
                     *       "previousExpiresAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RotatedSecretView"];
                };
            };
        };
    };
    readonly testWebhook: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `whk_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 202: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "dlv_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "webhookId": "whk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "messageId": "msg_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "type": "need.created",
                     *       "status": "pending",
                     *       "attempts": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "dueAt": "2026-11-27T08:30:00.000Z",
                     *       "triedAt": "2026-11-27T08:30:00.000Z",
                     *       "answerStatus": 1,
                     *       "answer": "{\"ok\":true}",
                     *       "error": null,
                     *       "durationMs": 84,
                     *       "body": "{\"type\":\"need.created\"}"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DeliveryDetail"];
                };
            };
        };
    };
    readonly listWorkers: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description Name of the site. */
                readonly site?: string;
                /** @description Name of a group. */
                readonly group?: string;
                /** @description `true`: only workers who are there; `false`: only those who left. */
                readonly active?: "true" | "false";
                /** @description Part of the name, the e-mail address or the external id. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "externalWorkerId": "E-1042",
                     *           "email": "maria.santos@acme.com",
                     *           "learnerId": "L-7731",
                     *           "name": "Maria Santos",
                     *           "site": "North Yard",
                     *           "role": "Crane operator",
                     *           "groups": [
                     *             "Crane crew"
                     *           ],
                     *           "active": false,
                     *           "version": 1,
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "updatedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WorkerPage"];
                };
            };
        };
    };
    readonly createWorker: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Maria Santos",
                 *       "site": "North Yard",
                 *       "role": "Crane operator",
                 *       "groups": [
                 *         "Crane crew"
                 *       ],
                 *       "active": false,
                 *       "externalWorkerId": "E-1042",
                 *       "email": "maria.santos@acme.com",
                 *       "learnerId": "L-7731"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateWorkerBody"];
            };
        };
        readonly responses: {
            /** @description A person whose readiness is tracked. */
            readonly 201: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "externalWorkerId": "E-1042",
                     *       "email": "maria.santos@acme.com",
                     *       "learnerId": "L-7731",
                     *       "name": "Maria Santos",
                     *       "site": "North Yard",
                     *       "role": "Crane operator",
                     *       "groups": [
                     *         "Crane crew"
                     *       ],
                     *       "active": false,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WorkerView"];
                };
            };
        };
    };
    readonly exportWorkersCsv: {
        readonly parameters: {
            readonly query?: {
                /** @description Name of the site. */
                readonly site?: string;
                /** @description Name of a group. */
                readonly group?: string;
                /** @description `true`: only workers who are there; `false`: only those who left. */
                readonly active?: "true" | "false";
                /** @description Part of the name, the e-mail address or the external id. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
        };
    };
    readonly exportWorkersXlsx: {
        readonly parameters: {
            readonly query?: {
                /** @description Name of the site. */
                readonly site?: string;
                /** @description Name of a group. */
                readonly group?: string;
                /** @description `true`: only workers who are there; `false`: only those who left. */
                readonly active?: "true" | "false";
                /** @description Part of the name, the e-mail address or the external id. */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                };
            };
        };
    };
    readonly importWorkers: {
        readonly parameters: {
            readonly query?: {
                /** @description Deactivates the workers that the rows do not name, unless a row is refused. */
                readonly deactivateMissing?: boolean;
                /** @description How many workers `deactivateMissing` may deactivate. Default: a quarter of the active workers, but at least ten. A dry run returns the number. */
                readonly maxDeactivated?: number;
                /** @description Returns the result of the import without writing anything. */
                readonly dryRun?: boolean;
                /** @description Names of columns that differ from those of the fields: `{"Employee ID":"externalWorkerId"}`, or `Employee ID:externalWorkerId,Mail:email`. A column that is mapped to null is not read: `{"Licence":"name","Name":null}`. */
                readonly mapping?: string;
                /** @description How dates are written that are not ISO: `DD/MM/YYYY`, `MM/DD/YYYY`, `DD.MM.YYYY`, with `/`, `.` or `-`. */
                readonly dateFormat?: string;
            };
            readonly header?: {
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "text/csv": string;
                readonly "application/x-ndjson": string;
                readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Blob;
                readonly "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description The rows, in one of these formats.
                     */
                    readonly file: Blob;
                };
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deactivated": 1,
                     *       "created": 1,
                     *       "updated": 1,
                     *       "unchanged": 1,
                     *       "failed": 1,
                     *       "errors": [
                     *         {
                     *           "row": 1,
                     *           "field": "email",
                     *           "message": "must be an e-mail address"
                     *         }
                     *       ],
                     *       "dryRun": false
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WorkersImportResult"];
                };
            };
        };
    };
    readonly getWorker: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description `wrk_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A person whose readiness is tracked. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "externalWorkerId": "E-1042",
                     *       "email": "maria.santos@acme.com",
                     *       "learnerId": "L-7731",
                     *       "name": "Maria Santos",
                     *       "site": "North Yard",
                     *       "role": "Crane operator",
                     *       "groups": [
                     *         "Crane crew"
                     *       ],
                     *       "active": false,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WorkerView"];
                };
            };
        };
    };
    readonly putWorker: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `wrk_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Maria Santos",
                 *       "site": "North Yard",
                 *       "role": "Crane operator",
                 *       "groups": [
                 *         "Crane crew"
                 *       ],
                 *       "active": false,
                 *       "externalWorkerId": "E-1042",
                 *       "email": "maria.santos@acme.com",
                 *       "learnerId": "L-7731"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeWorkerBody"];
            };
        };
        readonly responses: {
            /** @description A person whose readiness is tracked. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "externalWorkerId": "E-1042",
                     *       "email": "maria.santos@acme.com",
                     *       "learnerId": "L-7731",
                     *       "name": "Maria Santos",
                     *       "site": "North Yard",
                     *       "role": "Crane operator",
                     *       "groups": [
                     *         "Crane crew"
                     *       ],
                     *       "active": false,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WorkerView"];
                };
            };
        };
    };
    readonly removeWorker: {
        readonly parameters: {
            readonly query?: {
                /** @description Also erases personal data from all records. */
                readonly erase?: "true" | "false";
            };
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `wrk_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly changeWorker: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description The `ETag` that was read: the change is refused with 412 if the resource has changed since. */
                readonly "If-Match"?: string;
                /** @description Any text of 1 to 255 characters: repeated with it within 24 hours, the request is executed once and gets the same response, with `idempotent-replayed: true`. */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /** @description `wrk_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Maria Santos",
                 *       "site": "North Yard",
                 *       "role": "Crane operator",
                 *       "groups": [
                 *         "Crane crew"
                 *       ],
                 *       "active": false,
                 *       "externalWorkerId": "E-1042",
                 *       "email": "maria.santos@acme.com",
                 *       "learnerId": "L-7731"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeWorkerBody"];
            };
        };
        readonly responses: {
            /** @description A person whose readiness is tracked. */
            readonly 200: {
                headers: {
                    /** @description The version, for `If-Match`. */
                    readonly ETag?: string;
                    /** @description `true`: this is the response to an earlier request with the same `Idempotency-Key`. */
                    readonly "idempotent-replayed"?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "wrk_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "externalWorkerId": "E-1042",
                     *       "email": "maria.santos@acme.com",
                     *       "learnerId": "L-7731",
                     *       "name": "Maria Santos",
                     *       "site": "North Yard",
                     *       "role": "Crane operator",
                     *       "groups": [
                     *         "Crane crew"
                     *       ],
                     *       "active": false,
                     *       "version": 1,
                     *       "createdAt": "2026-11-27T08:30:00.000Z",
                     *       "updatedAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["WorkerView"];
                };
            };
        };
    };
    readonly openSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "tenant": "acme",
                 *       "email": "maria.santos@acme.com",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["LogInBody"];
            };
        };
        readonly responses: {
            /** @description The logged-in user, and the token that a page must send with changes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "slug": "acme",
                     *         "name": "Acme"
                     *       },
                     *       "user": {
                     *         "id": "usr_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "email": "maria.santos@acme.com",
                     *         "name": "Ines Costa",
                     *         "role": "author"
                     *       },
                     *       "csrfToken": "q7L0…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    readonly closeSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly getOidcCallback: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly tenant: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: never;
    };
    readonly getOidcStart: {
        readonly parameters: {
            readonly query?: {
                /** @description The console page after the log-in: `/needs`. */
                readonly returnTo?: string;
            };
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly tenant: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: never;
    };
    readonly setPassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "token": "edt_x7Q2…",
                 *       "password": "correct horse battery staple"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SetPasswordBody"];
            };
        };
        readonly responses: {
            /** @description The data for a log-in with the new password. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": "acme",
                     *       "email": "maria.santos@acme.com"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PasswordSet"];
                };
            };
        };
    };
    readonly getSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The logged-in user, and the token that a page must send with changes. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "slug": "acme",
                     *         "name": "Acme"
                     *       },
                     *       "user": {
                     *         "id": "usr_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "email": "maria.santos@acme.com",
                     *         "name": "Ines Costa",
                     *         "role": "author"
                     *       },
                     *       "csrfToken": "q7L0…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SessionView"];
                };
            };
        };
    };
    readonly receiveSignal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description HMAC-SHA256 of the raw body in lower-case hex, keyed by the signing secret as it stands. Required, unless the headers of Standard Webhooks are sent. */
                readonly "x-edifyd-signature"?: string;
                /** @description Standard Webhooks: the id of the message. */
                readonly "webhook-id"?: string;
                /** @description Standard Webhooks: seconds since the epoch, within 300 s of the server's time. */
                readonly "webhook-timestamp"?: string;
                /** @description Standard Webhooks: `v1,` and base64 of the HMAC-SHA256 of `id.timestamp.body`, keyed by the decoded secret; several separated by spaces. */
                readonly "webhook-signature"?: string;
            };
            readonly path: {
                /** @description Slug of the tenant. */
                readonly tenant: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SignalEvent"] | readonly components["schemas"]["SignalEvent"][];
                readonly "application/x-ndjson": string;
            };
        };
        readonly responses: {
            /** @description Recorded. */
            readonly 200: {
                headers: {
                    /** @description The rate limit of the tenant: events (`q`) in a window of seconds (`w`). draft-ietf-httpapi-ratelimit-headers. */
                    readonly "RateLimit-Policy"?: string;
                    /** @description The remaining events (`r`), and the seconds until the limit is restored (`t`). */
                    readonly RateLimit?: string;
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SignalResult"] | components["schemas"]["BatchResult"];
                };
            };
        };
    };
    readonly listFailures: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
                /** @description Slug; default: all tenants. */
                readonly tenant?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "need",
                     *           "tenant": "acme",
                     *           "id": "need_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "type": "credential_expiring",
                     *           "attempts": 1,
                     *           "error": "the statement was cancelled after 30 s",
                     *           "state": "retrying",
                     *           "nextTryAt": "2026-11-27T08:30:00.000Z",
                     *           "failedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["FailedNeedPage"];
                };
            };
        };
    };
    readonly listFailedJobs: {
        readonly parameters: {
            readonly query?: {
                /** @description Slug; default: all tenants, and jobs of no tenant. */
                readonly tenant?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "job",
                     *           "queue": "needs",
                     *           "id": "4711",
                     *           "name": "resolve-needs",
                     *           "tenant": "acme",
                     *           "attempts": 1,
                     *           "error": "connection refused",
                     *           "failedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["FailedJobList"];
                };
            };
        };
    };
    readonly retryFailedJobs: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "tenant": "acme"
                 *     }
                 */
                readonly "application/json": components["schemas"]["RetryBody"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "retried": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Retried"];
                };
            };
        };
    };
    readonly retryFailures: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "tenant": "acme"
                 *     }
                 */
                readonly "application/json": components["schemas"]["RetryBody"];
            };
        };
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "retried": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Retried"];
                };
            };
        };
    };
    readonly rekeySecrets: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "dryRun": true
                 *     }
                 */
                readonly "application/json": components["schemas"]["RekeyBody"];
            };
        };
        readonly responses: {
            /** @description A step over the stored secrets of some tenants. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "columns": [
                     *         {
                     *           "table": "signing_secret",
                     *           "column": "ciphertext",
                     *           "checked": 1,
                     *           "reencrypted": 1,
                     *           "unreadable": 1
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RekeyStepView"];
                };
            };
        };
    };
    readonly listTenants: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "ten_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "slug": "acme",
                     *           "name": "Acme",
                     *           "plan": "free",
                     *           "draftsPerMonth": 1,
                     *           "tokensPerMonth": 1,
                     *           "status": "active",
                     *           "rateLimit": 1,
                     *           "signalRetentionMonths": 1,
                     *           "deletionAt": "2026-11-27T08:30:00.000Z",
                     *           "createdAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TenantList"];
                };
            };
        };
    };
    readonly createTenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "slug": "acme",
                 *       "name": "Acme",
                 *       "adminEmail": "maria.santos@acme.com"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateTenantBody"];
            };
        };
        readonly responses: {
            /** @description Created. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tenant": {
                     *         "id": "ten_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *         "slug": "acme",
                     *         "name": "Acme",
                     *         "plan": "free",
                     *         "draftsPerMonth": 1,
                     *         "tokensPerMonth": 1,
                     *         "status": "active",
                     *         "rateLimit": 1,
                     *         "signalRetentionMonths": 1,
                     *         "deletionAt": "2026-11-27T08:30:00.000Z",
                     *         "createdAt": "2026-11-27T08:30:00.000Z"
                     *       },
                     *       "signingSecret": "whsec_MfKQ…",
                     *       "adminToken": "edt_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "invitation": {
                     *         "token": "edt_x7Q2…",
                     *         "url": "https://engine.example.com/set-password#edp_x7Q2",
                     *         "expiresAt": "2026-11-27T08:30:00.000Z"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CreatedTenant"];
                };
            };
        };
    };
    readonly changeTenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": "Acme",
                 *       "plan": "free",
                 *       "draftsPerMonth": 1,
                 *       "tokensPerMonth": 1,
                 *       "status": "active",
                 *       "rateLimit": 1,
                 *       "signalRetentionMonths": 1
                 *     }
                 */
                readonly "application/json": components["schemas"]["ChangeTenantBody"];
            };
        };
        readonly responses: {
            /** @description A tenant in the operator API. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ten_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "slug": "acme",
                     *       "name": "Acme",
                     *       "plan": "free",
                     *       "draftsPerMonth": 1,
                     *       "tokensPerMonth": 1,
                     *       "status": "active",
                     *       "rateLimit": 1,
                     *       "signalRetentionMonths": 1,
                     *       "deletionAt": "2026-11-27T08:30:00.000Z",
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TenantView"];
                };
            };
        };
    };
    readonly recoverTenantAdmin: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "email": "maria.santos@acme.com"
                 *     }
                 */
                readonly "application/json": components["schemas"]["RecoverAdminBody"];
            };
        };
        readonly responses: {
            /** @description A link that sets a password, once. It is shown only when it is created. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "edt_x7Q2…",
                     *       "url": "https://engine.example.com/set-password#edp_x7Q2",
                     *       "expiresAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["PasswordLinkView"];
                };
            };
        };
    };
    readonly requestTenantDeletion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "slug": "acme",
                 *       "graceDays": 14
                 *     }
                 */
                readonly "application/json": components["schemas"]["DeleteTenantBody"];
            };
        };
        readonly responses: {
            /** @description A tenant in the operator API. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ten_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "slug": "acme",
                     *       "name": "Acme",
                     *       "plan": "free",
                     *       "draftsPerMonth": 1,
                     *       "tokensPerMonth": 1,
                     *       "status": "active",
                     *       "rateLimit": 1,
                     *       "signalRetentionMonths": 1,
                     *       "deletionAt": "2026-11-27T08:30:00.000Z",
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TenantView"];
                };
            };
        };
    };
    readonly undoTenantDeletion: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A tenant in the operator API. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ten_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *       "slug": "acme",
                     *       "name": "Acme",
                     *       "plan": "free",
                     *       "draftsPerMonth": 1,
                     *       "tokensPerMonth": 1,
                     *       "status": "active",
                     *       "rateLimit": 1,
                     *       "signalRetentionMonths": 1,
                     *       "deletionAt": "2026-11-27T08:30:00.000Z",
                     *       "createdAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TenantView"];
                };
            };
        };
    };
    readonly exportTenant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/zip": Blob;
                };
            };
        };
    };
    readonly listTenantSecrets: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "sec_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "licence register",
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "lastUsedAt": "2026-11-27T08:30:00.000Z",
                     *           "expiresAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SigningSecretPage"];
                };
            };
        };
    };
    readonly rotateTenantSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "graceSeconds": 1
                 *     }
                 */
                readonly "application/json": components["schemas"]["RotateSecretBody"];
            };
        };
        readonly responses: {
            /** @description Created. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "signingSecret": "whsec_MfKQ…",
                     *       "previousExpiresAt": "2026-11-27T08:30:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RotatedSecret"];
                };
            };
        };
    };
    readonly listTenantTokens: {
        readonly parameters: {
            readonly query?: {
                /** @description `nextCursor` of the page before. */
                readonly cursor?: string;
                /** @description The number of items of a page. */
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description A page of the list. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "tok_01kb0d3w9qe4vbr5yq6f1c8x2t",
                     *           "name": "payroll",
                     *           "role": "author",
                     *           "createdAt": "2026-11-27T08:30:00.000Z",
                     *           "createdBy": "user:ines.costa@acme.com",
                     *           "expiresAt": "2026-11-27T08:30:00.000Z",
                     *           "lastUsedAt": "2026-11-27T08:30:00.000Z",
                     *           "revokedAt": "2026-11-27T08:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ApiTokenPage"];
                };
            };
        };
    };
    readonly createTenantToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "role": "viewer",
                 *       "name": "payroll"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CreateTokenBody"];
            };
        };
        readonly responses: {
            /** @description Created. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "edt_x7Q2…"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CreatedToken"];
                };
            };
        };
    };
    readonly revokeTenantToken: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly slug: string;
                /** @description `tok_…` */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Done; there is no content. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readonly getTenantUsage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description Slug of the tenant. */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The usage of a tenant. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plan": "free",
                     *       "month": "2026-11",
                     *       "signals": 1,
                     *       "openNeeds": 1,
                     *       "unresolvedNeeds": 1,
                     *       "activeWorkers": 1,
                     *       "publishedCourses": 1,
                     *       "drafts": {
                     *         "reserved": 1,
                     *         "limit": 1,
                     *         "used": 1
                     *       },
                     *       "tokens": {
                     *         "limit": 1,
                     *         "used": 1
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["TenantUsage"];
                };
            };
        };
    };
}
