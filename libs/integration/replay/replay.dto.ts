import { SignalWarning } from '#signals';

/** The response that the webhook would give, and the need. */
export class ReplayedSignal {
  /** Always true: the replay was recorded. */
  ok: true;
  /** False: the event closes a need, and none was open. */
  applied: boolean;
  /** The recorded signal, if the event created a need or reports a completion. */
  signalId?: string;
  /** True: it joined an open need; false: it created one. */
  deduped?: boolean;
  /** True: it closed the need. */
  resolved?: boolean;
  /** True: it reports a completed training, at the time of its first arrival. */
  completion?: boolean;
  /** Fields that look like slips of known ones; omitted: none. */
  warnings?: SignalWarning[];
  /** The need that it created, joined or closed; null: none was open, or it reports a completion. */
  needId: string | null;
}
