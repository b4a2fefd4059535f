import type { TopicMatcher } from '#catalog';
import type { TenantTransaction } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import type { DateText } from '#platform/text';
import { loadFacts } from '../facts/load-facts.js';
import { loadRules } from '../facts/load-rules.js';
import { readContext } from '../reasons/read-context.js';
import { causesAt } from '../rule/causes-at.js';
import { type Missing, missingOf } from './missing-offers.js';

/**
 * What each of these people lacks now, by the rule of the board: the facts are read, as the stored board may be some
 * seconds old.
 * @returns in the order of the ids; who is no longer active has nothing
 */
export async function loadMissing(
  tx: TenantTransaction,
  workerIds: readonly string[],
  matcher: TopicMatcher,
  dueAt: DateText | null,
): Promise<Array<Missing & { readonly workerId: string }>> {
  const rules = await loadRules(tx);
  const at = Date.now();
  const facts = await loadFacts(tx, workerIds, at);
  const people: Array<{ workerId: string; causes: ReturnType<typeof causesAt> }> = [];
  for (const one of facts) {
    people.push({ workerId: one.worker.id, causes: causesAt(one, rules, at) });
    if (mustYield()) await yieldToEventLoop();
  }
  const causes = people.flatMap((one) => one.causes.map((cause) => ({ ...cause, workerId: one.workerId })));
  const context = await readContext(tx, causes, { calendar: rules.calendar, at, matcher });
  const missing: Array<Missing & { readonly workerId: string }> = [];
  for (const one of people.toSorted((left, right) => (left.workerId < right.workerId ? -1 : 1))) {
    missing.push({ workerId: one.workerId, ...missingOf(one.workerId, one.causes, context, dueAt) });
    if (mustYield()) await yieldToEventLoop();
  }
  return missing;
}
