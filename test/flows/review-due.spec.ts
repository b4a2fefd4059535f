import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { draftAbout } from '../factories/drafts.js';
import { consoleUser, loggedIn } from '../factories/users.js';
import { uploadDocument } from '../harness/documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { EventStream } from '../harness/event-stream.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const STOPPING = '# Conveyor rules\n\n## Stopping\n\nPull the cord to stop the conveyor.';

let engine: SharedEngine;
let tenant: TestTenant;
let id: string;
let documentId: string;

beforeAll(async () => {
  engine = await sharedEngine();
});

const upload = async (content: string) =>
  (await uploadDocument(tenant, { title: 'Conveyor rules', name: 'rules.md', content })).body.id ?? '';
const draft = (): Promise<Schemas['DraftView']> => tenant.api.getDraft({ path: { id } });
const edit = (body: Schemas['ChangeDraftBody']): Promise<Schemas['DraftView']> =>
  tenant.api.changeDraft({ path: { id }, body });
const dueDrafts = async (reviewDue: 'true' | 'false'): Promise<string[]> =>
  (await tenant.api.listDrafts({ query: { reviewDue } })).items.map((item) => item.id);
const dueCourses = async (): Promise<string[]> =>
  (await tenant.api.listCourses({ query: { reviewDue: 'true' } })).items.map((item) => item.id);
const storedPassages = async (): Promise<string[]> =>
  (
    await engine.database.query<{ text: string }>(
      'select text from passage join document using (tenant_id) join tenant on tenant.id = tenant_id where slug = $1 order by passage.id',
      [tenant.slug],
    )
  ).map(({ text }) => text);

/** What an edit has to send of a draft whose lessons stay. */
const lessonsOf = ({ lessons }: Schemas['DraftView'], keep = true): Schemas['LessonBody'][] =>
  lessons.map((lesson) => ({
    ...lesson,
    claims: keep ? lesson.claims.filter(({ source }) => source !== null).map((claim) => ({ ...claim })) : [],
  }));

beforeEach(async () => {
  tenant = await engine.createTenant();
  documentId = await upload(STOPPING);
  ({ id } = await draftAbout(tenant, 'Stopping a conveyor'));
});

/** Publishes the draft, which another person has to approve. */
async function publish(): Promise<string> {
  await edit({ lessons: lessonsOf(await draft()) });
  await tenant.api.submitDraft({ path: { id } });
  await consoleUser(tenant, { email: 'rita@acme.example' });
  const rita = await loggedIn(tenant, 'rita@acme.example');
  await rita.call('POST', `/admin/drafts/${id}/approve`);
  return (await tenant.api.publishDraft({ path: { id } })).courseId ?? '';
}

describe('a draft that cites a document', () => {
  it('is due for review from the next version of the document until it cites that', async () => {
    expect(await draft()).toMatchObject({ reviewDueSince: null });
    await upload(`${STOPPING} Then lock it.`);
    expect(await draft()).toMatchObject({ reviewDueSince: expect.stringMatching(/^\d{4}-.*Z$/) });
    expect([await dueDrafts('true'), await dueDrafts('false')]).toEqual([[id], []]);
    expect(await edit({ title: 'Stop it' })).toMatchObject({ reviewDueSince: expect.any(String) });
    const [current] = (await tenant.api.getDocumentPassages({ path: { id: documentId } })).items;
    const lessons = lessonsOf(await draft()).map((lesson) => ({
      ...lesson,
      claims: lesson.claims.map(({ text }) => ({ text, source: { documentId, passageId: current?.id ?? '' } })),
    }));
    expect(await edit({ lessons })).toMatchObject({ reviewDueSince: null });
    expect([await dueDrafts('true'), await dueDrafts('false')]).toEqual([[], [id]]);
  });

  it('is due for review when the document is deleted, unless it no longer cites it', async () => {
    await edit({ lessons: lessonsOf(await draft(), false) });
    await upload('# Conveyor rules\n\nPress the button.');
    expect(await dueDrafts('true')).toEqual([]);
    const [current] = (await tenant.api.getDocumentPassages({ path: { id: documentId } })).items;
    const [first, ...others] = lessonsOf(await draft());
    const claims = [{ text: 'Press', source: { documentId, passageId: current?.id ?? '' } }];
    await edit({ lessons: [{ ...first, claims } as Schemas['LessonBody'], ...others] });
    await tenant.api.removeDocument({ path: { id: documentId } });
    expect(await dueDrafts('true')).toEqual([id]);
    await tenant.api.cancelDraft({ path: { id } });
    expect(await dueDrafts('true')).toEqual([]);
  });

  it('keeps the passages that it cites, and no others, of earlier versions', async () => {
    await upload(`${STOPPING}\n\n## Starting\n\nLook around.`);
    expect(await storedPassages()).toHaveLength(3);
    await upload('# Conveyor rules\n\nPress the button.');
    expect(await storedPassages()).toEqual(['Pull the cord to stop the conveyor.', 'Press the button.']);
  });
});

describe('the stream of changes', () => {
  /** Expects an event of this kind about a new version, and not about what happened before. */
  async function expectTold(kind: 'draft' | 'course', content: string): Promise<void> {
    const client = await EventStream.open(engine.url, tenant.adminToken);
    await sleep(500);
    const before = client.ofKind(kind).length;
    await upload(content);
    await eventually(() => Promise.resolve(expect(client.ofKind(kind).length).toBeGreaterThan(before)), 5_000);
    client.close();
  }

  it('contains what is due for review: a draft, and then the course that it was published as', async () => {
    await expectTold('draft', `${STOPPING} Then lock it.`);
    await tenant.api.confirmCourseReview({ path: { id: await publish() } });
    await expectTold('course', '# Conveyor rules\n\nPress the button.');
  });
});

describe('a course that was published from a draft', () => {
  it('is due for review from the next version of a document until an author confirms it', async () => {
    const courseId = await publish();
    expect(await dueCourses()).toEqual([]);
    await upload('# Conveyor rules\n\nPress the button.');
    expect(await dueCourses()).toEqual([courseId]);
    const path = { id: courseId };
    const due = await tenant.api.getCourse({ path });
    expect(due.reviewDueSince).not.toBeNull();
    expect(await tenant.api.confirmCourseReview({ path })).toMatchObject({
      version: due.version + 1,
      reviewDueSince: null,
    });
    expect(await tenant.api.confirmCourseReview({ path })).toMatchObject({ version: due.version + 1 });
    expect(await dueCourses()).toEqual([]);
    const { items } = await tenant.api.listAudit({ query: { subject: courseId, limit: 1 } });
    expect(items[0]).toMatchObject({ action: 'course.reviewed' });
  });

  it('is not confirmed by an author who has not seen the latest version of the document', async () => {
    const path = { id: await publish() };
    await upload('# Conveyor rules\n\nPress the button.');
    const { version } = await tenant.api.getCourse({ path });
    await upload('# Conveyor rules\n\nPull the lever.');
    const confirm = (seen: number) =>
      tenant.admin('POST', `/courses/${path.id}/reviewed`, undefined, { 'if-match': `"${seen}"` });
    expect(await confirm(version)).toMatchObject({ status: 412, body: { code: 'stale' } });
    expect(await confirm(version + 1)).toMatchObject({ status: 200, body: { reviewDueSince: null } });
  });

  it('is due for review at once if its draft was', async () => {
    await upload('# Conveyor rules\n\nPress the button.');
    const courseId = await publish();
    expect(await dueCourses()).toEqual([courseId]);
    expect(await dueDrafts('true')).toEqual([]);
  });
});
