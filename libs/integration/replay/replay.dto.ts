/** What the webhook would have answered, and the need. */
export class ReplayedSignal {
  ok: true;
  /** False: it was to close a need, and none was open. */
  applied: boolean;
  /** Where it made a need or tells of a completion: the signal that it was recorded as. */
  signalId?: string;
  /** True: it joined an open need; false: it made one. */
  deduped?: boolean;
  /** True: it closed the need. */
  resolved?: boolean;
  /** True: it tells of a completed training, as of when it came first. */
  completion?: boolean;
  /** The need that it made, joined or closed; null: none was open, or it tells of a completion. */
  needId: string | null;
}
