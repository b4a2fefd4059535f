import type { InputOf, Schemas } from '#client';
import { courseId, key, name, words } from '../../../shared/search/params.js';

type Status = Schemas['NeedView']['status'];
/** Each view names its statuses. */
type Query = Omit<NonNullable<InputOf<'listNeeds'>['query']>, 'status'> & { readonly status?: readonly Status[] };

export const VIEWS = ['open', 'blocking', 'soon', 'author', 'offered', 'snoozed', 'dismissed', 'done'] as const;
export type View = (typeof VIEWS)[number];
export const SORTS = ['severity', 'due', 'newest', 'oldest'] as const;
export const RECOMMENDATIONS = ['course', 'author_one', 'pending'] as const;
export const SEVERITIES = ['4', '3', '2', '1'] as const;
export const ACTIONS = ['offer', 'author', 'snooze', 'dismiss'] as const;
export type Action = (typeof ACTIONS)[number];

/** What the address of the page keeps: a view, filters in it, the open need, and the dialog over it. */
export interface NeedsSearch {
  readonly view?: View | undefined;
  readonly severity?: readonly (typeof SEVERITIES)[number][] | undefined;
  readonly recommendation?: readonly (typeof RECOMMENDATIONS)[number][] | undefined;
  readonly type?: string | undefined;
  readonly topic?: string | undefined;
  readonly site?: string | undefined;
  readonly worker?: string | undefined;
  /** The id of the course that is recommended. */
  readonly course?: string | undefined;
  readonly q?: string | undefined;
  readonly sort?: (typeof SORTS)[number] | undefined;
  readonly need?: string | undefined;
  /** The dialog that is open, and the need that it acts on. */
  readonly act?: Action | undefined;
  readonly on?: string | undefined;
}

/** An address can contain anything: unknown values are ignored. */
export function needsSearch(search: Record<string, unknown>): NeedsSearch {
  return {
    view: VIEWS.find((known) => known === search['view'] && known !== 'open'),
    severity: some(search['severity'], SEVERITIES),
    recommendation: some(search['recommendation'], RECOMMENDATIONS),
    type: words(search['type']),
    topic: name(search['topic']),
    site: name(search['site']),
    worker: key(search['worker']),
    course: courseId(search['course']),
    q: words(search['q']),
    sort: SORTS.find((known) => known === search['sort'] && known !== 'severity'),
    need: words(search['need']),
    act: ACTIONS.find((known) => known === search['act']),
    on: words(search['on']),
  };
}

function some<Known extends string>(value: unknown, known: readonly Known[]): readonly Known[] | undefined {
  const given = (Array.isArray(value) ? value : [value]).map(String);
  const found = known.filter((one) => given.includes(one));
  return found.length > 0 ? found : undefined;
}

/** Nobody has answered them yet, or a course is being written for them. */
const IN_THE_INBOX: Query['status'] = ['open', 'authoring'];

const OF_VIEW: Readonly<Record<View, Query>> = {
  open: { status: IN_THE_INBOX },
  blocking: { status: IN_THE_INBOX, severity: ['4'] },
  soon: { status: IN_THE_INBOX, severity: ['3'] },
  author: { status: IN_THE_INBOX, recommendation: ['author_one'] },
  offered: { status: ['offered', 'in_progress', 'authoring'] },
  snoozed: { status: ['snoozed'] },
  dismissed: { status: ['dismissed'] },
  done: { status: ['completed', 'resolved'] },
};

/** The filters that the page and its address have, as the API takes them. */
export function filtersOf(search: NeedsSearch): Query {
  const { severity, recommendation, type, topic, site, worker, course, q } = search;
  const given = { severity, recommendation, type, topic, site, worker, course, q };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...OF_VIEW[search.view ?? 'open'], ...set };
}

/** How many filters the person set, besides the view. */
export function filterCount({ severity, recommendation, type, topic, site, worker, course, q }: NeedsSearch): number {
  return [severity, recommendation, type, topic, site, worker, course, q].filter((value) => value !== undefined).length;
}
