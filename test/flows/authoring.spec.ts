import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { publishedCourse } from '../factories/courses.js';
import { draftAbout, readyDraft, startDraft, withoutClaims } from '../factories/drafts.js';
import { expectNeed, needById, raisedNeed } from '../factories/needs.js';
import { consoleUser, loggedIn, loggedInUser } from '../factories/users.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

const REVIEWER = 'rita@acme.example';
const OWN_DRAFT = { status: 403, body: { code: 'approver_is_author' } };

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine();
});
beforeEach(async () => {
  tenant = await engine.createTenant();
});

/** A need about a topic that no course answers. @returns its id */
const needOf = async (topic: string, site = 'Site A'): Promise<string> =>
  (await raisedNeed(tenant, { site, topic })).id;

describe('a course that is drafted for a need', () => {
  it('is written in the background, with objectives, lessons and a quiz, and charged once', async () => {
    const id = await needOf('Forklift near misses at the loading dock');
    const { status, body } = await tenant.admin<{ draftId: string }>('POST', `/needs/${id}/author`, {});
    expect(status).toBe(202);
    const draft = await readyDraft(tenant, body.draftId);
    expect(draft.objectives.length).toBeGreaterThan(0);
    expect(draft.lessons.length).toBeGreaterThan(1);
    expect(draft.quiz.length).toBeGreaterThan(2);
    expect(draft.quiz.every(({ options, answer }) => options[answer] !== undefined)).toBe(true);
    expect(draft.steps.every((step) => step.status === 'done')).toBe(true);
    expect(draft.cost).toEqual({ drafts: 1, tokens: 0 });
    expect(await needById(tenant, id)).toMatchObject({
      status: 'authoring',
      authoring: { draftId: body.draftId, status: 'ready' },
    });
    const usage = { plan: 'free', drafts: { limit: 5, used: 1, reserved: 0, left: 4 } };
    expect(await tenant.api.getAuthoringUsage()).toMatchObject(usage);
    const ledger = await tenant.api.listAuthoringLedger();
    expect(ledger.items.map(({ kind }) => kind)).toEqual(['settled', 'reserved']);
  });

  it('names the longest topic as it was reported, in titles that an edit accepts', async () => {
    const topic = `Pallets of $& and $' ${'and crates '.repeat(30)}`.slice(0, 255).trim();
    const draft = await draftAbout(tenant, topic);
    expect(draft.objectives.join(' ')).toContain(topic);
    const { title, summary, objectives, audience, estimatedMinutes, topics, lessons, quiz } = draft;
    const body = { title, summary, objectives, audience, estimatedMinutes, topics, lessons, quiz };
    const changed = await tenant.api.changeDraft({ path: { id: draft.id }, body });
    expect(changed).toMatchObject({ version: draft.version, title });
  });

  it('is the same for all needs with its topic, in every spelling', async () => {
    const first = await needOf('Boom lift incident review', 'North');
    const second = await needOf('boom  lift INCIDENT review', 'South');
    const draftId = await startDraft(tenant, first);
    expect((await readyDraft(tenant, draftId)).needs).toBe(2);
    expect(await needById(tenant, second)).toMatchObject({ status: 'authoring' });
    const third = await needOf('Boom lift incident review', 'East');
    expect(await startDraft(tenant, third)).toBe(draftId);
    expect((await readyDraft(tenant, draftId)).needs).toBe(3);
  });

  it('passes review by another person, and is published as a course that its needs are recommended', async () => {
    const reviewer = await loggedInUser(tenant, { email: REVIEWER });
    const id = await needOf('Overhead crane near miss');
    const draftId = await startDraft(tenant, id);
    const ready = await readyDraft(tenant, draftId);
    const move = (name: string) =>
      tenant.admin<Schemas['DraftView'] & { code: string }>('POST', `/drafts/${draftId}/${name}`);
    expect((await move('approve')).body.code).toBe('illegal_move');
    expect((await move('submit')).body.status).toBe('in_review');
    expect(await move('approve')).toMatchObject({ status: 403, body: { code: 'approver_not_signed_in' } });
    const approve = () =>
      reviewer.call<Schemas['DraftView'] & { code: string }>('POST', `/admin/drafts/${draftId}/approve`);
    expect(await approve()).toMatchObject({ status: 409, body: { code: 'unsourced_claims' } });
    const lessons = ready.lessons.map((lesson) => ({
      ...lesson,
      claims: lesson.claims.map(({ text }) => ({ text, source: 'Crane procedure 7.2' })),
    }));
    expect((await tenant.admin('PATCH', `/drafts/${draftId}`, { lessons })).body).toMatchObject({ status: 'ready' });
    await move('submit');
    expect((await approve()).body).toMatchObject({ status: 'approved' });
    const published = await move('publish');
    expect(published.body).toMatchObject({ status: 'published', courseId: expect.stringMatching(/^crs_/) });
    expect((await auditOf(tenant, { subject: draftId })).slice(-2)).toMatchObject([
      { actor: `user:${REVIEWER}`, action: 'draft.approved' },
      { actor: expect.stringMatching(/^token:/), action: 'draft.published' },
    ]);
    const recommendation = { kind: 'course', courseId: published.body.courseId };
    await expectNeed(tenant, id, { status: 'open', recommendation });
  });

  it('cannot be approved by whoever edited it, even signed in', async () => {
    const editor = await loggedInUser(tenant, { email: REVIEWER });
    const { id: draftId, lessons } = await draftAbout(tenant, 'Acid spill in bay four');
    await editor.call('PATCH', `/admin/drafts/${draftId}`, { lessons: withoutClaims(lessons) });
    await tenant.api.submitDraft({ path: { id: draftId } });
    expect(await editor.call('POST', `/admin/drafts/${draftId}/approve`)).toMatchObject(OWN_DRAFT);
  });

  it('cannot be approved by whoever submitted it under an earlier e-mail address', async () => {
    const { id } = await consoleUser(tenant, { email: REVIEWER });
    const editor = await loggedIn(tenant, REVIEWER);
    const { id: draftId } = await draftAbout(tenant, 'Acid spill in bay five');
    await editor.call('POST', `/admin/drafts/${draftId}/submit`);
    expect((await editor.call('PATCH', `/admin/users/${id}`, { email: `new.${REVIEWER}` })).status).toBe(200);
    expect(await editor.call('POST', `/admin/drafts/${draftId}/approve`)).toMatchObject(OWN_DRAFT);
  });

  it('that is cancelled gives its needs back', async () => {
    const id = await needOf('Telehandler tip-over');
    const draft = await readyDraft(tenant, await startDraft(tenant, id));
    const cancelled = await tenant.api.cancelDraft({ path: { id: draft.id } });
    expect(cancelled).toMatchObject({ status: 'cancelled', needs: 0 });
    expect(await needById(tenant, id)).toMatchObject({ status: 'open' });
    expect(await startDraft(tenant, id)).not.toBe(draft.id);
  });

  it('is not started where the library answers the topic, unless that is asked for', async () => {
    const course = await publishedCourse(tenant, { topics: ['Manual Handling'] });
    const id = await needOf('Manual Handling');
    const author = (body: object) => tenant.admin('POST', `/needs/${id}/author`, body);
    const available = { title: 'Conflict', code: 'course_available', courseId: course.id };
    expect(await author({})).toMatchObject({ status: 409, body: available });
    expect((await author({ dryRun: true, force: true })).body).toEqual({ drafts: 1, tokens: 0, left: 5 });
    expect((await author({ force: true })).status).toBe(202);
  });
});
