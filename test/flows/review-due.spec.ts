import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { auditOf } from '../factories/audit.js';
import { draftAbout, draftById, withoutClaims } from '../factories/drafts.js';
import { loggedInUser } from '../factories/users.js';
import { uploadDocument } from '../harness/documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { EventStream } from '../harness/event-stream.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

/** Versions of a document: the second does not have the passage of the first. */
const STOPPING = '# Conveyor rules\n\n## Stopping\n\nPull the cord to stop the conveyor.';
const PRESSING = '# Conveyor rules\n\nPress the button.';

let engine: SharedEngine;
let tenant: TestTenant;
let id: string;
let documentId: string;

beforeAll(async () => {
  engine = await sharedEngine();
});

const upload = async (content: string) =>
  (await uploadDocument(tenant, { title: 'Conveyor rules', name: 'rules.md', content })).body.id ?? '';
const draft = (): Promise<Schemas['DraftView']> => draftById(tenant, id);
const edit = (body: Schemas['ChangeDraftBody']): Promise<Schemas['DraftView']> =>
  tenant.api.changeDraft({ path: { id }, body });
const dueDrafts = async (reviewDue: 'true' | 'false'): Promise<string[]> =>
  (await tenant.api.listDrafts({ query: { reviewDue } })).items.map((item) => item.id);
const dueCourses = async (): Promise<string[]> =>
  (await tenant.api.listCourses({ query: { reviewDue: 'true' } })).items.map((item) => item.id);
const storedPassages = async (): Promise<string[]> => {
  const stored = 'select text from passage join document using (tenant_id) where tenant_id = $1 order by passage.id';
  return (await engine.database.query<{ text: string }>(stored, [tenant.id])).map(({ text }) => text);
};
/** What a claim names to cite the current version of the document. */
const currentSource = async () => {
  const [passage] = (await tenant.api.getDocumentPassages({ path: { id: documentId } })).items;
  return { documentId, passageId: passage?.id ?? '' };
};
/** The lessons of a draft, with the claims that have a source. */
const lessonsOf = ({ lessons }: Schemas['DraftView']): Schemas['LessonBody'][] =>
  lessons.map(({ claims, ...lesson }) => ({ ...lesson, claims: claims.filter(({ source }) => source !== null) }));

beforeEach(async () => {
  tenant = await engine.createTenant();
  documentId = await upload(STOPPING);
  ({ id } = await draftAbout(tenant, 'Stopping a conveyor'));
});

/** Publishes the draft, which another person has to approve. */
async function publish(): Promise<string> {
  await edit({ lessons: lessonsOf(await draft()) });
  await tenant.api.submitDraft({ path: { id } });
  const rita = await loggedInUser(tenant, { email: 'rita@acme.example' });
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
    const source = await currentSource();
    const lessons = lessonsOf(await draft()).map(({ claims, ...lesson }) => ({
      ...lesson,
      claims: claims.map(({ text }) => ({ text, source })),
    }));
    expect(await edit({ lessons })).toMatchObject({ reviewDueSince: null });
    expect([await dueDrafts('true'), await dueDrafts('false')]).toEqual([[], [id]]);
  });

  it('is due for review when the document is deleted, unless it no longer cites it', async () => {
    await edit({ lessons: withoutClaims((await draft()).lessons) });
    await upload(PRESSING);
    expect(await dueDrafts('true')).toEqual([]);
    const [first, ...others] = lessonsOf(await draft());
    const claims = [{ text: 'Press', source: await currentSource() }];
    await edit({ lessons: [{ ...first, claims } as Schemas['LessonBody'], ...others] });
    await tenant.api.removeDocument({ path: { id: documentId } });
    expect(await dueDrafts('true')).toEqual([id]);
    await tenant.api.cancelDraft({ path: { id } });
    expect(await dueDrafts('true')).toEqual([]);
  });

  it('keeps the passages that it cites, and no others, of earlier versions', async () => {
    await upload(`${STOPPING}\n\n## Starting\n\nLook around.`);
    expect(await storedPassages()).toHaveLength(3);
    await upload(PRESSING);
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
    await expectTold('course', PRESSING);
  });
});

describe('a course that was published from a draft', () => {
  it('is due for review from the next version of a document until an author confirms it', async () => {
    const path = { id: await publish() };
    expect(await dueCourses()).toEqual([]);
    await upload(PRESSING);
    expect(await dueCourses()).toEqual([path.id]);
    const due = await tenant.api.getCourse({ path });
    expect(due.reviewDueSince).not.toBeNull();
    const confirmed = { version: due.version + 1, reviewDueSince: null };
    for (let time = 0; time < 2; time++)
      expect(await tenant.api.confirmCourseReview({ path })).toMatchObject(confirmed);
    expect(await dueCourses()).toEqual([]);
    expect((await auditOf(tenant, { subject: path.id })).at(-1)).toMatchObject({ action: 'course.reviewed' });
  });

  it('is not confirmed by an author who has not seen the latest version of the document', async () => {
    const path = { id: await publish() };
    await upload(PRESSING);
    const { version } = await tenant.api.getCourse({ path });
    await upload('# Conveyor rules\n\nPull the lever.');
    const confirm = (seen: number) =>
      tenant.admin('POST', `/courses/${path.id}/reviewed`, undefined, { 'if-match': `"${seen}"` });
    expect(await confirm(version)).toMatchObject({ status: 412, body: { code: 'stale' } });
    expect(await confirm(version + 1)).toMatchObject({ status: 200, body: { reviewDueSince: null } });
  });

  it('is due for review at once if its draft was', async () => {
    await upload(PRESSING);
    const courseId = await publish();
    expect(await dueCourses()).toEqual([courseId]);
    expect(await dueDrafts('true')).toEqual([]);
  });
});
