import { describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import type { BatchStep } from './batch-step.js';
import { RECORD_STATEMENT, recordStep } from './record-step.js';
import { TENANT_A, TENANT_B, parametersOf, pendingSignal as signal } from './sample-signal.js';

type Rows = ReadonlyArray<Readonly<Record<string, unknown>>>;
const needs = ({ values }: BatchStep): Rows => values[0]?.toJSON() ?? [];
const signals = ({ values }: BatchStep): Rows => values[1]?.toJSON() ?? [];

describe('a batch of signals', () => {
  it('writes a need and a signal for each open data point, with all fields', () => {
    const one = signal('k', {
      site: ' Site  A ',
      topic: 'T',
      category: 'C',
      severity: 3,
      worker: { externalWorkerId: 'W-1', email: 'a@acme.com', learnerId: 'L-1' },
    });
    const batch = recordStep([one]);
    expect(needs(batch)).toEqual([
      {
        tenant_id: TENANT_A,
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        earlier_types: null,
        content: '',
        dedupe_key: 'k',
        type: 'incident',
        topic: 'T',
        category: 'C',
        severity: 3,
        external_worker_id: 'W-1',
        email: 'a@acme.com',
        learner_id: 'L-1',
        site: ' Site  A ',
        site_key: 'site a',
        signal_count: 1,
        seen_at: one.receivedAt,
      },
    ]);
    expect(signals(batch)).toEqual([
      {
        tenant_id: TENANT_A,
        warnings: null,
        dedupe_key: 'k',
        id: one.signalId,
        type: 'incident',
        raw: '{"key":"k"}',
        retention_months: 12,
        opens: needs(batch)[0]?.['id'],
      },
    ]);
  });

  it('has a value for each parameter of its statement', () => {
    expect(parametersOf(RECORD_STATEMENT)).toEqual(recordStep([signal('k')]).values.map((_value, index) => index + 1));
  });

  it('merges equal keys into one need: the highest severity, the latest topic and category, and the count', () => {
    const batch = recordStep([
      signal('k', { severity: 1, topic: 'first', category: 'first' }),
      signal('k', { severity: 4, topic: 'second' }),
      signal('k', { severity: 3, category: 'third' }),
      signal('k', { severity: 2 }),
    ]);
    expect(needs(batch)).toMatchObject([
      { dedupe_key: 'k', severity: 4, topic: 'second', category: 'third', signal_count: 4 },
    ]);
    expect(signals(batch)).toMatchObject([
      { opens: needs(batch)[0]?.['id'] },
      { opens: null },
      { opens: null },
      { opens: null },
    ]);
  });

  it('keeps the worker and site of the first signal in a merged need, and has the type of the last one', () => {
    const batch = recordStep([
      signal('k', { type: 'a', site: 'First' }),
      signal('k', { type: 'b', site: 'Second', worker: { externalWorkerId: 'W', email: null, learnerId: null } }),
    ]);
    expect(needs(batch)).toMatchObject([
      { type: 'b', earlier_types: '["a"]', site: 'First', external_worker_id: null },
    ]);
    expect(signals(batch)).toMatchObject([{ type: 'a' }, { type: 'b' }]);
  });

  it('keeps the same key of two tenants apart', () => {
    const batch = recordStep([
      signal('k', { severity: 1 }),
      signal('k', { severity: 4 }, { tenantId: TENANT_B }),
      signal('k', {}, { tenantId: TENANT_B }),
    ]);
    expect(needs(batch)).toMatchObject([
      { tenant_id: TENANT_A, severity: 1, signal_count: 1 },
      { tenant_id: TENANT_B, severity: 4, signal_count: 2 },
    ]);
  });

  it('sorts the needs by tenant and key, whatever their order, so that concurrent writers do not deadlock', () => {
    const came = ['b', 'B', 'é', '10', '9', 'a b', 'a', '🏗', ''].flatMap((key) => [
      signal(key, {}, { tenantId: TENANT_B }),
      signal(key),
    ]);
    const sorted = (batch: BatchStep): unknown[] =>
      needs(batch).map(({ tenant_id: tenant, dedupe_key: key }) => [tenant, key]);
    const batch = recordStep(came);
    expect(sorted(batch)).toEqual(sorted(recordStep(came.toReversed())));
    expect(needs(batch).map(({ tenant_id: tenant }) => tenant)).toEqual([
      ...Array<string>(9).fill(TENANT_A),
      ...Array<string>(9).fill(TENANT_B),
    ]);
  });

  it('gives each signal its need, and the first signal of each need the id with which it is created', () => {
    const came = [signal('b'), signal('a'), signal('b'), signal('a', {}, { tenantId: TENANT_B }), signal('a')];
    const [a1, b1, b2, other, a2] = [came[1], came[0], came[2], came[3], came[4]];
    const step = recordStep(came);
    const [needOfA, needOfB, needOfOther] = needs(step).map(({ id }) => id);
    expect(step.signals).toEqual([a1, a2, b1, b2, other]);
    expect(signals(step)).toMatchObject([
      { tenant_id: TENANT_A, dedupe_key: 'a', id: a1?.signalId, opens: needOfA },
      { tenant_id: TENANT_A, dedupe_key: 'a', id: a2?.signalId, opens: null },
      { tenant_id: TENANT_A, dedupe_key: 'b', id: b1?.signalId, opens: needOfB },
      { tenant_id: TENANT_A, dedupe_key: 'b', id: b2?.signalId, opens: null },
      { tenant_id: TENANT_B, dedupe_key: 'a', id: other?.signalId, opens: needOfOther },
    ]);
  });

  it('has the outcome created for the first signal of a new need, and joined for the others', () => {
    const step = recordStep([signal('b'), signal('a'), signal('b'), signal('c')]);
    const [, needOfB, needOfC] = needs(step).map(({ id }) => String(id));
    const before = ids.next();
    expect(step.outcomes([[before], [needOfC ?? ''], [needOfB ?? '']])).toEqual([
      'joined',
      'created',
      'joined',
      'created',
    ]);
  });
});
