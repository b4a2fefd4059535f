import type { Cause } from '../rule/cause.js';
import { REASON_KINDS } from '../rule/kinds.js';

/** The causes of one gap, which are one reason. The first one names it. */
export interface Gap {
  readonly causes: readonly [Cause, ...Cause[]];
  readonly severity: number;
  readonly since: number;
  /** Null: it counts. */
  readonly waivedUntil: number | null;
}

/**
 * Groups the causes of a worker by gap, the worst first. A gap is waived while each of its causes is; one that is
 * waived comes after those that count.
 */
export function groupCauses(causes: readonly Cause[]): Gap[] {
  return [...Map.groupBy(causes, ({ gap }) => gap).values()].flatMap(gapOf).toSorted(byWeight);
}

function gapOf(causes: readonly Cause[]): Gap[] {
  const [first, ...others] = causes.toSorted(byWeightOfCause);
  if (first === undefined) return [];
  const counting = causes.filter(({ waivedUntil }) => waivedUntil === null);
  const ends = causes.flatMap(({ waivedUntil }) => waivedUntil ?? []);
  return [
    {
      causes: [first, ...others],
      severity: first.severity,
      since: Math.min(...causes.map(({ since }) => since)),
      waivedUntil: counting.length > 0 ? null : Math.min(...ends),
    },
  ];
}

function byWeightOfCause(one: Cause, other: Cause): number {
  return (
    Number(one.waivedUntil !== null) - Number(other.waivedUntil !== null) ||
    other.severity - one.severity ||
    REASON_KINDS.indexOf(one.kind) - REASON_KINDS.indexOf(other.kind) ||
    one.since - other.since ||
    (one.refId < other.refId ? -1 : 1)
  );
}

function byWeight(one: Gap, other: Gap): number {
  return (
    Number(one.waivedUntil !== null) - Number(other.waivedUntil !== null) ||
    other.severity - one.severity ||
    one.since - other.since ||
    (one.causes[0].gap < other.causes[0].gap ? -1 : 1)
  );
}
