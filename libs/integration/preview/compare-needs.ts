import type { ReplayedNeed } from './replayed-needs.js';

/** A need that another map makes another one of. It is known by the signal that opened it; null: that signal opened none. */
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

/** Compares what the same signals became by two maps, need by need. */
export function compareNeeds(before: ReadonlyMap<string, ReplayedNeed>, after: ReadonlyMap<string, ReplayedNeed>): Comparison {
  const differences: NeedDifference[] = [];
  let unchanged = 0;
  for (const [signalId, need] of before) {
    const now = after.get(signalId) ?? null;
    if (now !== null && isSame(need, now)) unchanged++;
    else differences.push({ signalId, before: need, after: now });
  }
  for (const [signalId, need] of after) if (!before.has(signalId)) differences.push({ signalId, before: null, after: need });
  const count = (kind: NeedChange): number => differences.filter((difference) => changeOf(difference) === kind).length;
  const sorted = differences.toSorted((one, other) => (one.signalId < other.signalId ? -1 : 1));
  return { added: count('added'), changed: count('changed'), removed: count('removed'), unchanged, differences: sorted };
}

export type NeedChange = 'added' | 'changed' | 'removed';

export function changeOf({ before, after }: NeedDifference): NeedChange {
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

/** Its type, worker and site are those of the same signal. */
function isSame(one: ReplayedNeed, other: ReplayedNeed): boolean {
  return (['dedupeKey', 'topic', 'category', 'severity', 'status', 'signalCount'] as const).every((field) => one[field] === other[field]);
}
