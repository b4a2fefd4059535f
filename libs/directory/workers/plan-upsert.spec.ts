import { describe, expect, it } from '@jest/globals';
import { type UpsertResult, planUpsert } from './plan-upsert.js';
import { type WorkerFields, type WorkerRecord, mergeWorker } from './worker-record.js';

const known = (id: string, fields: WorkerFields): WorkerRecord => mergeWorker(null, { name: id, ...fields }, id);

const plan = (
  stored: readonly WorkerRecord[],
  rows: readonly WorkerFields[],
): { summaries: string[]; changes: Record<string, WorkerRecord>; outcomes: UpsertResult[] } => {
  let last = 0;
  const { results, changes } = planUpsert(stored, rows, () => `new${++last}`);
  const summaries = results.map(({ outcome, workerId, errors }) =>
    [outcome, workerId ?? errors.map(({ field }) => field).join(' ')].join(' '),
  );
  return { summaries, outcomes: results, changes: Object.fromEntries(changes.map(({ after }) => [after.id, after])) };
};

describe('a set of workers', () => {
  it('creates, updates and skips', () => {
    const stored = [known('a', { externalWorkerId: 'W-1', role: 'Rigger' }), known('b', { externalWorkerId: 'W-2' })];
    const { summaries, changes } = plan(stored, [
      { externalWorkerId: 'W-1', role: 'Welder' },
      { externalWorkerId: 'W-2', name: 'b' },
      { externalWorkerId: 'W-3', name: 'New' },
    ]);
    expect(summaries).toEqual(['updated a', 'unchanged b', 'created new3']);
    expect(Object.keys(changes)).toEqual(['a', 'new3']);
    expect(changes['a']).toMatchObject({ role: 'Welder', name: 'a' });
  });

  it('is identified by external id before e-mail before learner id', () => {
    const stored = [
      known('a', { externalWorkerId: 'W-1' }),
      known('b', { email: 'b@acme.com' }),
      known('c', { learnerId: 'L-3' }),
    ];
    expect(plan(stored, [{ externalWorkerId: 'W-1', role: 'x' }]).summaries).toEqual(['updated a']);
    expect(plan(stored, [{ externalWorkerId: 'W-9', email: 'B@acme.com' }]).summaries).toEqual(['updated b']);
    expect(plan(stored, [{ email: 'new@acme.com', learnerId: 'L-3' }]).summaries).toEqual(['updated c']);
  });

  it('refuses a row with a key of another worker, and only that one', () => {
    const stored = [
      known('a', { externalWorkerId: 'W-1', email: 'a@acme.com' }),
      known('b', { externalWorkerId: 'W-2', learnerId: 'L-2' }),
    ];
    const { summaries, changes } = plan(stored, [
      { externalWorkerId: 'W-1', learnerId: 'L-2' },
      { externalWorkerId: 'W-3', email: 'a@acme.com', learnerId: 'L-2', name: 'c' },
      { externalWorkerId: 'W-4', name: 'd' },
    ]);
    expect(summaries).toEqual(['refused learnerId', 'refused email learnerId', 'created new3']);
    expect(Object.keys(changes)).toEqual(['new3']);
  });

  it('refuses a new worker without a name, and one without a key', () => {
    expect(plan([], [{ externalWorkerId: 'W-1' }, { name: 'x' }, {}]).summaries).toEqual([
      'refused name',
      'refused externalWorkerId',
      'refused name externalWorkerId',
    ]);
  });

  it('has the result of one write after the other', () => {
    const { summaries, changes } = plan(
      [known('a', { externalWorkerId: 'W-1', email: 'a@acme.com' })],
      [
        { externalWorkerId: 'W-2', name: 'two', email: 'a@acme.com' },
        { externalWorkerId: 'W-1', email: 'new@acme.com' },
        { externalWorkerId: 'W-2', name: 'two', email: 'a@acme.com' },
        { externalWorkerId: 'W-2', role: 'x' },
        { externalWorkerId: 'W-2', role: 'x' },
      ],
    );
    expect(summaries).toEqual(['refused email', 'updated a', 'created new3', 'updated new3', 'unchanged new3']);
    expect(changes).toMatchObject({ a: { email: 'new@acme.com' }, new3: { email: 'a@acme.com', role: 'x' } });
  });
});
