import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import type { ReplayedNeed } from './replayed-needs.js';

/**
 * A need that differs between two signal maps, identified by the signal that opens it. Null: the signal opens no need
 * with that map.
 */
export interface NeedDifference {
  readonly signalId: string;
  readonly before: ReplayedNeed | null;
  readonly after: ReplayedNeed | null;
}

export interface Comparison {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
  /** In the order of the signals. */
  readonly differences: readonly NeedDifference[];
}

type Needs = ReadonlyMap<string, ReplayedNeed>;

/** Compares the needs that the same signals create with two maps. Yields to the event loop. */
export async function compareNeeds(before: Needs, after: Needs): Promise<Comparison> {
  const counts = { added: 0, changed: 0, removed: 0 };
  const differences: NeedDifference[] = [];
  let unchanged = 0;
  for (const difference of inOrder(before, after)) {
    if (mustYield()) await yieldToEventLoop();
    if (difference.before !== null && difference.after !== null && isSame(difference.before, difference.after))
      unchanged++;
    else {
      differences.push(difference);
      counts[kindOf(difference)]++;
    }
  }
  return { ...counts, unchanged, differences };
}

/** Merges both maps by the signals that open the needs. Both are sorted by them. */
function* inOrder(before: Needs, after: Needs): Generator<NeedDifference> {
  const later = after.entries();
  let next = later.next();
  for (const [signalId, need] of before) {
    for (; next.done !== true && next.value[0] < signalId; next = later.next())
      yield { signalId: next.value[0], before: null, after: next.value[1] };
    const isBoth = next.done !== true && next.value[0] === signalId;
    yield { signalId, before: need, after: isBoth && next.done !== true ? next.value[1] : null };
    if (isBoth) next = later.next();
  }
  for (; next.done !== true; next = later.next()) yield { signalId: next.value[0], before: null, after: next.value[1] };
}

export type DifferenceKind = 'added' | 'changed' | 'removed';

export function kindOf({ before, after }: NeedDifference): DifferenceKind {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

/** Type, worker and site are not compared: both needs have those of the same signal. */
function isSame(one: ReplayedNeed, other: ReplayedNeed): boolean {
  return (['dedupeKey', 'topic', 'category', 'severity', 'status', 'signalCount'] as const).every(
    (field) => one[field] === other[field],
  );
}
