import { ApiProblem, type Schemas } from '#client';
import type { DecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import type { Reason } from '../board-data.js';

type Cause = Reason['because'][number];
type Waived = Pick<Schemas['CreateWaiverBody'], 'requirementId' | 'credential' | 'needId'>;

/** A fact that a waiver can excuse from. */
export interface Waivable {
  readonly text: string;
  readonly waived: Waived;
}

/** Whether a waiver can excuse from a fact: an onboarding step and an assignment are completed instead. */
export function isWaivable({ ref: { type } }: Cause): boolean {
  return type === 'need' || type === 'requirement' || type === 'credential';
}

/** The facts of a reason that waivers can excuse from. */
export function waivables({ because }: Reason): Promise<Waivable[]> {
  return Promise.all(because.filter(isWaivable).map(async ({ text, ref }) => ({ text, waived: await waivedBy(ref) })));
}

async function waivedBy({ type, id }: Cause['ref']): Promise<Waived> {
  if (type === 'need') return { needId: id };
  if (type === 'requirement') return { requirementId: id };
  return { credential: (await engine.getCredential({ path: { id } })).name };
}

/**
 * Excuses a person from the facts of a reason, one after the other.
 * @param keys of all attempts: a retry after a lost response creates no second waiver
 * @returns the ids of the waivers
 */
export async function excuse(
  workerId: string,
  facts: readonly Waivable[],
  terms: Pick<Schemas['CreateWaiverBody'], 'until' | 'note'>,
  keys: DecisionKeys,
): Promise<string[]> {
  const made: string[] = [];
  for (const { waived } of facts) {
    const body = { workerId, ...waived, ...terms };
    try {
      made.push((await engine.createWaiver({ header: keys.of(body), body })).id);
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

/**
 * Ends the waivers of the facts of a reason. What a worker lacks of a credential may be waived by the credential or by
 * the requirement that names it, whichever of them the reason names.
 */
export async function endWaiversOf(workerId: string, { because }: Reason): Promise<void> {
  const refs = because.filter(isWaivable).map(({ ref }) => ref);
  const ids = new Set(refs.map(({ id }) => id));
  const names = new Set(await Promise.all(refs.map(credentialOf)));
  const { items } = await engine.listWaivers({ query: { worker: workerId, active: 'true', limit: 200 } });
  const isOf = ({ needId, requirementId, about }: Schemas['WaiverView']): boolean =>
    ids.has(needId ?? requirementId ?? '') || (needId === null && about !== null && names.has(keyOf(about)));
  await endWaivers(items.filter(isOf).map(({ id }) => id));
}

/** The key of the name of a fact's credential; null: it is about none. */
async function credentialOf({ type, id }: Cause['ref']): Promise<string | null> {
  if (type === 'credential') return keyOf((await engine.getCredential({ path: { id } })).name);
  const credential = type === 'requirement' ? (await engine.getRequirement({ path: { id } })).credential : null;
  return credential === null ? null : keyOf(credential);
}

/** Names that differ only in case or white space are the same to the engine. */
function keyOf(name: string): string {
  return name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
