import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { draftAbout, readyDraft, startDraft, withoutClaims } from '../factories/drafts.js';
import { dismiss, needAbout, raisedNeed } from '../factories/needs.js';
import { sendSignal, signal } from '../factories/signals.js';
import { loggedInUser } from '../factories/users.js';
import type { Browser } from '../harness/browser.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const TOPIC = 'Zorbux line restart';

let engine: SharedEngine;
let tenant: TestTenant;
let reviewer: Browser;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
  reviewer = await loggedInUser(tenant, { email: 'rita@acme.example' });
});

/** Strikes the claims of a draft, and approves it. */
async function approve(id: string, topics: string[]): Promise<void> {
  const { lessons } = await tenant.api.getDraft({ path: { id } });
  const body = { topics, lessons: withoutClaims(lessons) };
  await tenant.api.changeDraft({ path: { id }, body });
  await tenant.api.submitDraft({ path: { id } });
  await reviewer.call('POST', `/admin/drafts/${id}/approve`);
}

/** Publishes a draft without claims. @returns the topics of the course */
async function publishedTopics(id: string, topics: string[]): Promise<readonly string[]> {
  await approve(id, topics);
  const { courseId } = await tenant.api.publishDraft({ path: { id } });
  return (await tenant.api.getCourse({ path: { id: courseId ?? '' } })).topics;
}

describe('the approval of a draft', () => {
  /** The reviewer approves a draft that somebody else has submitted. */
  const approval = async (id: string) => {
    await tenant.api.submitDraft({ path: { id } });
    return reviewer.call('POST', `/admin/drafts/${id}/approve`);
  };
  const OWN_DRAFT = { status: 403, body: { code: 'approver_is_author' } };

  it('is not possible for whoever asked for it by a token that they created, or that one has created', async () => {
    const name = 'content pipeline';
    const { body } = await reviewer.call<Schemas['CreatedApiToken']>('POST', '/admin/tokens', { name, role: 'admin' });
    const { token } = await tenant.as(body.token).api.createToken({ body: { name: 'drafts', role: 'author' } });
    const { id } = await draftAbout(tenant.as(token), TOPIC);
    expect(await approval(id)).toMatchObject(OWN_DRAFT);
  });

  it('is possible for whoever asked for its topic when it was under way', async () => {
    const { id } = await draftAbout(tenant, TOPIC);
    const { id: needId } = await raisedNeed(tenant, { site: 'Site B', topic: TOPIC });
    const { body } = await reviewer.call<Schemas['AuthorResult']>('POST', `/admin/needs/${needId}/author`, {});
    expect(body.draftId).toBe(id);
    expect(await approval(id)).not.toMatchObject(OWN_DRAFT);
  });
});

describe('the course of a published draft', () => {
  it('has the topics of the draft in their order: the first one is its own', async () => {
    const { id } = await draftAbout(tenant, TOPIC);
    const topics = [TOPIC, 'Zorbux lockout', 'Zorbux jams'];
    expect(await publishedTopics(id, topics)).toEqual(topics);
  });

  it('does not teach the new topic of a need that no longer waits for it', async () => {
    const data = { site: 'Site B', dedupe_key: 'k' };
    await raisedNeed(tenant, { ...data, topic: TOPIC });
    const { id } = await draftAbout(tenant, TOPIC);
    const { items } = await tenant.api.listNeeds({ query: { status: ['authoring'], dedupeKey: 'k' } });
    await dismiss(tenant, items[0]?.id ?? '', { reason: 'wrong_target' });
    await tenant.api.reopenNeed({ path: { id: items[0]?.id ?? '' } });
    await sendSignal(tenant, { ...data, topic: 'Chainsaw felling' });
    expect(await needAbout(tenant, 'Chainsaw felling')).toMatchObject({ status: 'open' });
    expect(await publishedTopics(id, [TOPIC])).toEqual([TOPIC]);
  });
});

describe('the review and the publication of a draft for which many needs wait', () => {
  /** How many needs there are in each status and with each recommendation. */
  const counts = (): Promise<object[]> =>
    engine.database.query(
      `select status, recommendation, count(*)::integer as needs from need where tenant_id = $1
        group by 1, 2 order by 3 desc`,
      [tenant.id],
    );

  it('lock none of them, or sets of them, so that one which is locked delays neither', async () => {
    const keys = Array.from({ length: 600 }, (_key, n) => `k${n}`);
    await tenant.send(keys.map((key) => signal({ external_worker_id: key, topic: TOPIC, dedupe_key: key })));
    const lacking = { status: 'open', recommendation: 'author_one', needs: 600 };
    await eventually(async () => expect(await counts()).toEqual([lacking]), 30_000);
    const { items } = await tenant.api.listNeeds({ query: { dedupeKey: 'k0' } });
    const { id } = await readyDraft(tenant, await startDraft(tenant, items[0]?.id ?? ''));
    expect(await counts()).toEqual([{ ...lacking, status: 'authoring' }]);
    await engine.database.inTransaction(async (tx) => {
      // The last one in the order in which recording locks needs.
      await tx.query(`select from need where tenant_id = $1 and dedupe_key = 'k99' for update`, [tenant.id]);
      await approve(id, [TOPIC]);
      const { items: shown } = await tenant.api.listNeeds({ query: { dedupeKey: 'k99' } });
      expect(shown).toMatchObject([{ authoring: { status: 'approved' } }]);
      expect(await tenant.api.publishDraft({ path: { id } })).toMatchObject({ status: 'published' });
      await eventually(async () =>
        expect(await counts()).toContainEqual({ ...lacking, status: 'authoring', needs: 100 }),
      );
    });
    const recommended = { status: 'open', recommendation: 'course', needs: 600 };
    await eventually(async () => expect(await counts()).toEqual([recommended]), 60_000);
  });
});
