import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LOCKOUT, assignedByOffer, assignmentStatus, learnerPage } from '../factories/learning.js';
import { needById } from '../factories/needs.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { LearnerPage } from '../harness/learner-page.js';
import type { TestTenant } from '../harness/tenant.js';

describe('a learner with a link', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;
  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  it('reads the course, answers wrong and then right, and the need is completed, once', async () => {
    const { id, needId } = await assignedByOffer(tenant);
    const page = await learnerPage(tenant, id);
    const course = await page.read();
    expect(course.status).toBe(200);
    for (const part of ['Ana Silva', '<h1>Lockout</h1>', 'about a minute.', '<strong>test</strong>', '80 %'])
      expect(course.text).toContain(part);
    expect(course.text).toContain(LOCKOUT.quiz[0]?.question);
    expect(course.text).not.toContain('Your lock.');

    const failed = await page.answer([0, 0]);
    expect(failed.text).toContain('Not passed yet.');
    expect(failed.text).toContain('1 of 2 answers are right (50 %)');
    expect(failed.text).not.toContain('Your lock.');
    expect(await assignmentStatus(tenant, id)).toBe('assigned');

    const passed = await page.answer([1, 0]);
    expect(passed.text).toContain('Completed on');
    expect(passed.text).toContain('Your lock.');
    expect(passed.text).not.toContain('<form');
    expect(await assignmentStatus(tenant, id)).toBe('completed');
    expect((await needById(tenant, needId)).status).toBe('completed');

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
      expect.objectContaining({
        actor: expect.stringMatching(/^learner:wrk_/),
        after: { status: 'completed', completedAt: expect.stringMatching(/Z$/) },
      }),
    ]);
  });

  it('who sends the right answers twice at once completes it once', async () => {
    const { id } = await assignedByOffer(tenant);
    const page = await learnerPage(tenant, id);
    const { version } = await page.read();
    await Promise.all([1, 2, 3, 4].map(() => page.send({ version, 'answer-0': '1', 'answer-1': '0' })));
    const { attempts } = await tenant.api.getAssignmentLearning({ path: { id } });
    expect(attempts).toHaveLength(1);
  });

  it('confirms a course without a quiz', async () => {
    const { id } = await assignedByOffer(tenant, { title: 'Policy', content: 'Read this.' });
    const page = await learnerPage(tenant, id);
    expect((await page.read()).text).toContain('I have read this and understood it');
    expect((await page.answer([])).text).toContain('Completed on');
    expect(await assignmentStatus(tenant, id)).toBe('completed');
  });

  it('opens a course that is taken elsewhere, and cannot complete it here', async () => {
    const launchUrl = 'https://lms.example.com/c/1';
    const { id } = await assignedByOffer(tenant, { title: 'Elsewhere', launchUrl, quiz: [] });
    const page = await learnerPage(tenant, id);
    expect((await page.read()).text).toContain('href="https://lms.example.com/c/1"');
    await page.answer([]);
    expect(await assignmentStatus(tenant, id)).toBe('assigned');
  });

  it('cannot complete a course that has no material yet', async () => {
    const { id } = await assignedByOffer(tenant, { title: 'Empty' });
    const page = await learnerPage(tenant, id);
    expect((await page.read()).text).toContain('This course has no material yet.');
    for (const version of ['1', '2']) await page.send({ version });
    expect(await assignmentStatus(tenant, id)).toBe('assigned');
  });

  it('keeps the chosen answers if one is missing, and is asked to read a changed course again', async () => {
    const { id } = await assignedByOffer(tenant);
    const page = await learnerPage(tenant, id);
    const incomplete = await page.answer([1]);
    expect(incomplete.status).toBe(422);
    expect(incomplete.text).toContain('question 2');
    expect(incomplete.text).toMatch(/value="1"\s+required\s+checked/);
    const { version } = await page.read();
    const [course] = (await tenant.api.listCourses()).items;
    const path = { id: course?.id ?? '' };
    await tenant.api.archiveCourse({ path });
    expect((await page.send({ version, 'answer-0': '0', 'answer-1': '1' })).status).toBe(200);
    await tenant.api.changeCourse({ path, body: { title: 'Lockout, second edition' } });
    const { attempts } = await tenant.api.getAssignmentLearning({ path: { id } });
    const result = new LearnerPage(`${page.url}?attempt=${attempts[0]?.id}`);
    expect((await result.read()).text).toContain('0 of 2 answers are right');
    await tenant.api.changeCourse({ path, body: { content: 'New steps' } });
    expect((await result.read()).text).not.toContain('answers are right');
    const changed = await page.send({ version, 'answer-0': '1', 'answer-1': '0' });
    expect([changed.status, changed.text.includes('New steps')]).toEqual([409, true]);
    // An option may be at another place now.
    expect(changed.text).not.toMatch(/required\s+checked/);
    expect(await assignmentStatus(tenant, id)).toBe('assigned');
  });

  it('cannot find the answers by trying, and may try again an hour later', async () => {
    const { id } = await assignedByOffer(tenant);
    const page = await learnerPage(tenant, id);
    for (let attempt = 0; attempt < 10; attempt++) expect((await page.answer([0, 1])).status).toBe(200);
    const refused = await page.answer([1, 0]);
    expect([refused.status, refused.text.includes('try again later')]).toEqual([429, true]);
    expect(await assignmentStatus(tenant, id)).toBe('assigned');
    const anHourAgo = `update quiz_attempt set created_at = created_at - interval '1 hour' where tenant_id = $1`;
    await engine.database.query(anHourAgo, [tenant.id]);
    await page.answer([1, 0]);
    expect(await assignmentStatus(tenant, id)).toBe('completed');
  });

  it('sees nothing of the material that runs or loads something', async () => {
    const { id } = await assignedByOffer(tenant, {
      title: 'Hostile',
      content:
        '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) ![i](https://evil.example/i.png)\n\n[b](data:text/html,x)',
      quiz: [{ question: '<b onclick=x>?</b>', options: ['<i>', '</fieldset>'], answer: 0, rationale: '<u>' }],
    });
    const { text, headers } = await (await learnerPage(tenant, id)).read();
    expect(text).not.toMatch(/<script|<img|<b onclick|<i>|<a href="(?:javascript|data):/);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
