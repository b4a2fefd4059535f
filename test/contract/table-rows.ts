/** What ends or limits the rows of a table, by the table. */
type Reasons = Readonly<Record<string, string>>;

function because(reason: string, tables: readonly string[]): Reasons {
  return Object.fromEntries(tables.map((table) => [table, reason]));
}

/** Tables whose rows are deleted after a time or beyond a number, and the file that does so. */
export const EXPIRING: Reasons = {
  authoring_mark: 'libs/authoring/marks/marks.ts',
  completion_signal: 'libs/signals/retention/forget-completions.ts',
  console_session: 'libs/tenancy/sessions/sessions.ts',
  erasure: 'libs/needs/erasure/erase-person.ts',
  idempotency_key: 'libs/tenancy/idempotency/key-expiry.ts',
  login_attempt: 'libs/tenancy/throttle/postgres-attempts.ts',
  readiness_mark: 'libs/readiness/upkeep/take-marks.ts',
  refused_count: 'libs/integration/refused/refused-expiry.ts',
  refused_event: 'libs/integration/refused/refused-expiry.ts',
  signal: 'libs/signals/retention/retention.ts',
  text_embedding: 'libs/catalog/meanings/store-vectors.ts',
  text_likeness: 'libs/catalog/meanings/store-vectors.ts',
  topic_judgement: 'libs/catalog/judgements/waiting-topics.ts',
  webhook_message: 'libs/changes/webhooks/sending/webhook-retention.ts',
};

/** All other tables, and why their rows are not deleted by time. */
export const LASTING: Reasons = {
  ...because('one row a tenant', [
    'catalog_version',
    'matched_library',
    'offer_settings',
    'oidc_settings',
    'readiness_policy',
    'signal_map',
    'tenant',
  ]),
  ...because('the directory, as its source or an admin keeps it', [
    'credential',
    'onboarding_step',
    'scim_group',
    'scim_user',
    'site',
    'site_alias',
    'worker',
    'worker_group',
    'worker_group_member',
  ]),
  ...because('the record of what happened, kept as long as the tenant', [
    'assignment',
    'audit_entry',
    'completion',
    'need',
    'need_person',
    'operation',
    'operation_item',
    'quiz_attempt',
    'readiness_cause',
    'readiness_period',
    'waiver',
  ]),
  ...because('people create them one by one, and delete or revoke them', [
    'api_token',
    'assignment_link',
    'console_user',
    'oidc_identity',
    'password_link',
  ]),
  ...because('the plan of the tenant limits drafts, and what belongs to them', [
    'authoring_entry',
    'authoring_month',
    'citation',
    'draft',
    'draft_comment',
    'draft_step',
    'draft_version',
  ]),
  course: 'at most 20,000 are published (library-limits.ts)',
  document: 'at most 500 (document-upload.ts)',
  passage: 'at most 3,000 a document (parse-document.ts)',
  readiness_count: 'a row for each cell of the board that has people',
  requirement: 'at most 10,000 (requirement.errors.ts)',
  saved_view: 'at most 100 a member and 200 shared (view-limits.ts)',
  signing_secret: 'at most 4 are live (live-secrets.ts)',
  topic_correction: 'with its synonym, by a foreign key',
  topic_synonym: 'at most 5,000 are accepted (library-limits.ts); with its course, by a foreign key',
  webhook_delivery: 'with its message, by a foreign key',
  webhook_endpoint: 'at most 10 (webhook-editor.ts)',
};

/**
 * Tables whose texts are not searched row by row when a person is erased. Either nothing in them is about people (see
 * erase-person.ts), or only texts that name nobody else, such as an e-mail address, are replaced.
 */
export const NO_ROWS_ABOUT_ONE_PERSON: Reasons = {
  ...because('the library and its sources: published text', [
    'citation',
    'course',
    'document',
    'draft',
    'draft_version',
    'passage',
    'topic_synonym',
  ]),
  ...because('names of places and groups', ['scim_group', 'site', 'site_alias', 'worker_group']),
  ...because('other people, and accounts of the console', ['console_user', 'oidc_identity', 'worker']),
  ...because('settings and keys of the tenant', [
    'api_token',
    'oidc_settings',
    'readiness_policy',
    'requirement',
    'saved_view',
    'signal_map',
    'signing_secret',
    'tenant',
    'webhook_endpoint',
  ]),
  ...because('a topic or a text may mention a person', [
    'authoring_mark',
    'draft_comment',
    'refused_event',
    'text_embedding',
    'text_likeness',
    'topic_judgement',
    'webhook_delivery',
  ]),
  ...because('codes, counts and ids', [
    'assignment_link',
    'authoring_entry',
    'draft_step',
    'idempotency_key',
    'login_attempt',
    'operation',
    'operation_item',
    'password_link',
    'quiz_attempt',
    'readiness_count',
    'topic_correction',
  ]),
};

/** Tables whose rows about a worker are deleted with the worker, and those that keep them. */
export const DELETED_WITH_WORKER: readonly string[] = [
  'credential',
  'onboarding_step',
  'scim_user',
  'worker_group_member',
];
export const KEPT_AFTER_WORKER: Reasons = {
  ...because('the record of what happened', [
    'assignment',
    'completion',
    'need',
    'need_person',
    'readiness_cause',
    'readiness_period',
    'waiver',
  ]),
  erasure: 'what remains to be erased',
  readiness_mark: 'taken by the next computation of the board',
};
