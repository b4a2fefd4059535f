import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { waitForDatabase } from '#platform/database';
import { TenantsService, UserSetup } from '#tenancy';
import { DemoSession } from './demo-session.js';

/** The topic of a need of the demo that no course answers. */
const TOPIC = 'Radiation Protection';
const AUTHOR = { email: 'lena.fischer@acme.com', name: 'Lena Fischer', role: 'author' } as const;

const TITLE = 'Radiation Protection at the Container Scanner';
const AUDIENCE = 'Scanner operators, drivers and everybody who works inside the fence of the container scanner';
/** The sources that the author gives for the claims, in their order. */
const SOURCES = [
  'Local Rules LR-04 "Container scanner", section 2',
  'Local Rules LR-04 "Container scanner", section 5',
  'Dose register of the radiation protection supervisor',
  'Maintenance file of the scanner, page 3',
];
/** What the author fills in, by lesson. */
const FILLED_IN: ReadonlyArray<readonly string[]> = [
  [
    'The scanner at Harbour Terminal, lane 3, and nothing else on our sites',
    'The fence with the red lamp is the edge of the controlled area',
  ],
  [
    'The lamp and the horn run for ten seconds before each scan',
    'Two emergency stops: at the lane gate and at the desk',
  ],
  [
    'Dosemeters hang in the control room, one for each operator',
    'They are changed on the first Monday of each quarter',
  ],
  ['Shift leader Harbour Terminal: extension 4410', 'Radiation protection supervisor: extension 4427, day and night'],
];

const RETRY_MS = 200;
/** A busy machine needs longer; the demo is complete without a draft in review. */
const MAX_ATTEMPTS = 100;

interface Demo {
  readonly url: string;
  readonly slug: string;
  /** The admin's. */
  readonly login: { readonly email: string; readonly password: string };
}

interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
  readonly claims: ReadonlyArray<{ readonly text: string; readonly source: string | null }>;
}

interface Draft {
  readonly status: string;
  readonly lessons: readonly Lesson[];
}

/**
 * Has a course drafted, which an author then edits twice, discusses with the admin and submits: a draft in review with
 * a history, which the admin can approve. Without effect where that was done before.
 */
export async function makeReviewedDraft(app: INestApplicationContext, { url, slug, login }: Demo): Promise<void> {
  const password = randomBytes(15).toString('base64url');
  await waitForDatabase(new Logger('Start'), async () => {
    const { id: tenantId } = await app.get(TenantsService).find(slug);
    await app.get(UserSetup).setUp({ tenantId, actor: 'demo' }, AUTHOR, password);
  });
  const author = await DemoSession.of(url, slug, { email: AUTHOR.email, password });
  const needId = await needWithoutCourse(author);
  if (needId === null) return;
  const { draftId } = await author.call<{ draftId: string }>('POST', `/needs/${needId}/author`, {});
  const path = `/drafts/${draftId}`;
  const draft = await readyDraft(author, path);
  if (draft === null) return;
  await author.call('PATCH', path, { title: TITLE, audience: AUDIENCE, lessons: sourced(draft.lessons) });
  const admin = await DemoSession.of(url, slug, login);
  const body = 'Please add what is particular to our lane: the drivers ask about the lamp and the emergency stops.';
  await admin.call('POST', `${path}/comments`, { body, lessonId: draft.lessons[1]?.id });
  const { lessons } = await author.call<Draft>('GET', path);
  await author.call('PATCH', path, { lessons: filledIn(lessons) });
  await author.call('POST', `${path}/comments`, {
    body: 'Added from the local rules, with the numbers of both extensions.',
  });
  await author.call('POST', `${path}/submit`);
}

/** The id of the need, once the worker has matched it; null: not in time. */
async function needWithoutCourse(session: DemoSession, tries = MAX_ATTEMPTS): Promise<string | null> {
  const query = new URLSearchParams({ topic: TOPIC, limit: '1' });
  const { items } = await session.call<{ items: Array<{ id: string; recommendation: { kind: string } }> }>(
    'GET',
    `/needs?${query.toString()}`,
  );
  const [need] = items;
  if (need !== undefined && need.recommendation.kind !== 'pending')
    return need.recommendation.kind === 'author_one' ? need.id : null;
  if (tries === 0) return null;
  await sleep(RETRY_MS);
  return needWithoutCourse(session, tries - 1);
}

/** Null: it is not ready in time, or has been edited before. */
async function readyDraft(session: DemoSession, path: string, tries = MAX_ATTEMPTS): Promise<Draft | null> {
  const draft = await session.call<Draft>('GET', path);
  if (draft.status === 'ready') return draft;
  if (tries === 0 || (draft.status !== 'queued' && draft.status !== 'drafting')) return null;
  await sleep(RETRY_MS);
  return readyDraft(session, path, tries - 1);
}

function sourced(lessons: readonly Lesson[]): Lesson[] {
  return lessons.map((lesson, number) => ({
    ...lesson,
    claims: lesson.claims.map(({ text, source }, index) => ({
      text,
      source: source ?? SOURCES[(number + index) % SOURCES.length] ?? null,
    })),
  }));
}

function filledIn(lessons: readonly Lesson[]): Lesson[] {
  return lessons.map((lesson, number) => {
    const lines = FILLED_IN[number] ?? [];
    if (lines.length === 0) return lesson;
    const [text = ''] = lesson.markdown.split('### Fill in');
    return {
      ...lesson,
      markdown: `${text.trim()}\n\n### At Harbour Terminal\n\n${lines.map((line) => `- ${line}`).join('\n')}`,
    };
  });
}
