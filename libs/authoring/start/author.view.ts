/** The draft that the need waits for now; with `dryRun` what a draft would cost. */
export class AuthorResult {
  /** The draft, new or already under way: `drf_…`. */
  draftId?: string;
  /** 0: a draft of the topic is under way, and would be joined. */
  drafts?: number;
  /** Estimated. */
  tokens?: number;
  /** Drafts that the plan allows now: its drafts and its tokens of this month. */
  left?: number;
}
