import { beforeAll, describe, expect, it } from '@jest/globals';
import { draftAbout, startDraft } from '../factories/drafts.js';
import { dismiss, needById, raisedNeed } from '../factories/needs.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { refusal } from '../harness/expect-refused.js';
import type { TestTenant } from '../harness/tenant.js';

interface Refusal {
  readonly code: string;
  readonly errors?: ReadonlyArray<{ readonly field: string }>;
}

const CLAIM = { text: 'x'.repeat(1_000), source: 'y'.repeat(1_000) };
const LESSON = { title: 'Lesson', markdown: 'Text', claims: [] };
const QUESTION = { question: 'Which?', options: ['This', 'That'], answer: 1, rationale: 'Because' };

let engine: SharedEngine;
let tenant: TestTenant;
let draftId: string;

beforeAll(async () => {
  engine = await sharedEngine();
  tenant = await engine.createTenant();
  draftId = (await draftAbout(tenant, 'Quarry blasting')).id;
});

describe('a change of a draft', () => {
  it.each<[string, object, string]>([
    [
      'a question whose answer is none of its options',
      { quiz: [{ ...QUESTION, answer: 2 }, QUESTION, QUESTION] },
      'quiz.0.answer',
    ],
    [
      'a question with the same option twice',
      { quiz: [{ ...QUESTION, options: ['This', 'This '] }, QUESTION, QUESTION] },
      'quiz.0.options',
    ],
    ['fewer than three questions', { quiz: [QUESTION] }, 'quiz'],
    ['fewer than two lessons', { lessons: [LESSON] }, 'lessons'],
    [
      'an id of a lesson twice',
      {
        lessons: [
          { ...LESSON, id: 'a' },
          { ...LESSON, id: 'a' },
        ],
      },
      'lessons',
    ],
    [
      'more text than a course may hold',
      { lessons: [{ ...LESSON, claims: Array.from({ length: 50 }, () => CLAIM) }, LESSON] },
      'lessons',
    ],
    ['a topic twice', { topics: ['Blasting', 'blasting'] }, 'topics'],
    ['an unknown field', { status: 'published' }, 'status'],
  ])('is refused with %s, and leaves the draft as it is', async (_what, body, field) => {
    const before = await tenant.admin('GET', `/drafts/${draftId}`);
    const refused = await tenant.admin<Refusal>('PATCH', `/drafts/${draftId}`, body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(refused.body.errors?.map((error) => error.field)).toContain(field);
    expect((await tenant.admin('GET', `/drafts/${draftId}`)).body).toEqual(before.body);
  });

  it('of what it contains already makes no version', async () => {
    const path = { id: draftId };
    const { title, version } = await tenant.api.getDraft({ path });
    const retitle = (to: string) => tenant.api.changeDraft({ path, body: { title: to } });
    expect((await retitle(title)).version).toBe(version);
    expect((await retitle('Blasting')).version).toBe(version + 1);
    const { items } = await tenant.api.listDraftVersions({ path });
    expect(items[0]).toMatchObject({ version: version + 1, changed: ['title'] });
  });
});

describe('a draft', () => {
  it('is not started for a need without a topic', async () => {
    await tenant.send({ event: 'signal.incident', data: { site: 'Site B' } });
    const need = (await tenant.resolvedNeeds()).find(({ topic }) => topic === null);
    expect(await tenant.admin('POST', `/needs/${need?.id}/author`, {})).toMatchObject({
      status: 409,
      body: { code: 'need_without_topic' },
    });
  });

  it('is neither started nor estimated for a need that is closed', async () => {
    const { id } = await raisedNeed(tenant, { site: 'Site C', topic: 'Quarry haul roads' });
    await dismiss(tenant, id, { reason: 'not_training' });
    for (const dryRun of [true, false])
      expect(await tenant.admin('POST', `/needs/${id}/author`, { dryRun })).toMatchObject({
        status: 409,
        body: { code: 'illegal_transition' },
      });
  });

  it('is started for a need that still waits for a draft which has ended', async () => {
    const { id } = await raisedNeed(tenant, { site: 'Site D', topic: 'Quarry dewatering pumps' });
    const ended = await startDraft(tenant, id);
    await tenant.api.cancelDraft({ path: { id: ended } });
    // As if more needs had waited for it than its end reopens at once.
    const waits = `status = 'authoring', draft_id = (select id from draft where topic = need.topic and tenant_id = $1)`;
    await engine.database.query(
      `update need set ${waits}, draft_status = 'ready' where tenant_id = $1 and topic = 'Quarry dewatering pumps'`,
      [tenant.id],
    );
    const next = await startDraft(tenant, id);
    expect(next).not.toBe(ended);
    expect(await needById(tenant, id)).toMatchObject({ status: 'authoring', authoring: { draftId: next } });
  });

  it('is not retried while another one of its topic is under way', async () => {
    const failed = await draftAbout(tenant, 'Quarry conveyor belts', 'Site E');
    const { id } = await raisedNeed(tenant, { site: 'Site F', topic: 'Quarry conveyor belts' });
    await engine.database.query(`update draft set status = 'failed' where topic = 'Quarry conveyor belts'`);
    await engine.database.query(
      `update need set status = 'open', draft_id = null, draft_status = null
        where tenant_id = $1 and topic = 'Quarry conveyor belts'`,
      [tenant.id],
    );
    const other = await startDraft(tenant, id);
    expect(other).not.toBe(failed.id);
    const refused = refusal(409, 'draft_under_way', { detail: expect.stringContaining(other) });
    expect(await tenant.admin('POST', `/drafts/${failed.id}/retry`)).toMatchObject(refused);
  });

  it('has only the versions that were saved', async () => {
    for (const version of ['0', '999', 'x', '99999999999'])
      expect((await tenant.admin('GET', `/drafts/${draftId}/versions/${version}`)).status).toBe(404);
  });
});
