import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProblem, type Schemas } from '#client';
import { changeTenant } from '../factories/tenants.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually, eventuallyLocked } from '../harness/eventually.js';
import { LearnerPage } from '../harness/learner-page.js';
import type { TestTenant } from '../harness/tenant.js';

const QUIZ = [
  {
    question: 'Who isolates the machine?',
    options: ['Nobody', 'You', 'A visitor'],
    answer: 1,
    rationale: 'Your lock.',
  },
  { question: 'What comes first?', options: ['Stop', 'Repair'], answer: 0, rationale: 'Stop it first.' },
];
const COURSE = {
  title: 'Lockout',
  topics: ['Lockout'],
  content: '## Steps\n\nStop, lock, **test**. [More](https://example.com/loto)',
  quiz: QUIZ,
  estimatedMinutes: 1,
};

describe('a learner with a link', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  /** An assignment of the course to the only person of a need. */
  async function assigned(
    course: Schemas['CreateCourseBody'] = COURSE,
  ): Promise<{ id: string; needId: string; operationId: string }> {
    const { id: courseId } = await tenant.api.createCourse({ body: course });
    await tenant.api.publishCourse({ path: { id: courseId } });
    await tenant.api.createWorker({ body: { name: 'Ana Silva', externalWorkerId: 'E-1' } });
    await tenant.send({ event: 'signal.incident', data: { external_worker_id: 'E-1', topic: course.title } });
    const [need] = await tenant.resolvedNeeds();
    const { operationId } = await tenant.api.offerNeed({ path: { id: need?.id ?? '' }, body: { courseId } });
    const [assignment] = (await tenant.api.listAssignments()).items;
    return { id: assignment?.id ?? '', needId: need?.id ?? '', operationId: operationId ?? '' };
  }
  const link = async (id: string, body = {}): Promise<LearnerPage> =>
    new LearnerPage((await tenant.api.createAssignmentLink({ path: { id }, body })).learnUrl);
  const statusOf = async (id: string): Promise<string> => (await tenant.api.getAssignment({ path: { id } })).status;

  it('reads the course, answers wrong and then right, and the need is completed, once', async () => {
    const { id, needId } = await assigned();
    const page = await link(id);
    const course = await page.read();
    expect(course.status).toBe(200);
    const parts = [
      'Ana Silva',
      '<h1>Lockout</h1>',
      'about a minute.',
      '<strong>test</strong>',
      QUIZ[0]?.question,
      '80 %',
    ];
    for (const part of parts) expect(course.text).toContain(part);
    expect(course.text).not.toContain('Your lock.');

    const failed = await page.answer([0, 0]);
    expect(failed.text).toContain('Not passed yet.');
    expect(failed.text).toContain('1 of 2 answers are right (50 %)');
    expect(failed.text).not.toContain('Your lock.');
    expect(await statusOf(id)).toBe('assigned');

    const passed = await page.answer([1, 0]);
    expect(passed.text).toContain('Completed on');
    expect(passed.text).toContain('Your lock.');
    expect(passed.text).not.toContain('<form');
    expect(await statusOf(id)).toBe('completed');
    expect((await tenant.api.getNeed({ path: { id: needId } })).status).toBe('completed');

    await page.answer([1, 0]);
    const { attempts } = await tenant.api.getAssignmentLearning({ path: { id } });
    expect(attempts.map(({ correct, passed: isPassed }) => [correct, isPassed])).toEqual([
      [2, true],
      [1, false],
    ]);
    const past = await new LearnerPage(`${page.url}?attempt=${attempts[1]?.id}`).read();
    expect(past.text).toContain('Completed on');
    expect(past.text).not.toContain('50 %');
    const { items } = await tenant.api.listAudit({ query: { subject: id } });
    expect(items.filter(({ action }) => action === 'assignment.completed')).toEqual([
      expect.objectContaining({ actor: expect.stringMatching(/^learner:wrk_/) }),
    ]);
  });

  it('who sends the right answers twice at once completes it once', async () => {
    const { id } = await assigned();
    const page = await link(id);
    const { version } = await page.read();
    await Promise.all([1, 2, 3, 4].map(() => page.send({ version, 'answer-0': '1', 'answer-1': '0' })));
    const { attempts } = await tenant.api.getAssignmentLearning({ path: { id } });
    expect(attempts).toHaveLength(1);
  });

  it('confirms a course without a quiz', async () => {
    const { id } = await assigned({ title: 'Policy', content: 'Read this.' });
    const page = await link(id);
    expect((await page.read()).text).toContain('I have read this and understood it');
    expect((await page.answer([])).text).toContain('Completed on');
    expect(await statusOf(id)).toBe('completed');
  });

  it('cannot read or complete the course while the tenant is suspended', async () => {
    const { id } = await assigned();
    const page = await link(id);
    const { version } = await page.read();
    await changeTenant(engine, tenant, { status: 'suspended' });
    expect((await page.read()).text).toContain('This link is not valid');
    expect((await page.send({ version, 'answer-0': '1', 'answer-1': '0' })).status).toBe(404);
    await changeTenant(engine, tenant, { status: 'active' });
    expect((await page.read()).text).toContain('Ana Silva');
    expect(await statusOf(id)).toBe('assigned');
  });

  it('opens a course that is taken elsewhere, and cannot complete it here', async () => {
    const { id } = await assigned({ title: 'Elsewhere', launchUrl: 'https://lms.example.com/c/1', quiz: [] });
    const page = await link(id);
    expect((await page.read()).text).toContain('href="https://lms.example.com/c/1"');
    await page.answer([]);
    expect(await statusOf(id)).toBe('assigned');
  });

  it('cannot complete a course that has no material yet', async () => {
    const { id } = await assigned({ title: 'Empty' });
    const page = await link(id);
    expect((await page.read()).text).toContain('This course has no material yet.');
    for (const version of ['1', '2']) await page.send({ version });
    expect(await statusOf(id)).toBe('assigned');
  });

  it('keeps the chosen answers if one is missing, and is asked to read a changed course again', async () => {
    const { id } = await assigned();
    const page = await link(id);
    const incomplete = await page.answer([1]);
    expect(incomplete.status).toBe(422);
    expect(incomplete.text).toContain('question 2');
    expect(incomplete.text).toMatch(/value="1"\s+required\s+checked/);
    const { version } = await page.read();
    const [course] = (await tenant.api.listCourses()).items;
    await tenant.api.changeCourse({ path: { id: course?.id ?? '' }, body: { content: 'New steps' } });
    const changed = await page.send({ version, 'answer-0': '1', 'answer-1': '0' });
    expect([changed.status, changed.text.includes('New steps')]).toEqual([409, true]);
    expect(await statusOf(id)).toBe('assigned');
  });

  it('cannot find the answers by trying', async () => {
    const { id } = await assigned();
    const page = await link(id);
    for (let attempt = 0; attempt < 10; attempt++) expect((await page.answer([0, 1])).status).toBe(200);
    const refused = await page.answer([1, 0]);
    expect([refused.status, refused.text.includes('try again later')]).toEqual([429, true]);
    expect(await statusOf(id)).toBe('assigned');
  });

  it('sees nothing of the material that runs or loads something', async () => {
    const { id } = await assigned({
      title: 'Hostile',
      content:
        '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) ![i](https://evil.example/i.png)\n\n[b](data:text/html,x)',
      quiz: [
        { ...QUIZ[0], question: '<b onclick=x>?</b>', options: ['<i>', '</fieldset>'], answer: 0, rationale: '<u>' },
      ],
    });
    const { text, headers } = await (await link(id)).read();
    expect(text).not.toMatch(/<script|<img|<b onclick|<i>|<a href="(?:javascript|data):/);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  describe('that is not valid', () => {
    it.each<[string, (id: string) => Promise<unknown>]>([
      ['replaced', (id) => link(id)],
      ['revoked', (id) => tenant.api.revokeAssignmentLink({ path: { id } })],
      [
        'expired',
        () =>
          engine.database.query("update assignment_link set expires_at = now() - interval '1 s' where tenant_id = $1", [
            tenant.id,
          ]),
      ],
    ])('because it is %s sees the same page as with an unknown one', async (_name, end) => {
      const { id } = await assigned();
      const page = await link(id);
      await end(id);
      const unknown = await new LearnerPage(page.url.slice(0, -4) + 'AAAA').read();
      expect(unknown.status).toBe(404);
      expect(unknown.text).toContain('This link is not valid');
      expect(await page.read()).toMatchObject({ status: 404, text: unknown.text });
      await page.send({ version: '1', 'answer-0': '1', 'answer-1': '0' });
      expect(await statusOf(id)).toBe('assigned');
    });

    it('because the assignment was cancelled sees that nothing is to be done', async () => {
      const { id } = await assigned();
      const page = await link(id);
      await tenant.api.cancelAssignment({ path: { id } });
      expect((await page.read()).text).toContain('no longer assigned to you');
    });

    it('because its offer was undone sees that nothing is to be done', async () => {
      const { id, operationId } = await assigned();
      const page = await link(id);
      await tenant.api.undoOperation({ path: { id: operationId } });
      await eventually(async () => expect((await tenant.api.listAssignments()).items).toEqual([]));
      expect((await page.read()).text).toContain('no longer assigned to you');
      expect((await page.answer([1, 0])).text).toContain('no longer assigned to you');
    });

    it.each([
      ['cancelled', "update assignment set status = 'cancelled' where tenant_id = $1"],
      ['removed with its offer', 'delete from assignment where tenant_id = $1'],
    ])('because the assignment is %s while the answers are sent sees that nothing is to be done', async (_how, end) => {
      const { id, needId } = await assigned();
      const page = await link(id);
      await engine.database.inTransaction(async (ending) => {
        await ending.query('select from need where tenant_id = $1 for update', [tenant.id]);
        const answered = page.answer([1, 0]);
        await eventuallyLocked(engine);
        await ending.query(end, [tenant.id]);
        await ending.query('commit');
        expect((await answered).text).toContain('no longer assigned to you');
      });
      expect((await tenant.api.getNeed({ path: { id: needId } })).status).toBe('offered');
    });
  });

  it('of an ended assignment gets none', async () => {
    const { id } = await assigned();
    await tenant.api.completeAssignment({ path: { id }, body: {} });
    const refused: unknown = await link(id).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ApiProblem);
    expect(refused).toMatchObject({ status: 409, code: 'assignment_completed' });
  });
});
