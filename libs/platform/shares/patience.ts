/** How long one call may wait in all gates together, and whether anybody still waits for its answer. */
export interface Patience {
  leftMs: number;
  readonly isGone: () => boolean;
}
