import type { OwnedCause } from '../board/board-causes.js';
import type { ReasonContext } from '../reasons/read-context.js';
import { showReasons } from '../reasons/show-reasons.js';
import { summaryOf } from '../rule/timeline.js';
import type { CheckView, CheckedPerson } from './check.view.js';

/** The most reasons of one person that an answer has: the worst ones. */
const MOST_REASONS = 50;

const UNKNOWN: CheckedPerson = { known: false, ready: false, status: null, reasons: [] };

/** @param found the worker of each person who was asked about: a UUID; null: nobody has that key */
export function showChecked(
  found: ReadonlyArray<string | null>,
  causesOf: ReadonlyMap<string, readonly OwnedCause[]>,
  context: ReasonContext,
): CheckView {
  return {
    items: found.map((id): CheckedPerson => {
      const causes = id === null ? undefined : causesOf.get(id);
      if (id === null || causes === undefined) return UNKNOWN;
      const { status } = summaryOf(causes);
      const reasons = showReasons(causes, id, context).slice(0, MOST_REASONS);
      return { known: true, ready: status !== 'not_ready', status, reasons };
    }),
  };
}
