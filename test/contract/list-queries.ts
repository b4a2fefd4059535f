interface List {
  readonly table: string;
  /** Each filter and order by itself, asking for what is rare, and those that need an index of their own together. */
  readonly queries: readonly string[];
  /** Filters that read on until a page is full, with the reason. */
  readonly walks?: Readonly<Record<string, string>>;
}

const PART_OF_A_TEXT =
  'row level security keeps every index of parts of texts from being used: the list is read in its order';
const WORDS =
  'the values that have the words are looked up first, in statements of their own: `test/flows/inbox.spec.ts` checks it';
const FEW = 'a tenant has few tokens, read in their order';
const FEW_REQUIREMENTS = 'a tenant has few requirements, read in their order';
const FEW_WAIVERS = 'waivers are made one by one, by people, and read in their order';
const ORDER_OF_BOARD = 'each row looks up its own groups or causes, in the order of the board, until a page is full';
const OTHER_DAYS = 'only the rows of now are in the indexes of the board: other days read the periods of the tenant';
const FEW_DRAFTS = 'a tenant has as few drafts as its plan allows, read in their order';
const FEW_FAIL = 'an index would be written with each item of an operation, most of which are done';
const COMPLETIONS = 'the keys of completions have no index, which would double the cost of a completion';
const HOT = 'an index would be written with every signal that is recorded';

/** What is asked of each list of the admin API, by its path. */
export const LISTS: Readonly<Record<string, List>> = {
  '/workers': {
    table: 'worker',
    queries: ['', 'site=Rare', 'group=Rare', 'active=false', 'active=true'],
    walks: { q: PART_OF_A_TEXT },
  },
  '/groups': { table: 'worker_group', queries: [''], walks: { q: PART_OF_A_TEXT } },
  '/sites': { table: 'site', queries: [''], walks: { q: PART_OF_A_TEXT } },
  '/courses': {
    table: 'course',
    queries: ['', 'status=archived', 'category=rare', 'reviewDue=true', 'reviewDue=false'],
    walks: { q: PART_OF_A_TEXT },
  },
  '/credentials': {
    table: 'credential',
    queries: [
      '',
      'worker=W-7',
      'name=Rare',
      'expiresBefore=2010-01-01',
      'superseded=true',
      'superseded=true&worker=W-7',
      'superseded=true&name=Rare',
      'superseded=true&expiresBefore=2010-01-01',
    ],
  },
  '/onboarding': { table: 'onboarding_step', queries: ['', 'worker=W-7', 'step=Rare', 'done=false', 'done=true'] },
  '/needs': {
    table: 'need',
    queries: [
      '',
      'sort=newest',
      'sort=oldest',
      'status=snoozed',
      'severity=4',
      'type=rare',
      'topic=rare',
      'site=rare',
      'worker=W-7',
      'recommendation=author_one',
      'course=COURSE',
      'course=COURSE&status=open&recommendation=course',
      'grouped=false',
      'group=Rare',
      'group=Group%202',
      'group=Group%202&status=snoozed',
      'dedupeKey=k7',
      'unknownWorker=true',
      'unknownSite=true',
      'sort=due',
      'dueBefore=2001-01-02',
      'dueBefore=2001-01-02&sort=due',
      'dueAfter=2999-01-01',
      'firstSeenSince=2100-01-01',
      'firstSeenBefore=2001-01-01',
      'seenBefore=2001-01-01',
      'seenSince=2100-01-01',
      'seenSince=2100-01-01&status=all',
    ],
    walks: { q: WORDS },
  },
  '/signals': {
    table: 'signal',
    queries: [
      '',
      'dedupeKey=k7',
      'site=Rare',
      'since=2100-01-01',
      'until=2001-01-01',
      'outcome=nothing_open',
      'outcome=completion',
    ],
    walks: { type: HOT, worker: COMPLETIONS },
  },
  '/audit': {
    table: 'audit_entry',
    queries: [
      '',
      'actor=rare',
      'action=rare',
      'subject=rare',
      'subject=COURSE',
      'until=2001-01-01',
      'since=2100-01-01',
    ],
  },
  '/assignments': {
    table: 'assignment',
    queries: [
      '',
      'sort=due',
      'status=cancelled',
      'status=cancelled&sort=due',
      'worker=W-7',
      'need=NEED',
      'course=COURSE',
      'dueBefore=2026-01-01T05:00:00Z',
      'dueAfter=2026-05-05T22:00:00Z',
    ],
  },
  '/operations': { table: 'operation', queries: ['', 'status=failed'] },
  '/operations/{id}': { table: 'operation_item', queries: [''], walks: { status: FEW_FAIL } },
  '/users': { table: 'console_user', queries: ['', 'role=admin', 'active=false'], walks: { q: PART_OF_A_TEXT } },
  '/tokens': { table: 'api_token', queries: [''], walks: { active: FEW } },
  '/secrets': { table: 'signing_secret', queries: [''] },
  '/views': { table: 'saved_view', queries: ['', 'page=audit'] },
  '/webhooks': { table: 'webhook_endpoint', queries: [''] },
  '/webhooks/{id}/deliveries': { table: 'webhook_delivery', queries: ['', 'status=failed', 'status=pending'] },
  '/requirements': {
    table: 'requirement',
    queries: [''],
    walks: {
      appliesTo: FEW_REQUIREMENTS,
      site: FEW_REQUIREMENTS,
      group: FEW_REQUIREMENTS,
      role: FEW_REQUIREMENTS,
      credential: FEW_REQUIREMENTS,
      courseId: FEW_REQUIREMENTS,
      q: FEW_REQUIREMENTS,
    },
  },
  '/readiness': {
    table: 'readiness_period',
    queries: ['', 'site=Rare', 'role=Rare', 'status=not_ready', 'kind=need'],
    walks: { group: ORDER_OF_BOARD, topic: ORDER_OF_BOARD, q: PART_OF_A_TEXT, asOf: OTHER_DAYS },
  },
  '/documents/{id}/passages': { table: 'passage', queries: [''], walks: { q: PART_OF_A_TEXT } },
  '/documents': { table: 'document', queries: [''], walks: { q: PART_OF_A_TEXT } },
  '/drafts': {
    table: 'draft',
    queries: ['', 'status=failed', 'reviewDue=true', 'reviewDue=false'],
    walks: { topic: FEW_DRAFTS, q: PART_OF_A_TEXT },
  },
  '/drafts/{id}/versions': { table: 'draft_version', queries: [''] },
  '/drafts/{id}/comments': { table: 'draft_comment', queries: [''] },
  '/authoring/ledger': { table: 'authoring_entry', queries: [''] },
  '/waivers': { table: 'waiver', queries: ['', 'worker=W-7'], walks: { active: FEW_WAIVERS } },
  '/topics/synonyms': {
    table: 'topic_synonym',
    queries: ['', 'status=rejected', 'origin=learned', 'courseId=COURSE'],
    walks: { q: PART_OF_A_TEXT },
  },
};
