import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { draftAbout, withoutClaims } from '../factories/drafts.js';
import { dismiss, needAbout, raisedNeed } from '../factories/needs.js';
import { sendSignal } from '../factories/signals.js';
import { loggedInUser } from '../factories/users.js';
import type { Browser } from '../harness/browser.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
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

/** Publishes a draft without claims. @returns the topics of the course */
async function publishedTopics(id: string, topics: string[]): Promise<readonly string[]> {
  const { lessons } = await tenant.api.getDraft({ path: { id } });
  const body = { topics, lessons: withoutClaims(lessons) };
  await tenant.api.changeDraft({ path: { id }, body });
  await tenant.api.submitDraft({ path: { id } });
  await reviewer.call('POST', `/admin/drafts/${id}/approve`);
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
