import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SignalAction } from '../data-point.js';
import { batchTransactions, bulkSteps } from './plan-steps.js';
import { type PendingSignal, needKey } from './pending-signal.js';
import { rounds } from './rounds.js';
import { TENANT_A, TENANT_B, pendingSignal } from './sample-signal.js';

const signal = (action: SignalAction, dedupeKey: string, tenantId = TENANT_A): PendingSignal =>
  pendingSignal(dedupeKey, { action }, { tenantId });

const names = (signals: readonly PendingSignal[]): string[] =>
  signals.map(({ point, dedupeKey }) => `${point.action} ${dedupeKey}`);

describe('rounds', () => {
  it('are a single one if no data point is both triggered and resolved', () => {
    expect(rounds([signal('trigger', 'a'), signal('trigger', 'a')])).toHaveLength(1);
    const [round, ...others] = rounds([
      signal('trigger', 'a'),
      signal('resolve', 'b'),
      signal('trigger', 'a'),
      signal('resolve', 'b'),
    ]);
    expect(others).toEqual([]);
    expect([names(round?.triggers ?? []), names(round?.resolves ?? [])]).toEqual([
      ['trigger a', 'trigger a'],
      ['resolve b', 'resolve b'],
    ]);
  });

  it('follow one another if a data point is triggered, resolved and triggered again', () => {
    const came = [signal('trigger', 'a'), signal('resolve', 'a'), signal('resolve', 'a'), signal('trigger', 'a')];
    expect(rounds(came).map(({ triggers, resolves }) => [names(triggers), names(resolves)])).toEqual([
      [['trigger a'], []],
      [[], ['resolve a', 'resolve a']],
      [['trigger a'], []],
    ]);
  });

  it('keep the order of every data point, and contain each signal once', () => {
    const arbitrary = fc.array(
      fc.record({
        action: fc.constantFrom<SignalAction>('trigger', 'resolve'),
        key: fc.constantFrom('a', 'b', 'c'),
        tenant: fc.constantFrom(TENANT_A, TENANT_B),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(arbitrary, (events) => {
        const came = events.map(({ action, key, tenant }) => signal(action, key, tenant));
        for (const steps of [batchTransactions(came).flat(), bulkSteps(came)]) {
          const written = steps.flatMap((step) => step.signals);
          expect(written).toHaveLength(came.length);
          const order = (signals: readonly PendingSignal[], key: string): string[] =>
            signals.filter((one) => needKey(one) === key).map(({ signalId }) => signalId);
          for (const key of new Set(came.map(needKey))) expect(order(written, key)).toEqual(order(came, key));
        }
        for (const { triggers, resolves } of rounds(came)) {
          const triggered = new Set(triggers.map(needKey));
          expect(resolves.some((one) => triggered.has(needKey(one)))).toBe(false);
        }
      }),
    );
  });
});

const namesOf = (steps: ReadonlyArray<{ statement: { name: string } }>): string[] =>
  steps.map(({ statement }) => statement.name);

describe('the transactions of a batch', () => {
  it('are a single one, completions included, unless needs are both opened and closed', () => {
    expect(
      batchTransactions([signal('trigger', 'b'), signal('complete', 'x'), signal('trigger', 'c')]).map(namesOf),
    ).toEqual([['record', 'complete']]);
    expect(batchTransactions([signal('resolve', 'a'), signal('resolve', 'b')]).map(namesOf)).toEqual([['close']]);
    expect(batchTransactions([signal('complete', 'x')]).map(namesOf)).toEqual([['complete']]);
  });

  it('have one statement each that locks needs', () => {
    const came = [
      signal('trigger', 'b'),
      signal('resolve', 'a'),
      signal('complete', 'x'),
      signal('resolve', 'b'),
      signal('trigger', 'c'),
    ];
    expect(batchTransactions(came).map(namesOf)).toEqual([['record', 'complete'], ['close'], ['close']]);
  });
});

describe('the statements of a set', () => {
  it('start by locking all needs in order if some are opened and some closed', () => {
    const [first, ...others] = bulkSteps([
      signal('trigger', 'b'),
      signal('resolve', 'a'),
      signal('complete', 'x'),
      signal('trigger', 'c'),
    ]);
    expect(first).toMatchObject({ signals: [], statement: { name: 'lock' } });
    expect(first?.values.map((rows) => rows.toJSON().map(({ dedupe_key: key }) => key))).toEqual([['a', 'b', 'c']]);
    expect(namesOf(others)).toEqual(['record', 'close', 'complete']);
    expect(namesOf(bulkSteps([signal('trigger', 'b'), signal('complete', 'x')]))).toEqual(['record', 'complete']);
  });

  it('have five hundred signals each, sorted by data point across all of them', () => {
    const steps = bulkSteps(
      Array.from({ length: 1_200 }, (_value, index) => signal('trigger', `key ${(index * 7919) % 1200}`)),
    );
    expect(steps.map(({ signals }) => signals.length)).toEqual([500, 500, 200]);
    const keys = steps.flatMap(({ signals }) => signals.map(needKey));
    expect(keys).toEqual(keys.toSorted());
  });
});
