const VIEWS = ['open', 'blocking', 'soon', 'author', 'offered', 'snoozed', 'dismissed', 'done'] as const;
type View = (typeof VIEWS)[number];
const SORTS = ['severity', 'newest', 'oldest'] as const;
const RECOMMENDATIONS = ['course', 'author_one', 'pending'] as const;
const SEVERITIES = ['4', '3', '2', '1'] as const;
const ACTIONS = ['offer', 'author', 'snooze', 'dismiss'] as const;
type Action = (typeof ACTIONS)[number];

/** What the address of the page keeps: a view, filters in it, the open need, and the dialog over it. */
export interface NeedsSearch {
  readonly view?: View | undefined;
  readonly severity?: readonly (typeof SEVERITIES)[number][] | undefined;
  readonly recommendation?: readonly (typeof RECOMMENDATIONS)[number][] | undefined;
  readonly type?: string | undefined;
  readonly topic?: string | undefined;
  readonly site?: string | undefined;
  readonly worker?: string | undefined;
  readonly q?: string | undefined;
  readonly sort?: (typeof SORTS)[number] | undefined;
  readonly need?: string | undefined;
  readonly act?: Action | undefined;
}

/** Anything may stand in an address: what is not known is left out. */
export function needsSearch(search: Record<string, unknown>): NeedsSearch {
  return {
    view: VIEWS.find((known) => known === search['view'] && known !== 'open'),
    severity: some(search['severity'], SEVERITIES),
    recommendation: some(search['recommendation'], RECOMMENDATIONS),
    type: words(search['type']),
    topic: words(search['topic']),
    site: words(search['site']),
    worker: words(search['worker']),
    q: words(search['q']),
    sort: SORTS.find((known) => known === search['sort'] && known !== 'severity'),
    need: words(search['need']),
    act: ACTIONS.find((known) => known === search['act']),
  };
}

function some<Known extends string>(value: unknown, known: readonly Known[]): readonly Known[] | undefined {
  const given = (Array.isArray(value) ? value : [value]).map(String);
  const found = known.filter((one) => given.includes(one));
  return found.length > 0 ? found : undefined;
}

function words(value: unknown): string | undefined {
  const given = typeof value === 'number' ? String(value) : value;
  return typeof given === 'string' && given.trim() !== '' ? given.trim().slice(0, 200) : undefined;
}
