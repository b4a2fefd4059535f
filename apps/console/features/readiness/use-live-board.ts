import type { LiveKind } from '../../shared/live/live.js';
import { useLiveQueries } from '../../shared/live/use-live-queries.js';

/** An operation may assign courses, which is shown as progress and makes nobody ready before they are done. */
const KINDS: readonly LiveKind[] = ['readiness', 'assignment', 'operation'];

/**
 * Reads the board again after others have changed it. The page keeps its scroll position, and the rows are sorted
 * again.
 */
export function useLiveBoard(): void {
  useLiveQueries('readiness', KINDS);
}
