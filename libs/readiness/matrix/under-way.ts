import type { TenantTransaction } from '#platform/database';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { type Gap, groupCauses } from '../reasons/group-causes.js';
import { nextMove } from '../reasons/next-move.js';
import { type ReasonContext, type ShownAssignment, readContext } from '../reasons/read-context.js';
import type { Cause } from '../rule/cause.js';

/** Open assignments, by what the cause refers to that the board shows them with. */
export type UnderWay = ReadonlyMap<string, ShownAssignment>;

/**
 * The open assignments that the board shows with reasons about credentials: those about the same topic, and those of
 * the course that answers the reason.
 * @param causes by worker
 * @returns by worker
 */
export async function readUnderWay(
  tx: TenantTransaction,
  causes: ReadonlyMap<string, readonly Cause[]>,
  shown: Pick<ReasonContext, 'calendar' | 'at' | 'matcher'>,
): Promise<Map<string, UnderWay>> {
  const gaps = new Map([...causes].map(([workerId, own]) => [workerId, groupCauses(own).filter(isAboutCredential)]));
  const named = [...gaps].flatMap(([workerId, own]) =>
    own.flatMap((gap) => gap.causes.map((cause) => ({ ...cause, workerId }))),
  );
  const context = await readContext(tx, named, shown);
  const underWay = new Map<string, UnderWay>();
  for (const [workerId, own] of gaps) {
    const assignments = context.assignments.get(workerId) ?? [];
    if (assignments.length > 0)
      underWay.set(workerId, new Map(own.flatMap((gap) => answering(gap, assignments, context))));
    if (mustYield()) await yieldToEventLoop();
  }
  return underWay;
}

function isAboutCredential({ causes }: Gap): boolean {
  return causes.some(({ kind }) => kind.startsWith('credential_'));
}

function answering(
  gap: Gap,
  assignments: readonly ShownAssignment[],
  context: ReasonContext,
): Array<[refId: string, assignment: ShownAssignment]> {
  const { assignment } = nextMove(gap, assignments, context);
  return assignment === null ? [] : gap.causes.map(({ refId }) => [refId, assignment]);
}
