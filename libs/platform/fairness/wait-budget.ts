/**
 * The remaining time that one request may wait in all semaphores together, and whether its client is still connected.
 */
export interface WaitBudget {
  leftMs: number;
  readonly isGone: () => boolean;
}
