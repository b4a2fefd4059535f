import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type SetResult, TenantSets } from './tenant-sets.js';
import type { Turn } from './turns.js';

const TURN_MS = 5;

/** Sets whose work takes a moment, and the tenants of each set so far. */
function setsOf(
  limits: { lanes: number; tenants: number },
  work: (tenantIds: readonly string[]) => Partial<SetResult<string>> = () => ({}),
): { sets: TenantSets<string>; worked: string[][] } {
  const worked: string[][] = [];
  const sets = new TenantSets<string>(limits, async (tenantIds) => {
    worked.push([...tenantIds]);
    await sleep(TURN_MS);
    const done = new Map(tenantIds.map((tenantId) => [tenantId, `done ${tenantId}`]));
    return { done, alone: new Set(), ...work(tenantIds) };
  });
  return { sets, worked };
}

const firstTurn = (tenantId: string): Turn => ({ tenantId, place: 'first' });
const lastTurn = (tenantId: string): Turn => ({ tenantId, place: 'last' });

describe('jobs of several tenants', () => {
  it('do not wait for one another on an idle engine, and are the next set while one is worked on', async () => {
    const { sets, worked } = setsOf({ lanes: 1, tenants: 3 });
    const outcomes = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((tenantId) => sets.join(lastTurn(tenantId))));
    expect(worked).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
    expect(outcomes).toEqual(['done a', 'done b', 'done c', 'done d', 'done e']);
  });

  it('never have one tenant in two sets at once', async () => {
    const { sets, worked } = setsOf({ lanes: 2, tenants: 3 });
    await Promise.all(['a', 'a', 'b'].map((tenantId) => sets.join(lastTurn(tenantId))));
    expect(worked).toEqual([['a'], ['b'], ['a']]);
  });

  it('of one tenant that wait at the same time are one turn', async () => {
    const { sets, worked } = setsOf({ lanes: 1, tenants: 3 });
    const outcomes = await Promise.all(['a', 'b', 'c', 'b', 'b'].map((tenantId) => sets.join(lastTurn(tenantId))));
    expect(worked).toEqual([['a'], ['b', 'c']]);
    expect(outcomes).toEqual(['done a', 'done b', 'done c', 'done b', 'done b']);
  });

  it('wait for no set of the others where they name the tenant', async () => {
    const { sets, worked } = setsOf({ lanes: 1, tenants: 4 });
    await Promise.all([...['a', 'b'].map(lastTurn), firstTurn('v')].map((turn) => sets.join(turn)));
    expect(worked).toEqual([['a'], ['v'], ['b']]);
  });

  it('come first where they name the tenant, and leave half of a set to the others', async () => {
    const { sets, worked } = setsOf({ lanes: 1, tenants: 4 });
    const turns = [...['a', 'b', 'c', 'd', 'e'].map(lastTurn), ...['v', 'w', 'x', 'e', 'y'].map(firstTurn)];
    await Promise.all(turns.map((turn) => sets.join(turn)));
    expect(worked).toEqual([['a'], ['v'], ['w', 'x', 'b', 'c'], ['e', 'y'], ['d']]);
  });

  it('come next where their set had no room for them', async () => {
    const { sets, worked } = setsOf({ lanes: 1, tenants: 3 }, ([first = '']) => ({ done: new Map([[first, 'done']]) }));
    await Promise.all(['a', 'b', 'c', 'd'].map((tenantId) => sets.join(lastTurn(tenantId))));
    expect(worked).toEqual([['a'], ['b', 'c', 'd'], ['c', 'd'], ['d']]);
  });

  it('are tried alone where their set fails, so that only the guilty one fails', async () => {
    const { sets, worked } = setsOf({ lanes: 1, tenants: 3 }, (tenantIds) => {
      if (tenantIds.includes('guilty')) throw new Error('a library that cannot be read');
      return {};
    });
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'guilty', 'c'].map((tenantId) => sets.join(lastTurn(tenantId))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(worked).toEqual([['a'], ['b', 'guilty', 'c'], ['b'], ['guilty'], ['c']]);
  });

  it('leave a tenant that has to wait to a set of its own, and go on meanwhile', async () => {
    const { sets, worked } = setsOf({ lanes: 1, tenants: 3 }, (tenantIds) =>
      tenantIds.length > 1 && tenantIds.includes('imports')
        ? { done: new Map([['b', 'done b']]), alone: new Set(['imports']) }
        : {},
    );
    await Promise.all(['a', 'imports', 'b'].map((tenantId) => sets.join(lastTurn(tenantId))));
    expect(worked).toEqual([['a'], ['imports', 'b'], ['imports']]);
  });
});
