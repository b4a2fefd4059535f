import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { publishedCourse } from '../factories/courses.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();

describe('a need', () => {
  let engine: SharedEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
  });

  const send = async (data: object = {}): Promise<Record<string, unknown>> =>
    (await (
      await tenant.send({
        event: 'signal.incident',
        data: { site: 'Site A', topic: 'Manual Handling', dedupe_key: 'INC-1', ...data },
      })
    ).json()) as Record<string, unknown>;
  const needs = async (query = '?status=all'): Promise<Schemas['NeedView'][]> =>
    (await tenant.admin<{ items: Schemas['NeedView'][] }>('GET', `/needs${query}`)).body.items;
  const detail = async (id: string): Promise<Schemas['NeedDetail']> =>
    (await tenant.admin<Schemas['NeedDetail']>('GET', `/needs/${id}`)).body;
  const decide = (id: string, move: string, body?: object, headers?: Record<string, string>) =>
    tenant.admin<Schemas['NeedView'] & { code: string }>('POST', `/needs/${id}/${move}`, body, headers);
  const opened = async (): Promise<Schemas['NeedView']> => {
    await send();
    const [need] = await tenant.resolvedNeeds();
    if (need === undefined) throw new Error('no need');
    return need;
  };
  const quietIsOver = (): Promise<unknown> =>
    engine.database.query(
      `update need set quiet_until = now() - interval '1 second' from tenant where tenant.id = tenant_id and slug = $1 and quiet_until is not null`,
      [tenant.slug],
    );

  describe('that is dismissed', () => {
    it('has no effect of its data point until the given time, but its signals are recorded', async () => {
      const { id } = await opened();
      expect(
        await decide(id, 'dismiss', { reason: 'not_training', note: 'A broken lift', until: TOMORROW }),
      ).toMatchObject({ status: 200, body: { id, status: 'dismissed' } });
      expect(await send()).toEqual({ ok: true, applied: true, deduped: true });
      expect(await send({ severity: 4 })).toEqual({ ok: true, applied: true, deduped: true });
      expect(await needs('?status=open')).toEqual([]);
      const dismissed = await detail(id);
      expect(dismissed).toMatchObject({ status: 'dismissed', signalCount: 3 });
      expect(dismissed.signals.map(({ outcome }) => outcome)).toEqual(['joined', 'joined', 'created']);
    });

    it('is reopened with its history by the first signal after that time', async () => {
      const { id } = await opened();
      const {
        body: { version },
      } = await decide(id, 'dismiss', { reason: 'duplicate', until: TOMORROW });
      await send();
      await quietIsOver();
      expect(await send({ severity: 3 })).toMatchObject({ deduped: false, signalId: expect.stringMatching(/^sig_/) });
      expect(await send()).toMatchObject({ deduped: true });
      const [need, ...others] = await tenant.resolvedNeeds();
      expect(others).toEqual([]);
      expect(need).toMatchObject({
        id,
        status: 'open',
        severity: 3,
        signalCount: 4,
        version: version + 1,
        recommendation: { kind: 'author_one' },
      });
      expect((await detail(id)).history).toMatchObject([
        {
          actor: 'source',
          action: 'need.reopened',
          before: { status: 'dismissed' },
          after: { status: 'open', reason: 'recurred' },
        },
        {
          actor: 'token:first admin',
          action: 'need.dismissed',
          before: { status: 'open' },
          after: { status: 'dismissed', reason: 'duplicate', until: TOMORROW },
        },
      ]);
    });

    it('is reopened by one of many concurrent signals, and the others join it', async () => {
      const { id } = await opened();
      await decide(id, 'dismiss', { reason: 'other', until: TOMORROW });
      await quietIsOver();
      const answers = await Promise.all(Array.from({ length: 200 }, () => send()));
      expect(answers.filter(({ deduped }) => deduped === false)).toHaveLength(1);
      expect(await needs()).toMatchObject([{ id, status: 'open', signalCount: 201 }]);
    });

    it('stays closed without a time, however often its source triggers or resolves it', async () => {
      const { id } = await opened();
      await decide(id, 'dismiss', { reason: 'wrong_target' });
      expect(await send({ severity: 4 })).toMatchObject({ deduped: true });
      expect(await send({ action: 'resolve' })).toEqual({ ok: true, applied: false });
      expect(await send()).toMatchObject({ deduped: true });
      expect(await needs()).toMatchObject([{ id, status: 'dismissed' }]);
    });

    it.each<[object, string[]]>([
      [{}, ['reason']],
      [{ reason: 'because' }, ['reason']],
      [{ reason: 'other', until: '2020-01-01T00:00:00Z' }, ['until']],
      [{ reason: 'other', until: 'tomorrow' }, ['until']],
      [{ reason: 'other', note: 'x'.repeat(2_001) }, ['note']],
      [{ reason: 'other', forever: true }, ['forever']],
    ])('cannot be dismissed with %j', async (body, fields) => {
      const { id } = await opened();
      const answer = await tenant.admin<{ errors: Array<{ field: string }> }>('POST', `/needs/${id}/dismiss`, body);
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
      expect(answer.body.errors.map(({ field }) => field)).toEqual(fields);
    });
  });

  describe('that is snoozed', () => {
    it('collects signals, can be snoozed again, and is closed if its source resolves it', async () => {
      const { id } = await opened();
      expect(await decide(id, 'snooze', { until: TOMORROW })).toMatchObject({
        status: 200,
        body: { status: 'snoozed' },
      });
      expect(await decide(id, 'snooze', { until: new Date(Date.parse(TOMORROW) + 1).toISOString() })).toMatchObject({
        status: 200,
        body: { status: 'snoozed' },
      });
      expect(await send()).toMatchObject({ deduped: true });
      expect(await send({ action: 'resolve' })).toMatchObject({ resolved: true });
      expect(await send()).toMatchObject({ deduped: false });
      expect((await needs()).map(({ status }) => status).toSorted()).toEqual(['open', 'resolved']);
      expect((await detail(id)).history[0]).toMatchObject({
        actor: 'source',
        action: 'need.resolved',
        before: { status: 'snoozed' },
        after: { status: 'resolved' },
      });
    });

    it('returns to the inbox when its time is over, with a current recommendation', async () => {
      const { id } = await opened();
      await decide(id, 'snooze', { until: new Date(Date.now() + 1_000).toISOString() });
      const course = await publishedCourse(tenant, { title: 'Manual Handling' });
      await eventually(async () =>
        expect(await detail(id)).toMatchObject({
          status: 'open',
          recommendation: { kind: 'course', courseId: course.id },
        }),
      );
      expect((await detail(id)).history.find(({ action }) => action === 'need.woken')).toMatchObject({
        actor: 'job:resolve-needs',
        before: { status: 'snoozed' },
        after: { status: 'open', reason: 'time_over' },
      });
    });

    it('returns early if a signal raises its severity, and not for other signals', async () => {
      const { id } = await opened();
      await decide(id, 'snooze', { until: TOMORROW });
      await send({ severity: 1 });
      expect(await detail(id)).toMatchObject({ status: 'snoozed' });
      await send({ severity: 4 });
      await eventually(async () => expect(await detail(id)).toMatchObject({ status: 'open', severity: 4 }));
      expect((await detail(id)).history[0]).toMatchObject({
        action: 'need.woken',
        after: { status: 'open', reason: 'more_severe' },
      });
    });
  });

  describe('that a person reopens', () => {
    it('is matched again', async () => {
      const { id } = await opened();
      await decide(id, 'dismiss', { reason: 'other' });
      const course = await publishedCourse(tenant, { title: 'Manual Handling' });
      expect(await decide(id, 'reopen')).toMatchObject({ status: 200, body: { status: 'open' } });
      const read = async (): Promise<string | null> =>
        (await tenant.resolvedNeeds())[0]?.recommendation.courseId ?? null;
      for (let tries = 0; (await read()) === null && tries < 100; tries++)
        await new Promise((done) => setTimeout(done, 50));
      expect(await read()).toBe(course.id);
    });

    it('stays closed if its condition has recurred as another need, which the error names', async () => {
      const { id } = await opened();
      await send({ action: 'resolve' });
      await send();
      const [again] = await needs('?status=open');
      expect(await decide(id, 'reopen')).toMatchObject({
        status: 409,
        body: { code: 'need_recurred', needId: again?.id },
      });
      await send({ action: 'resolve' });
      expect(await decide(again?.id ?? '', 'reopen')).toMatchObject({ status: 200 });
    });
  });

  it('refuses actions that its status does not allow, and lists the allowed ones', async () => {
    const { id } = await opened();
    expect(await decide(id, 'reopen')).toMatchObject({
      status: 409,
      body: { code: 'illegal_transition', allowed: ['offer', 'author', 'dismiss', 'snooze'] },
    });
    await decide(id, 'dismiss', { reason: 'other' });
    for (const [move, body] of [
      ['dismiss', { reason: 'other' }],
      ['snooze', { until: TOMORROW }],
    ] as const) {
      expect(await decide(id, move, body)).toMatchObject({
        status: 409,
        body: { code: 'illegal_transition', status: 409, needStatus: 'dismissed', allowed: ['reopen'] },
      });
    }
    expect((await detail(id)).history).toHaveLength(1);
  });

  it('refuses a decision on a stale version', async () => {
    const need = await opened();
    const read = await tenant.admin('GET', `/needs/${need.id}`);
    expect(read.headers.get('etag')).toBe(`"${need.version}"`);
    const snoozed = await decide(need.id, 'snooze', { until: TOMORROW }, { 'if-match': `"${need.version}"` });
    expect(snoozed.headers.get('etag')).toBe(`"${need.version + 1}"`);
    for (const [move, body] of [
      ['dismiss', { reason: 'other' }],
      ['snooze', { until: TOMORROW }],
      ['reopen', undefined],
    ] as const) {
      expect(await decide(need.id, move, body, { 'if-match': `"${need.version}"` })).toMatchObject({
        status: 412,
        body: { code: 'stale' },
      });
    }
    expect(await detail(need.id)).toMatchObject({ status: 'snoozed' });
  });

  it('is decided once by concurrent decisions', async () => {
    const { id } = await opened();
    const answers = await Promise.all(Array.from({ length: 20 }, () => decide(id, 'dismiss', { reason: 'other' })));
    expect([200, 409].map((wanted) => answers.filter(({ status }) => status === wanted).length)).toEqual([1, 19]);
    expect((await detail(id)).history).toHaveLength(1);
  });

  it('is visible in its own tenant only', async () => {
    const { id } = await opened();
    const other = await engine.createTenant();
    for (const [move, body] of [
      ['dismiss', { reason: 'other' }],
      ['snooze', { until: TOMORROW }],
      ['reopen', undefined],
    ] as const) {
      expect(await other.admin('POST', `/needs/${id}/${move}`, body)).toMatchObject({
        status: 404,
        body: { code: 'not_found' },
      });
    }
    expect(await detail(id)).toMatchObject({ status: 'open', history: [] });
  });
});
