import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import type { OwnedCause } from '../board/board-causes.js';
import type { ReasonContext } from '../reasons/read-context.js';
import { showReasons } from '../reasons/show-reasons.js';
import { summaryOf } from '../rule/timeline.js';
import type { CheckView, CheckedPerson } from './check.view.js';

/** The most reasons of one person that an answer has: the worst ones. */
const MAX_REASONS = 50;

const UNKNOWN: CheckedPerson = { known: false, ready: false, status: null, reasons: [] };

/**
 * Yields to the event loop: a person may have hundreds of causes.
 * @param found the worker of each person who was asked about: a UUID; null: nobody has that key
 */
export async function showChecked(
  found: ReadonlyArray<string | null>,
  causesOf: ReadonlyMap<string, readonly OwnedCause[]>,
  context: ReasonContext,
): Promise<CheckView> {
  const items: CheckedPerson[] = [];
  for (const id of found) {
    const causes = id === null ? undefined : causesOf.get(id);
    items.push(id === null || causes === undefined ? UNKNOWN : checkedPerson(id, causes, context));
    if (mustYield()) await yieldToEventLoop();
  }
  return { items };
}

function checkedPerson(id: string, causes: readonly OwnedCause[], context: ReasonContext): CheckedPerson {
  const { status } = summaryOf(causes);
  return {
    known: true,
    ready: status !== 'not_ready',
    status,
    reasons: showReasons(causes, id, context, MAX_REASONS),
  };
}
