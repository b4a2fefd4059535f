import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

interface Offer {
  readonly operationId: string | null;
  readonly status: string | null;
  readonly courseId: string;
  readonly dueAt: string;
  readonly people: number;
  readonly counts: Record<string, number> | null;
  readonly who?: Record<string, Array<{ id: string; name: string }>>;
}

interface Need {
  readonly id: string;
  readonly status: string;
  readonly dueAt: string | null;
  readonly assignments: Array<{ worker: { name: string }; course: { title: string }; status: string }>;
  readonly assignmentCount: number;
  readonly history: Array<{ action: string }>;
}

const DAY_MS = 24 * 3_600 * 1_000;

describe('an offer', () => {
  let engine: TestEngine;
  let tenant: TestTenant;
  let courseId: string;

  beforeAll(async () => {
    engine = await startEngine();
  });
  beforeEach(async () => {
    tenant = await engine.createTenant();
    courseId = await publish('Manual Handling');
  });
  afterAll(() => engine.close());

  const publish = async (title: string): Promise<string> => {
    const { body } = await tenant.admin<{ id: string }>('POST', '/courses', { title, topics: [title] });
    await tenant.admin('POST', `/courses/${body.id}/publish`);
    return body.id;
  };
  const worker = async (name: string, extra: object = {}): Promise<string> =>
    (await tenant.admin<{ id: string }>('POST', '/workers', { name, externalWorkerId: name, ...extra })).body.id;
  const need = async (data: object): Promise<string> => {
    await tenant.send({ event: 'signal.incident', data: { topic: 'Manual Handling', ...data } });
    const [latest] = (await tenant.resolvedNeeds()).toSorted((one, other) => (one.id < other.id ? 1 : -1));
    return latest?.id ?? '';
  };
  const offer = (id: string, body: object, headers = {}) =>
    tenant.admin<Offer & { code: string; errors: Array<{ field: string }>; allowed: string[] }>(
      'POST',
      `/needs/${id}/offer`,
      body,
      headers,
    );
  const read = async (id: string): Promise<Need> => (await tenant.admin<Need>('GET', `/needs/${id}`)).body;
  const complete = async (workerName: string): Promise<void> => {
    const { body } = await tenant.admin<{ items: Array<{ id: string }> }>(
      'GET',
      `/assignments?worker=${workerName}&status=assigned`,
    );
    for (const { id } of body.items) await tenant.admin('POST', `/assignments/${id}/complete`, {});
  };

  describe('to the worker of a need', () => {
    it('assigns the recommended course, moves the need, and records the actor', async () => {
      await worker('Ada');
      const id = await need({ external_worker_id: 'Ada' });
      const { status, body } = await offer(id, { target: { kind: 'worker' } });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        status: 'done',
        courseId,
        people: 1,
        counts: { assigned: 1, alreadyAssigned: 0, alreadyValid: 0, exempt: 0, left: 0 },
      });
      const after = await read(id);
      expect(after).toMatchObject({
        status: 'offered',
        dueAt: body.dueAt,
        assignmentCount: 1,
        assignments: [{ worker: { name: 'Ada' }, course: { title: 'Manual Handling' }, status: 'assigned' }],
      });
      expect(after.history[0]?.action).toBe('need.offered');
      const audited = await engine.database.query<{ after: object }>(
        `select after from audit_entry where action = 'operation.done' and tenant_id = (select id from tenant where slug = $1)`,
        [tenant.slug],
      );
      expect(audited).toEqual([{ after: expect.objectContaining({ kind: 'offer', total: 1, assigned: 1 }) }]);
    });

    it('assigns nothing twice, for this need or another', async () => {
      await worker('Ada');
      const first = await need({ external_worker_id: 'Ada' });
      const second = await need({ external_worker_id: 'Ada', dedupe_key: 'another' });
      await offer(first, {});
      expect((await offer(first, {})).body.counts).toMatchObject({ assigned: 0, alreadyAssigned: 1 });
      expect((await offer(second, {})).body.counts).toMatchObject({ assigned: 0, alreadyAssigned: 1 });
      expect((await read(second)).status).toBe('offered');
      await complete('Ada');
      expect([(await read(first)).status, (await read(second)).status]).toEqual(['completed', 'completed']);
    });

    it('may be completed after the need was dismissed', async () => {
      await worker('Ada');
      for (const until of [undefined, new Date(Date.now() + DAY_MS).toISOString()]) {
        const id = await need({ external_worker_id: 'Ada', dedupe_key: `until ${until}` });
        await offer(id, {});
        await tenant.admin('POST', `/needs/${id}/dismiss`, { reason: 'duplicate', until });
        const { body } = await tenant.admin<{ items: Array<{ id: string }> }>('GET', '/assignments?status=assigned');
        const completed = await tenant.admin('POST', `/assignments/${body.items[0]?.id}/complete`, {
          completedAt: new Date(Date.now() - 400 * DAY_MS).toISOString(),
        });
        expect(completed).toMatchObject({ status: 200, body: { status: 'completed' } });
        expect((await read(id)).status).toBe('dismissed');
      }
    });

    it('is due as requested, else by the signal, else by severity', async () => {
      await worker('Ada');
      const id = await need({ external_worker_id: 'Ada', severity: 4, payload: { expires_at: '2099-01-31' } });
      expect((await offer(id, { dryRun: true })).body.dueAt).toBe('2099-01-31');
      expect((await offer(id, { dryRun: true, dueAt: '2098-05-01T08:00:00+02:00' })).body.dueAt).toBe(
        '2098-05-01T06:00:00.000Z',
      );
      const other = await need({ external_worker_id: 'Ada', severity: 4, dedupe_key: 'other' });
      const days = (Date.parse((await offer(other, { dryRun: true })).body.dueAt) - Date.now()) / DAY_MS;
      expect(days).toBeGreaterThan(6.9);
      expect(days).toBeLessThan(7.1);
    });
  });

  describe('to many', () => {
    it('shows in a dry run who is assigned, and who not and why, and changes nothing', async () => {
      for (const name of ['new', 'busy', 'done', 'exempt']) await worker(name, { site: 'Site A' });
      await worker('gone', { site: 'Site A', active: false });
      await worker('elsewhere', { site: 'Site B' });
      await offer(await need({ external_worker_id: 'busy' }), {});
      await offer(await need({ external_worker_id: 'done' }), {});
      await complete('done');
      await tenant.admin('POST', `/needs/${await need({ external_worker_id: 'exempt' })}/dismiss`, {
        reason: 'equivalent_held',
      });
      const id = await need({ site: 'Site A' });
      const { status, body } = await offer(id, { dryRun: true, target: { kind: 'site', id: 'site a' } });
      expect({ status, counts: body.counts, operationId: body.operationId }).toEqual({
        status: 200,
        counts: { willAssign: 1, alreadyAssigned: 1, alreadyValid: 1, exempt: 1, left: 1 },
        operationId: null,
      });
      const names = Object.fromEntries(
        Object.entries(body.who ?? {}).map(([fate, people]) => [fate, people.map(({ name }) => name)]),
      );
      expect(names).toEqual({
        willAssign: ['new'],
        alreadyAssigned: ['busy'],
        alreadyValid: ['done'],
        exempt: ['exempt'],
        left: ['gone'],
      });
      expect(await read(id)).toMatchObject({ status: 'open', assignmentCount: 0 });
      expect((await offer(id, {})).body.counts).toEqual({
        assigned: 1,
        alreadyAssigned: 1,
        alreadyValid: 1,
        exempt: 1,
        left: 1,
      });
    });

    it('reaches a group by name or id, and everyone', async () => {
      await worker('Ada', { groups: ['Riggers'] });
      await worker('Bob');
      const id = await need({ site: 'Site A' });
      const { body: groups } = await tenant.admin<{ items: Array<{ id: string }> }>('GET', '/groups');
      expect((await offer(id, { target: { kind: 'group', id: groups.items[0]?.id } })).body.counts).toMatchObject({
        assigned: 1,
        alreadyAssigned: 0,
      });
      expect((await offer(id, { target: { kind: 'group', id: ' riggers' } })).body.counts).toMatchObject({
        assigned: 0,
        alreadyAssigned: 1,
      });
      expect((await offer(id, { target: { kind: 'everyone' } })).body.counts).toMatchObject({
        assigned: 1,
        alreadyAssigned: 1,
      });
    });

    it("counts a completion for as long as the tenant's settings say", async () => {
      await worker('Ada');
      await offer(await need({ external_worker_id: 'Ada' }), {});
      const { body } = await tenant.admin<{ items: Array<{ id: string }> }>('GET', '/assignments');
      await tenant.admin('POST', `/assignments/${body.items[0]?.id}/complete`, {
        completedAt: new Date(Date.now() - 100 * DAY_MS).toISOString(),
      });
      const id = await need({ external_worker_id: 'Ada', dedupe_key: 'again' });
      expect((await offer(id, { dryRun: true })).body.counts).toMatchObject({ willAssign: 0, alreadyValid: 1 });
      const { headers } = await tenant.admin('GET', '/offer-settings');
      const put = (days: number, ifMatch: string): Promise<{ status: number }> =>
        tenant.admin('PUT', '/offer-settings', { completionValidDays: days }, { 'if-match': ifMatch });
      expect([(await put(90, '"7"')).status, (await put(90, headers.get('etag') ?? '')).status]).toEqual([412, 200]);
      expect((await offer(id, { dryRun: true })).body.counts).toMatchObject({ willAssign: 1, alreadyValid: 0 });
    });

    it('counts a credential for the topic that is valid beyond the due date', async () => {
      const holds = (externalWorkerId: string, name: string, expiresAt: string | null): Promise<unknown> =>
        tenant.admin('POST', '/credentials', { externalWorkerId, name, expiresAt });
      const names = ['for ever', 'long', 'expires sooner', 'expired', 'superseded', 'another topic', 'none'];
      for (const name of names) await worker(name, { site: 'Site A' });
      await holds('for ever', 'manual handling certificate', null);
      await holds('long', 'Manual_Handling', '2098-06-01');
      await holds('expires sooner', 'Manual Handling', '2098-03-01');
      await holds('expired', 'Manual Handling', '2020-01-01');
      await holds('superseded', 'Manual Handling', '2019-01-01');
      await holds('superseded', 'Manual Handling', '2020-01-01');
      await holds('another topic', 'Manual Handling trainer', '2099-01-01');
      const { body } = await offer(await need({ site: 'Site A' }), { dryRun: true, dueAt: '2098-05-01' });
      expect(body.who?.['alreadyValid']?.map(({ name }) => name)).toEqual(['for ever', 'long']);
      expect(body.counts).toMatchObject({ willAssign: 5, alreadyValid: 2 });
    });

    it('does not count the expiring credential as its own answer', async () => {
      await worker('Ada');
      await tenant.admin('POST', '/credentials', {
        externalWorkerId: 'Ada',
        name: 'Manual Handling',
        expiresAt: '2098-05-01',
      });
      await tenant.send({
        event: 'signal.credential_expiring',
        data: { external_worker_id: 'Ada', topic: 'Manual Handling', payload: { expires_at: '2098-05-01' } },
      });
      const [expiring] = await tenant.resolvedNeeds();
      expect((await offer(expiring?.id ?? '', { dryRun: true, dueAt: '2098-01-01' })).body.counts).toMatchObject({
        willAssign: 1,
        alreadyValid: 0,
      });
    });

    it('completes a need whose people all hold what it asks for, and keeps one that reaches nobody', async () => {
      await worker('Ada');
      await offer(await need({ external_worker_id: 'Ada' }), {});
      await complete('Ada');
      const answered = await need({ external_worker_id: 'Ada', dedupe_key: 'again' });
      expect((await offer(answered, {})).body.counts).toMatchObject({ assigned: 0, alreadyValid: 1 });
      expect((await read(answered)).status).toBe('completed');
      const empty = await need({ site: 'Nowhere' });
      expect((await offer(empty, {})).body).toMatchObject({ people: 0, counts: { assigned: 0 } });
      expect((await read(empty)).status).toBe('open');
    });
  });

  it('to more than a thousand people continues in the background with its progress, and can be undone', async () => {
    await engine.database.query(
      `insert into site (tenant_id, id, name, name_key) select id, gen_random_uuid(), 'Large', 'large' from tenant where slug = $1`,
      [tenant.slug],
    );
    await engine.database.query(
      `insert into worker (tenant_id, id, external_worker_id, name, site_id) select tenant_id, uuid_next(), 'W-' || n, 'Worker ' || n, site.id
       from site, generate_series(1, 11000) n where name_key = 'large' and tenant_id = (select id from tenant where slug = $1)`,
      [tenant.slug],
    );
    const id = await need({ site: 'Large' });
    const { status, body } = await offer(id, {});
    expect({ status, body: body.status, people: body.people, counts: body.counts }).toEqual({
      status: 202,
      body: 'queued',
      people: 11_000,
      counts: null,
    });
    const operation = async (): Promise<Record<string, unknown>> =>
      (await tenant.admin<Record<string, unknown>>('GET', `/operations/${body.operationId}`)).body;
    await eventually(
      async () =>
        expect(await operation()).toMatchObject({
          status: 'done',
          unit: 'people',
          total: 11_000,
          done: 11_000,
          failed: 0,
          undoable: true,
        }),
      30_000,
    );
    expect(await operation()).toMatchObject({
      items: [{ needId: id, status: 'done', assigned: 11_000, alreadyAssigned: 0 }],
    });
    expect(await read(id)).toMatchObject({ status: 'offered', assignmentCount: 11_000 });
    const entries = await engine.database.query(
      `select action from audit_entry where tenant_id = (select id from tenant where slug = $1) and action like 'operation.%'`,
      [tenant.slug],
    );
    expect(entries).toEqual([{ action: 'operation.done' }]);
    await complete('W-1');
    expect((await tenant.admin('POST', `/operations/${body.operationId}/undo`)).status).toBe(202);
    await eventually(
      async () =>
        expect(await operation()).toMatchObject({
          status: 'undone',
          undone: 10_999,
          items: [{ status: 'kept', why: 'assigned_or_completed' }],
        }),
      30_000,
    );
    expect(await read(id)).toMatchObject({ status: 'in_progress', assignmentCount: 1 });
    expect(await tenant.admin('POST', `/operations/${body.operationId}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'not_undoable' },
    });
  }, 60_000);

  it('is undone: its assignments are deleted, and the need is open again', async () => {
    await worker('Ada');
    const id = await need({ external_worker_id: 'Ada' });
    const { body } = await offer(id, {});
    await tenant.admin('POST', `/operations/${body.operationId}/undo`);
    await eventually(async () =>
      expect(await read(id)).toMatchObject({ status: 'open', assignmentCount: 0, dueAt: null }),
    );
    expect((await offer(id, {})).body.counts).toMatchObject({ assigned: 1 });
  });

  describe('is refused', () => {
    it('without a course, with an unpublished one, and with an unknown one', async () => {
      await worker('Ada');
      const id = await need({ external_worker_id: 'Ada', topic: 'Drone Operation' });
      expect(await offer(id, {})).toMatchObject({
        status: 422,
        body: { code: 'no_course', errors: [{ field: 'courseId' }] },
      });
      const { body: draft } = await tenant.admin<{ id: string }>('POST', '/courses', { title: 'Draft', topics: [] });
      expect(await offer(id, { courseId: draft.id })).toMatchObject({
        status: 422,
        body: { code: 'course_not_published' },
      });
      const other = await engine.createTenant();
      const { body: foreign } = await other.admin<{ id: string }>('POST', '/courses', { title: 'Foreign', topics: [] });
      expect(await offer(id, { courseId: foreign.id })).toMatchObject({
        status: 422,
        body: { code: 'invalid', errors: [{ field: 'courseId' }] },
      });
      expect((await offer(id, { courseId })).body.counts).toMatchObject({ assigned: 1 });
    });

    it('to an unknown target, with invalid fields, and with a due date in the past', async () => {
      const id = await need({ site: 'Site A' });
      const field = async (body: object): Promise<unknown> => {
        const answer = await offer(id, body);
        return [answer.status, answer.body.errors?.map((error) => error.field)];
      };
      expect(await field({ target: { kind: 'group', id: 'none' } })).toEqual([422, ['target.id']]);
      expect(await field({ target: { kind: 'group' } })).toEqual([422, ['target.id']]);
      expect(await field({ target: { kind: 'worker', id: 'wrk_01jd00000000000000000000000' } })).toEqual([
        422,
        ['target.id'],
      ]);
      expect(await field({ target: { kind: 'planet' } })).toEqual([422, ['target.kind']]);
      expect(await field({ target: { kind: 'site', id: 'x', more: 1 } })).toEqual([422, ['target.more']]);
      expect(await field({ target: 'everyone' })).toMatchObject([422, expect.arrayContaining(['target'])]);
      expect(await field({ dueAt: '2020-01-01' })).toEqual([422, ['dueAt']]);
      expect(await field({ later: true })).toEqual([422, ['later']]);
    });

    it('if the need is closed, stale, or of another tenant', async () => {
      await worker('Ada');
      const id = await need({ external_worker_id: 'Ada' });
      expect((await offer(id, {}, { 'if-match': '"99"' })).status).toBe(412);
      await tenant.admin('POST', `/needs/${id}/dismiss`, { reason: 'other' });
      expect(await offer(id, {})).toMatchObject({
        status: 409,
        body: { code: 'illegal_transition', allowed: ['reopen'] },
      });
      const other = await engine.createTenant();
      expect((await other.admin('POST', `/needs/${id}/offer`, {})).status).toBe(404);
    });
  });
});
