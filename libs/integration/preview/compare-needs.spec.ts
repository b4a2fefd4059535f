import { describe, expect, it } from '@jest/globals';
import type { DataPoint, SignalMap } from '#signals';
import { type Comparison, compareNeeds } from './compare-needs.js';
import { ReplayedNeeds } from './replayed-needs.js';

const point = (fields: Partial<DataPoint> = {}): DataPoint => ({
  action: 'trigger',
  type: 'incident',
  worker: { externalWorkerId: null, email: null, learnerId: null },
  site: 'A',
  topic: null,
  category: null,
  severity: null,
  dedupeKey: null,
  ...fields,
});

function compare(before: SignalMap, after: SignalMap, points: readonly DataPoint[]): Promise<Comparison> {
  const [old, edited] = [before, after].map((map) => {
    const needs = new ReplayedNeeds(map);
    points.forEach((sent, index) => needs.replay(String(index), sent));
    return needs.all();
  });
  return compareNeeds(old ?? new Map(), edited ?? new Map());
}

describe('a comparison of two signal maps', () => {
  it('finds no difference between equal maps', async () => {
    expect(
      await compare({ incident: { topic: 'A' } }, { incident: { topic: 'A' }, other: { severity: 1 } }, [
        point(),
        point({ site: 'B' }),
      ]),
    ).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 2, differences: [] });
  });

  it('finds changed topics, categories and severities of events that omit them', async () => {
    const { changed, unchanged, differences } = await compare(
      {},
      { incident: { topic: 'Lifting', category: 'Safety', severity: 4 } },
      [point(), point({ site: 'B', topic: 'T', category: 'C', severity: 1 })],
    );
    expect([changed, unchanged]).toEqual([1, 1]);
    expect(differences).toMatchObject([
      {
        signalId: '0',
        before: { topic: null, category: null, severity: 2 },
        after: { topic: 'Lifting', category: 'Safety', severity: 4 },
      },
    ]);
  });

  it('merges two needs if the new topic is the one that the other event has', async () => {
    const { changed, removed, differences } = await compare({}, { incident: { topic: 'T' } }, [
      point({ topic: 'T' }),
      point(),
    ]);
    expect([changed, removed]).toEqual([1, 1]);
    expect(differences).toMatchObject([
      { before: { signalCount: 1 }, after: { signalCount: 2 } },
      { signalId: '1', after: null },
    ]);
  });

  it('splits a need if only the topic of the map joined its signals', async () => {
    expect(await compare({ incident: { topic: 'T' } }, {}, [point({ topic: 'T' }), point()])).toMatchObject({
      added: 1,
      changed: 1,
      removed: 0,
    });
  });

  it('leaves a need open if the resolving event gets another key', async () => {
    const points = [point({ topic: 'T' }), point({ action: 'resolve' })];
    expect((await compare({ incident: { topic: 'T' } }, {}, points)).differences).toMatchObject([
      { before: { status: 'resolved' }, after: { status: 'open' } },
    ]);
    expect(await compare({}, {}, [...points, point({ topic: 'T' })])).toMatchObject({ unchanged: 1 });
  });

  it('compares the final state of each need: after a resolved need, the next signal opens another', async () => {
    const { changed, differences } = await compare({}, { incident: { severity: 3 } }, [
      point({ severity: 1 }),
      point({ action: 'resolve' }),
      point(),
    ]);
    expect(changed).toBe(1);
    expect(differences).toMatchObject([{ signalId: '2', before: { severity: 2 }, after: { severity: 3 } }]);
  });
});
