/** What the webhook would have answered, and the need. */
export class ReplayedSignal {
  ok: true;
  /** False: it was to close a need, and none was open. */
  applied: boolean;
  /** Where it made a need: the signal that it was recorded as. */
  signalId?: string;
  /** True: it joined an open need; false: it made one. */
  deduped?: boolean;
  /** True: it closed the need. */
  resolved?: boolean;
  /** The need that it made, joined or closed; null: none was open. */
  needId: string | null;
}
