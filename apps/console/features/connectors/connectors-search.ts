import { words } from '../../shared/search/params.js';

export const OUTCOMES = ['created', 'joined', 'resolved', 'nothing_open', 'completion'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The filters of the log, and the open signal. */
export interface ConnectorsSearch {
  readonly outcome?: Outcome | undefined;
  readonly type?: string | undefined;
  readonly signal?: string | undefined;
  readonly tab?: 'outgoing' | undefined;
}

export function connectorsSearch({ outcome, type, signal, tab }: Record<string, unknown>): ConnectorsSearch {
  return {
    outcome: OUTCOMES.find((known) => known === outcome),
    type: words(type),
    tab: tab === 'outgoing' ? tab : undefined,
    signal: words(signal),
  };
}
