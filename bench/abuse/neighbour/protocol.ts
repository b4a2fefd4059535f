/**
 * The neighbour's repeated requests: events and batches to its webhook, its inbox, and the liveness probe on a new
 * connection each.
 */
export type StreamName = 'event' | 'batch' | 'needs' | 'live';

/** Responses to one stream while an attack ran. */
export interface StreamFigures {
  /** By status, or by the error's code without a response. */
  readonly answers: Readonly<Record<string, number>>;
  readonly p50Ms: number;
  /** The longest wait for a response. */
  readonly worstMs: number;
}

export type NeighbourReport = Readonly<Partial<Record<StreamName, StreamFigures>>>;

/** To the neighbour's process. `stop` is answered with a `NeighbourReport`. */
export type NeighbourCommand = StartCommand | { readonly do: 'stop' };

export interface StartCommand {
  readonly do: 'start';
  readonly access: NeighbourAccess;
  readonly sendsBatches: boolean;
  /** From one event to the next. */
  readonly eventEveryMs: number;
}

export interface NeighbourAccess {
  readonly port: number;
  readonly slug: string;
  readonly signingSecret: string;
  readonly adminToken: string;
}
