import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { offer as offerOf } from '../factories/assignments.js';
import { publishedCourse } from '../factories/courses.js';
import { needById, needsIn, raisedNeed } from '../factories/needs.js';
import { undo } from '../factories/operations.js';
import { enterSynonym, onlySynonym, synonymsOf } from '../factories/synonyms.js';
import { addWorker } from '../factories/workers.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const BY = 'token:first admin';
const CRANE = 'Overhead Crane Operation';

describe('learning from what people offer', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  let crane: string;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    crane = await publish(CRANE);
    await addWorker(tenant, { site: 'Yard' });
  });

  const publish = async (title: string): Promise<string> => (await publishedCourse(tenant, { title })).id;
  /** A need of one person, Ada unless another one is named, resolved. */
  const need = async (topic: string, key = topic, worker = 'Ada'): Promise<string> =>
    (await raisedNeed(tenant, { external_worker_id: worker, topic, dedupe_key: key })).id;
  /** @returns the id of the operation */
  const offer = async (needId: string, courseId?: string): Promise<string | null> =>
    (await offerOf(tenant, needId, courseId === undefined ? {} : { courseId })).operationId;

  it('suggests a synonym if a course is chosen and none was recommended, with the reason', async () => {
    const needId = await need('The Beast');
    await offer(needId, crane);
    expect(await synonymsOf(tenant, { status: ['suggested'] })).toEqual([
      {
        id: expect.stringMatching(/^syn_/),
        topic: 'The Beast',
        courseId: crane,
        courseTitle: CRANE,
        means: null,
        status: 'suggested',
        origin: 'learned',
        corrections: 1,
        why: [`${BY} offered ${CRANE} where no course was recommended`],
        learnedFrom: [{ needId, by: BY, at: expect.stringMatching(/Z$/), recommendedCourseId: null }],
        version: 1,
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      },
    ]);
    const { items } = await tenant.api.listAudit({ query: { action: 'synonym.suggested' } });
    expect(items).toMatchObject([
      {
        actor: BY,
        subject: { id: (await onlySynonym(tenant)).id },
        after: { topic: 'The Beast', courseId: crane, corrections: 1 },
      },
    ]);
  });

  it('suggests a synonym if another course is offered than the recommended one, and none for the recommended one', async () => {
    const other = await publish('Manual Handling');
    await offer(await need('Manual Handling', 'a'), other);
    await offer(await need('Manual Handling', 'b'));
    expect(await synonymsOf(tenant)).toEqual([]);
    const needId = await need('manual-handling', 'c');
    await offer(needId, crane);
    expect(await onlySynonym(tenant)).toMatchObject({
      topic: 'manual-handling',
      courseId: crane,
      why: [`${BY} offered ${CRANE} instead of Manual Handling`],
      learnedFrom: [{ recommendedCourseId: other }],
    });
    await offer(await need('Manual Handling', 'd'), crane);
    expect(await onlySynonym(tenant)).toMatchObject({ corrections: 2, learnedFrom: [{}, { needId }] });
  });

  it('learns nothing from additional offers, dry runs, and offers that reach nobody', async () => {
    const other = await publish('Manual Handling');
    const needId = await need('Manual Handling');
    await offer(needId);
    await offer(needId, crane);
    await offerOf(tenant, await need('The Beast'), { courseId: other, dryRun: true });
    const empty = await raisedNeed(tenant, { site: 'Nowhere', topic: 'The Monster' });
    await offer(empty.id, other);
    expect(await synonymsOf(tenant)).toEqual([]);
  });

  it('affects open needs once a suggestion is accepted, until it is deleted', async () => {
    const decided = await need('The Beast', 'decided');
    await need('Beast of Burden', 'other');
    await addWorker(tenant, { name: 'Ben', site: 'Yard' });
    await need('The Beast refresher', 'open', 'Ben');
    const operation = await offer(decided, crane);
    const { id } = await onlySynonym(tenant);
    await tenant.api.acceptSynonym({ path: { id } });
    const open = async (): Promise<Record<string, string | null>> =>
      Object.fromEntries(
        (await needsIn(tenant, 'open')).map(({ topic, recommendation }) => [topic, recommendation.courseId]),
      );
    await eventually(async () =>
      expect(await open()).toEqual({ 'Beast of Burden': null, 'The Beast refresher': crane }),
    );
    const unchanged = { status: 'offered', recommendation: { kind: 'author_one' } };
    expect(await needById(tenant, decided)).toMatchObject(unchanged);
    await tenant.api.removeSynonym({ path: { id } });
    await eventually(async () =>
      expect(await open()).toEqual({ 'Beast of Burden': null, 'The Beast refresher': null }),
    );
    await undo(tenant, operation);
    expect(await synonymsOf(tenant)).toEqual([]);
  });

  it('is shown in the history of a need: the current recommendation with its reason, and the one at the time of the offer', async () => {
    const needId = await need('The Beast refresher');
    await enterSynonym(tenant, { topic: 'The Beast', courseId: crane });
    const history = async (): Promise<readonly object[]> => (await needById(tenant, needId)).history;
    await eventually(async () => expect(await history()).toHaveLength(1));
    const evidence = [`"The Beast" means "${CRANE}" here`, `title equals "${CRANE}"`];
    await offer(needId);
    expect(await history()).toMatchObject([
      {
        action: 'need.offered',
        before: {
          status: 'open',
          recommendation: { kind: 'course', title: CRANE, score: expect.any(Number), evidence },
        },
        after: { status: 'offered' },
      },
      {
        action: 'need.rematched',
        before: { recommendation: 'author_one' },
        after: { recommendation: 'course', courseId: crane, evidence },
      },
    ]);
  });
});
