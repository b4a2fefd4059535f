/** The remaining time that one request may wait in all gates together, and whether its client is still connected. */
export interface Patience {
  leftMs: number;
  readonly isGone: () => boolean;
}
