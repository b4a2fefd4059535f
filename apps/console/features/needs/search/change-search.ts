import type { NeedsSearch } from './needs-search.js';

/** Changes the address of the page, and with it what the page shows. */
export type ChangeSearch = (changes: Partial<NeedsSearch>) => void;

export const NO_FILTERS = {
  severity: undefined,
  recommendation: undefined,
  type: undefined,
  topic: undefined,
  site: undefined,
  worker: undefined,
  course: undefined,
  q: undefined,
} satisfies Partial<NeedsSearch>;
