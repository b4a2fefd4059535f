import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { InputOf, Schemas } from '#client';
import { dayAt } from '../factories/days.js';
import { setTimeZone } from '../factories/time-zones.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

describe('the audit log', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine({ worker: false });
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const list = async (query: InputOf<'listAudit'>['query'] = {}): Promise<readonly Schemas['AuditEntryView'][]> =>
    (await tenant.api.listAudit({ query })).items;
  const actions = async (query: InputOf<'listAudit'>['query']): Promise<string[]> =>
    (await list(query)).map(({ action }) => action);
  const createCourse = async (title: string): Promise<string> =>
    (await tenant.api.createCourse({ body: { title } })).id;

  it('lists who changed which resource, when, and its values before and after, newest first', async () => {
    const before = new Date().toISOString();
    const id = await createCourse('Old');
    await tenant.api.changeCourse({ path: { id }, body: { title: 'New' } });
    const [changed, created, ...rest] = await list();
    expect(changed).toMatchObject({
      id: expect.stringMatching(/^aud_/),
      actor: 'token:first admin',
      action: 'course.changed',
      subject: { kind: 'course', id },
      before: { title: 'Old' },
      after: { title: 'New' },
    });
    expect(created).toMatchObject({
      action: 'course.created',
      subject: { kind: 'course', id },
      before: null,
      after: { title: 'Old' },
    });
    expect(rest.map(({ action, actor }) => [action, actor])).toEqual([
      ['token.created', 'operator'],
      ['tenant.created', 'operator'],
    ]);
    const at = changed?.at ?? '';
    expect(at >= before && at <= new Date().toISOString()).toBe(true);
  });

  it('is filtered by actor, action, resource and kind of resource', async () => {
    const course = await createCourse('A');
    await createCourse('B');
    const worker = (await tenant.api.createWorker({ body: { name: 'W', externalWorkerId: '1' } })).id;
    await tenant.api.publishCourse({ path: { id: course } });
    expect(await actions({ subject: course })).toEqual(['course.published', 'course.created']);
    expect(await actions({ subject: worker })).toEqual(['worker.created']);
    expect(await actions({ subject: 'course' })).toEqual(['course.published', 'course.created', 'course.created']);
    expect(await actions({ action: 'course.created' })).toEqual(['course.created', 'course.created']);
    expect(await actions({ actor: 'operator' })).toEqual(['token.created', 'tenant.created']);
    expect(await actions({ subject: 'course', action: 'course.published', actor: 'token:first admin' })).toEqual([
      'course.published',
    ]);
    expect(await actions({ subject: 'nothing' })).toEqual([]);
  });

  it('is filtered by time: from `since` on, before `until`', async () => {
    await createCourse('A');
    await sleep(5);
    await createCourse('B');
    const [second, first] = await list({ subject: 'course' });
    expect(await list({ subject: 'course', since: second?.at })).toEqual([second]);
    expect(await list({ subject: 'course', until: second?.at })).toEqual([first]);
    expect(await list({ since: '2100-01-01' })).toEqual([]);
  });

  // At any time, the day in one of them is not that of UTC.
  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('is filtered by days in the time zone %s', async (timeZone) => {
    await setTimeZone(engine, tenant, timeZone);
    await createCourse('A');
    const [created] = await list({ subject: 'course' });
    const day = dayAt(created?.at ?? '', timeZone);
    const next = dayAt(created?.at ?? '', timeZone, 1);
    expect(await list({ subject: 'course', since: day })).toEqual([created]);
    expect(await list({ subject: 'course', until: next })).toEqual([created]);
    expect(await list({ subject: 'course', until: day })).toEqual([]);
    expect(await list({ subject: 'course', since: next })).toEqual([]);
  });

  it('is paged with its filters', async () => {
    for (const title of ['A', 'B', 'C']) await createCourse(title);
    const first = await tenant.api.listAudit({ query: { subject: 'course', limit: 2 } });
    const second = await tenant.api.listAudit({
      query: { subject: 'course', limit: 2, cursor: first.nextCursor ?? '' },
    });
    expect([...first.items, ...second.items].map(({ after }) => after)).toMatchObject([
      { title: 'C' },
      { title: 'B' },
      { title: 'A' },
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    'since=yesterday',
    'until=2026-13-01',
    'since=1',
    'since=2026-02-30',
    'since=2026-12-01T10:00',
    'since=+012026-01-01T00:00:00Z',
    'actor=%00',
    'limit=201',
    'who=me',
  ])('refuses %s by name', async (query) => {
    const field = query.replace(/=.*/, '');
    expect(await tenant.admin('GET', `/audit?${query}`)).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: expect.arrayContaining([expect.objectContaining({ field })]) },
    });
  });

  it('contains nothing of another tenant', async () => {
    const id = await createCourse('A');
    tenant = await engine.createTenant();
    expect(await actions({})).toEqual(['token.created', 'tenant.created']);
    expect(await list({ subject: id })).toEqual([]);
  });
});
