/**
 * Why a need stays as it is when its operation is undone: somebody has decided about it since, it has been reported
 * again as another need, its draft is ready, or it waits for a draft that another person has started.
 */
const REASONS = ['moved_since', 'recurred', 'draft_ready', 'joined_draft'] as const;
type Reason = (typeof REASONS)[number];

export function isWhyNothingUndone(why: string | null | undefined): why is Reason {
  return REASONS.some((reason) => reason === why);
}

/** Nothing of an operation was undone: all of its needs stay as they are. */
export class NothingUndone extends Error {
  override readonly name = 'NothingUndone';

  constructor(readonly why: Reason) {
    super(why);
  }
}
