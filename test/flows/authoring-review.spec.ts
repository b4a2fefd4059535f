import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { draftCourse } from '../factories/courses.js';
import { draftAbout, withoutClaims } from '../factories/drafts.js';
import { loggedInUser } from '../factories/users.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

interface Draft {
  status: string;
  version: number;
  lessons: Array<{ id: string; title: string; markdown: string; claims: object[] }>;
  quiz: Array<{ rationale: string }>;
  checks: Array<{ check: string; level: string; lessonId: string | null }>;
}

let engine: SharedEngine;
let tenant: TestTenant;
let path: string;

beforeAll(async () => {
  engine = await sharedEngine();
});

beforeEach(async () => {
  tenant = await engine.createTenant();
  path = `/drafts/${(await draftAbout(tenant, 'Zorbux conveyor restart')).id}`;
});

const draft = async (): Promise<Draft> => (await tenant.admin<Draft>('GET', path)).body;

describe('the review of a draft', () => {
  it('shows what to look at before anybody submits it, and follows every edit', async () => {
    const { checks, lessons } = await draft();
    expect(new Set(checks.filter(({ level }) => level === 'blocks').map(({ check }) => check))).toEqual(
      new Set(['missing_source']),
    );
    expect(checks.map(({ check }) => check)).toContain('safety_domain');
    const [first, ...others] = lessons;
    const edited = [{ ...first, markdown: 'Remove the guard while it runs.', claims: [] }, ...others];
    const { body } = await tenant.admin<Draft>('PATCH', path, { lessons: edited });
    expect(body.checks.filter(({ lessonId }) => lessonId === first?.id)).toMatchObject([
      { check: 'unsafe_instruction', level: 'warns' },
    ]);
  });

  it('has a preview of what its learner will see, as it was saved last, and no answer of the quiz', async () => {
    await tenant.admin('PATCH', path, { title: 'Restart <the> conveyor' });
    const response = await tenant.call('GET', `${path}/preview`);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
    const page = await response.text();
    const { lessons, quiz, version } = await draft();
    for (const part of ['Restart &#60;the&#62; conveyor', ...lessons.map(({ title }) => title)])
      expect(page).toContain(part);
    expect(page).toContain(`Question ${quiz.length} of ${quiz.length}`);
    expect(quiz.map(({ rationale }) => page.includes(rationale))).toEqual(quiz.map(() => false));
    expect((await draft()).version).toBe(version);
    const other = await engine.createTenant();
    const { status } = await other.admin('GET', `${path}/preview`);
    expect([response.status, status]).toEqual([200, 404]);
  });

  it('names the course of the library that teaches the same', async () => {
    const course = await draftCourse(tenant, { title: 'Zorbux conveyor restart', topics: [] });
    expect((await draft()).checks.map(({ check }) => check)).not.toContain('duplicate_course');
    await tenant.api.publishCourse({ path: { id: course.id } });
    expect((await draft()).checks.find(({ check }) => check === 'duplicate_course')).toMatchObject({
      level: 'warns',
      text: `The library has a course that teaches this: "Zorbux conveyor restart" (${course.id})`,
    });
  });

  it('shows what a version changed, line by line', async () => {
    const { lessons, version } = await draft();
    const [first, ...others] = lessons;
    const markdown = `${first?.markdown}\n- The key cabinet`;
    const { body } = await tenant.admin<Draft>('PATCH', path, {
      title: 'Restart',
      lessons: [{ ...first, markdown }, ...others],
    });
    const changed = await tenant.admin<{ changes: Array<{ field: string; lines: object[] }> }>(
      'GET',
      `${path}/versions/${body.version}`,
    );
    expect(changed.body.changes.map(({ field }) => field)).toEqual(['title', `lessons/${first?.id}/markdown`]);
    expect(changed.body.changes[0]?.lines).toEqual([
      { kind: 'removed', text: 'Zorbux conveyor restart' },
      { kind: 'added', text: 'Restart' },
    ]);
    expect(changed.body.changes[1]?.lines.at(-1)).toEqual({ kind: 'added', text: '- The key cabinet' });
    const written = await tenant.admin<{ changes: Array<{ kind: string }> }>('GET', `${path}/versions/${version}`);
    expect(new Set(written.body.changes.map(({ kind }) => kind))).toEqual(new Set(['added']));
  });

  it('has comments, on the whole or on a lesson, which make nobody an author of it', async () => {
    const rita = await loggedInUser(tenant, { email: 'rita@acme.example' });
    const { lessons, version } = await draft();
    const lessonId = lessons[1]?.id;
    await tenant.admin('POST', `${path}/comments`, { body: 'Please look at the isolation points.' });
    await rita.call('POST', `/admin${path}/comments`, { body: 'Which procedure?', lessonId });
    const { id: other } = await draftAbout(tenant, 'Flarn press set-up');
    await tenant.admin('POST', `/drafts/${other}/comments`, { body: 'Of another draft.' });
    const { body } = await tenant.admin<{ items: object[] }>('GET', `${path}/comments`);
    expect(body.items).toMatchObject([
      { author: expect.stringMatching(/^token:/), lessonId: null, version },
      { author: 'user:rita@acme.example', body: 'Which procedure?', lessonId },
    ]);
    expect(await tenant.admin('POST', `${path}/comments`, { body: 'x', lessonId: 'lesson-99' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'lessonId', message: 'names no lesson of the draft' }] },
    });
    const bare = withoutClaims(lessons);
    await tenant.admin('PATCH', path, { lessons: bare });
    await tenant.admin('POST', `${path}/submit`);
    expect(await rita.call('POST', `/admin${path}/approve`)).toMatchObject({ body: { status: 'approved' } });
  });
});
