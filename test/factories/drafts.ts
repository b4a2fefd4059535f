import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import type { SharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { ModelService } from '../harness/model-service.js';
import type { TestTenant } from '../harness/tenant.js';
import { raisedNeed } from './needs.js';

/** For a draft that waits for the sweep, too. */
const WRITTEN_MS = 40_000;

/** Has a course drafted for a need. @returns the id of the draft */
export async function startDraft(
  tenant: TestTenant,
  needId: string,
  body: Schemas['AuthorBody'] = {},
): Promise<string> {
  const { draftId } = await tenant.api.authorNeed({ path: { id: needId }, body });
  if (draftId === undefined) throw new Error(`no draft was started for ${needId}`);
  return draftId;
}

/** A new tenant with a need to draft a course for. The service forgets its calls. */
export async function needToDraft(
  engine: SharedEngine,
  service: ModelService,
): Promise<{ tenant: TestTenant; needId: string }> {
  const tenant = await engine.createTenant();
  const { id: needId } = await raisedNeed(tenant, { site: 'Site A', topic: 'Conveyor nip points' }, 'audit');
  service.calls.length = 0;
  return { tenant, needId };
}

/** The tokens that the balance of a tenant's month has as used. */
export async function tokensUsed({ database }: SharedEngine, { id }: TestTenant): Promise<number | undefined> {
  const [month] = await database.query<{ used: number }>(
    'select tokens_used::int as used from authoring_month where tenant_id = $1',
    [id],
  );
  return month?.used;
}

/** The lessons of a draft, struck of the claims that would block its approval. */
export const withoutClaims = <Lesson extends object>(lessons: readonly Lesson[]) =>
  lessons.map((lesson) => ({ ...lesson, claims: [] }));

export function draftById(tenant: TestTenant, id: string): Promise<Schemas['DraftView']> {
  return tenant.api.getDraft({ path: { id } });
}

/** The drafts of a tenant, as the list shows them. */
export async function draftsOf(tenant: TestTenant): Promise<ReadonlyArray<Schemas['DraftSummary']>> {
  return (await tenant.api.listDrafts()).items;
}

/** Waits until the drafts of a tenant are as expected, newest first. */
export function expectDrafts(tenant: TestTenant, expected: readonly object[]): Promise<void> {
  return eventually(async () => expect(await draftsOf(tenant)).toMatchObject(expected), WRITTEN_MS);
}

/** Waits until a draft is as expected: `{ status: 'failed' }`. */
export function expectDraft(tenant: TestTenant, id: string, expected: object): Promise<void> {
  return eventually(async () => expect(await draftById(tenant, id)).toMatchObject(expected), WRITTEN_MS);
}

/** Waits until a draft is ready for review. */
export async function readyDraft(tenant: TestTenant, id: string): Promise<Schemas['DraftView']> {
  await expectDraft(tenant, id, { status: 'ready' });
  return draftById(tenant, id);
}

/** A draft that is ready for review, for a new need about a topic at a site. */
export async function draftAbout(tenant: TestTenant, topic: string, site = 'Site A'): Promise<Schemas['DraftView']> {
  const { id } = await raisedNeed(tenant, { site, topic });
  return readyDraft(tenant, await startDraft(tenant, id));
}

/** The next attempt at the first step of the tenant's drafts is the last one, and fails. */
export async function letStepFail({ database }: SharedEngine, { id }: TestTenant): Promise<void> {
  await database.query(`update draft set failures = '{"unexpected": 4}' where tenant_id = $1`, [id]);
  await database.query(`update draft_step set name = 'no step of the writer' where tenant_id = $1`, [id]);
}

/** Takes {@link letStepFail} back. */
export async function letStepSucceed({ database }: SharedEngine, { id }: TestTenant): Promise<void> {
  await database.query(
    `update draft_step set name = (array['brief', 'outline', 'lessons', 'quiz', 'checks'])[position + 1]
      where tenant_id = $1`,
    [id],
  );
}

/** What a writer is asked to write about. */
export const CONVEYOR_BRIEF = {
  topic: 'Conveyor safety',
  category: 'Plant',
  subjects: ['Conveyor'],
  relatedCourses: ['Guarding'],
  passages: [],
};
