import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TopicMatching } from '#catalog';
import { eventually } from '../harness/eventually.js';
import { type TestEngine, startEngine } from '../harness/engine.js';

describe('a need whose resolution throws', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.close());

  it('is set aside with its error and a later try, and blocks none of its neighbours', async () => {
    const tenant = await engine.createTenant();
    const matching = engine.app.get(TopicMatching);
    const matcherOf = matching.matcherOf.bind(matching);
    matching.matcherOf = async (tx, tenantId) => {
      const matcher = await matcherOf(tx, tenantId);
      return {
        match: (topic, category) => {
          if (topic === 'poison') throw new Error('the topic is poison');
          return matcher.match(topic, category);
        },
      };
    };
    await Promise.all(['poison', 'a', 'b', 'c'].map((topic) => tenant.send({ event: 'signal.x', data: { site: 'S', topic } })));
    await eventually(async () => {
      const rows = await engine.database.query(
        `select topic, recommendation, resolution_attempts as attempts, resolution_error as error, unresolved_since > now() as later from need order by topic`,
      );
      const resolved = { recommendation: 'author_one', attempts: 0, error: null, later: null };
      expect(rows).toEqual([
        { topic: 'a', ...resolved },
        { topic: 'b', ...resolved },
        { topic: 'c', ...resolved },
        { topic: 'poison', recommendation: 'pending', attempts: 1, error: 'the topic is poison', later: true },
      ]);
    });
  });
});
