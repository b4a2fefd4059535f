import { describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import type { MappedPoint } from '../map/apply-signal-map.js';
import type { BatchStep } from './batch-step.js';
import type { PendingSignal } from './pending-signal.js';
import { RECORD_STATEMENT, recordStep } from './record-step.js';

const TENANT_A = '01890a5d-ac96-774b-bcce-b302099a8057';
const TENANT_B = '01890a5d-ac96-774b-bcce-b302099a8058';

function signal(dedupeKey: string, said: Partial<MappedPoint> = {}, tenantId = TENANT_A): PendingSignal {
  const point: MappedPoint = {
    action: 'trigger',
    type: 'incident',
    worker: { externalWorkerId: null, email: null, learnerId: null },
    site: 'Site A',
    topic: null,
    category: null,
    severity: 2,
    dedupeKey: null,
    ...said,
  };
  return { tenantId, signalId: ids.next(), dedupeKey, point, raw: `{"key":"${dedupeKey}"}`, receivedAt: new Date('2026-07-15T12:00:00Z'), retentionMonths: 12 };
}

const NEED = ['tenantId', 'id', 'dedupeKey', 'type', 'topic', 'category', 'severity', 'externalWorkerId', 'email', 'learnerId', 'site', 'siteKey', 'signalCount', 'seenAt'] as const;
const SIGNAL = ['id', 'position', 'type', 'first', 'raw', 'retentionMonths'] as const;

/** The columns of the parameters as rows, named as record.sql names them. */
function rows<Name extends string>(columns: unknown[], names: readonly Name[]): Array<Record<Name, unknown>> {
  const lists = columns as unknown[][];
  return (lists[0] ?? []).map((_value, row) => Object.fromEntries(names.map((name, column) => [name, lists[column]?.[row]])) as Record<Name, unknown>);
}

const needs = ({ values }: BatchStep): Array<Record<(typeof NEED)[number], unknown>> => rows(values.slice(0, NEED.length).map((column) => column.values), NEED);
const signals = ({ values }: BatchStep): Array<Record<(typeof SIGNAL)[number], unknown>> => rows(values.slice(NEED.length).map((column) => column.values), SIGNAL);

describe('a batch of signals', () => {
  it('writes a need and a signal for each open data point, with all that was said', () => {
    const one = signal('k', { site: ' Site  A ', topic: 'T', category: 'C', severity: 3, worker: { externalWorkerId: 'W-1', email: 'a@acme.com', learnerId: 'L-1' } });
    const batch = recordStep([one]);
    expect(needs(batch)).toEqual([{
      tenantId: TENANT_A, id: expect.stringMatching(/^[0-9a-f-]{36}$/), dedupeKey: 'k', type: 'incident', topic: 'T', category: 'C', severity: 3,
      externalWorkerId: 'W-1', email: 'a@acme.com', learnerId: 'L-1', site: ' Site  A ', siteKey: 'site a', signalCount: 1, seenAt: one.receivedAt,
    }]);
    expect(signals(batch)).toEqual([{ id: one.signalId, position: 1, type: 'incident', first: true, raw: '{"key":"k"}', retentionMonths: 12 }]);
  });

  it('fills the parameters of its statement, no more and no less', () => {
    const numbers = [...RECORD_STATEMENT.text.replaceAll(/--.*$/gm, '').matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
    expect([...new Set(numbers)].toSorted((a, b) => a - b)).toEqual(recordStep([signal('k')]).values.map((_value, index) => index + 1));
  });

  it('merges equal keys into one need: the highest severity, the latest topic and category that were said, all counted', () => {
    const batch = recordStep([
      signal('k', { severity: 1, topic: 'first', category: 'first' }),
      signal('k', { severity: 4, topic: 'second' }),
      signal('k', { severity: 3, category: 'third' }),
      signal('k', { severity: 2 }),
    ]);
    expect(needs(batch)).toMatchObject([{ dedupeKey: 'k', severity: 4, topic: 'second', category: 'third', signalCount: 4 }]);
    expect(signals(batch)).toMatchObject([{ position: 1, first: true }, { position: 1, first: false }, { position: 1, first: false }, { position: 1, first: false }]);
  });

  it('leaves a merged need the worker, the site and the type of its first signal', () => {
    const batch = recordStep([signal('k', { type: 'a', site: 'First' }), signal('k', { type: 'b', site: 'Second', worker: { externalWorkerId: 'W', email: null, learnerId: null } })]);
    expect(needs(batch)).toMatchObject([{ type: 'a', site: 'First', externalWorkerId: null }]);
    expect(signals(batch)).toMatchObject([{ type: 'a' }, { type: 'b' }]);
  });

  it('keeps the same key of two tenants apart', () => {
    const batch = recordStep([signal('k', { severity: 1 }), signal('k', { severity: 4 }, TENANT_B), signal('k', {}, TENANT_B)]);
    expect(needs(batch)).toMatchObject([{ tenantId: TENANT_A, severity: 1, signalCount: 1 }, { tenantId: TENANT_B, severity: 4, signalCount: 2 }]);
  });

  it('sorts the needs by tenant and key, whatever the order in which they came, so that two writers never wait for each other', () => {
    const came = ['b', 'B', 'é', '10', '9', 'a b', 'a', '🏗', ''].flatMap((key) => [signal(key, {}, TENANT_B), signal(key)]);
    const sorted = (batch: BatchStep): unknown[] => needs(batch).map(({ tenantId, dedupeKey }) => [tenantId, dedupeKey]);
    const batch = recordStep(came);
    expect(sorted(batch)).toEqual(sorted(recordStep(came.toReversed())));
    expect(needs(batch).map(({ tenantId }) => tenantId)).toEqual([...Array<string>(9).fill(TENANT_A), ...Array<string>(9).fill(TENANT_B)]);
  });

  it('tells each signal the place of its need, in the order in which they came', () => {
    const came = [signal('b'), signal('a'), signal('b'), signal('a', {}, TENANT_B), signal('a')];
    const batch = recordStep(came);
    expect(signals(batch).map(({ position, first }) => ({ position, first }))).toEqual([
      { position: 2, first: true },
      { position: 1, first: true },
      { position: 2, first: false },
      { position: 3, first: true },
      { position: 1, first: false },
    ]);
    for (const [index, { position }] of signals(batch).entries()) {
      expect(needs(batch)[Number(position) - 1]).toMatchObject({ dedupeKey: came[index]?.dedupeKey, tenantId: came[index]?.tenantId });
      expect(signals(batch)[index]).toMatchObject({ position, id: came[index]?.signalId, raw: came[index]?.raw });
    }
  });

  it('tells of each signal whether it made its need: of several of a new one the first did', () => {
    const step = recordStep([signal('b'), signal('a'), signal('b'), signal('c')]);
    expect(step.outcomes([['1', 'f'], ['2', 't'], ['3', 't']])).toEqual(['created', 'joined', 'joined', 'created']);
  });
});
