import { ApiProblem, type Schemas } from '#client';
import { decisionKey } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import type { Reason } from '../board-data.js';

type Cause = Reason['because'][number];
type Waived = Pick<Schemas['CreateWaiverBody'], 'requirementId' | 'credential' | 'needId'>;

/** A fact that a waiver can excuse from. */
export interface Waivable {
  readonly text: string;
  readonly waived: Waived;
  /** A retry after a lost response creates no second waiver. */
  readonly key: ReturnType<typeof decisionKey>;
}

/** Whether a waiver can excuse from a fact: an onboarding step and an assignment are completed instead. */
export function isWaivable({ ref: { type } }: Cause): boolean {
  return type === 'need' || type === 'requirement' || type === 'credential';
}

/** The facts of a reason that waivers can excuse from. */
export function waivables({ because }: Reason): Promise<Waivable[]> {
  return Promise.all(
    because
      .filter(isWaivable)
      .map(async ({ text, ref }) => ({ text, waived: await waivedBy(ref), key: decisionKey() })),
  );
}

async function waivedBy({ type, id }: Cause['ref']): Promise<Waived> {
  if (type === 'need') return { needId: id };
  if (type === 'requirement') return { requirementId: id };
  return { credential: (await engine.getCredential({ path: { id } })).name };
}

/** Excuses a person from the facts of a reason, one after the other. @returns the ids of the waivers */
export async function excuse(
  workerId: string,
  facts: readonly Waivable[],
  terms: Pick<Schemas['CreateWaiverBody'], 'until' | 'note'>,
): Promise<string[]> {
  const made: string[] = [];
  for (const { waived, key } of facts) {
    try {
      made.push((await engine.createWaiver({ header: key, body: { workerId, ...waived, ...terms } })).id);
    } catch (error) {
      // Two facts can be of one credential, and one of them can have been waived before.
      if (!(error instanceof ApiProblem && error.code === 'already_waived')) throw error;
    }
  }
  return made;
}

export async function endWaivers(ids: readonly string[]): Promise<void> {
  for (const id of ids) await engine.removeWaiver({ path: { id } });
}

/** Ends the waivers of the facts of a reason. */
export async function endWaiversOf(workerId: string, reason: Reason): Promise<void> {
  const facts = await waivables(reason);
  const { items } = await engine.listWaivers({ query: { worker: workerId, active: 'true', limit: 200 } });
  const isOf = (waiver: Schemas['WaiverView']): boolean =>
    facts.some(
      ({ waived: { needId, requirementId, credential } }) =>
        (needId !== undefined && waiver.needId === needId) ||
        (requirementId !== undefined && waiver.requirementId === requirementId) ||
        (credential !== undefined && waiver.credential === credential),
    );
  await endWaivers(items.filter(isOf).map(({ id }) => id));
}
