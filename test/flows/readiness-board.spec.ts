import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

interface Row {
  readonly worker: { readonly name: string; readonly site: string | null };
  readonly status: string;
  readonly reasons: ReadonlyArray<{
    readonly kind: string;
    readonly text: string;
    readonly severity: number;
    readonly because: readonly object[];
  }>;
}

interface Page {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  readonly total: number;
}

const DAY_MS = 86_400_000;

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  for (const [externalWorkerId, name, site] of [
    ['W-1', 'Ada', 'North'],
    ['W-2', 'Ben', 'North'],
    ['W-3', 'Cleo', 'South'],
  ])
    await tenant.admin('POST', '/workers', { externalWorkerId, name, site });
});
afterAll(() => engine.close());

const board = async (query = ''): Promise<Page> => (await tenant.admin<Page>('GET', `/readiness?${query}`)).body;
const shown = async (query = ''): Promise<string[]> =>
  (await board(query)).items.map(({ worker, status, reasons }) =>
    [worker.name, status, ...reasons.map(({ text }) => text)].join(' | '),
  );
const daysFromNow = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

describe('the readiness board', () => {
  it('lists everybody as ready until a fact says otherwise', async () => {
    await eventually(async () => expect(await shown()).toEqual(['Ada | ready', 'Ben | ready', 'Cleo | ready']));
  });

  it('shows who is not ready, and why, the worst first', async () => {
    await tenant.admin('POST', '/credentials', {
      externalWorkerId: 'W-2',
      name: 'WAH licence',
      expiresAt: daysFromNow(-13),
    });
    await tenant.admin('POST', '/onboarding', { externalWorkerId: 'W-3', step: 'Sign the safety policy' });
    await eventually(async () =>
      expect(await shown()).toEqual([
        expect.stringMatching(/^Ben \| not_ready \| WAH licence expired 1\d days ago$/),
        'Cleo | at_risk | Onboarding step "Sign the safety policy" is not done',
        'Ada | ready',
      ]),
    );
  });

  it('shows the open need of a site on the row of each of its people', async () => {
    await tenant.send({
      event: 'signal.near_miss',
      data: { site: 'North', topic: 'Manual handling', severity: 4, payload: { ref: 'INC-77' } },
    });
    await eventually(async () =>
      expect(await shown()).toEqual([
        'Ada | not_ready | Near miss: Manual handling, reported today (INC-77)',
        'Ben | not_ready | Near miss: Manual handling, reported today (INC-77)',
        'Cleo | ready',
      ]),
    );
  });
});
