import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Schemas } from '#client';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import type { TestTenant } from '../harness/tenant.js';

let engine: TestEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());
beforeEach(async () => {
  tenant = await engine.createTenant();
});

const event = (data: object): object => ({
  event: 'signal.incident',
  data: { site: 'Site A', dedupe_key: 'k', ...data },
});
const signals = async (): Promise<ReadonlyArray<Schemas['SignalView']>> => (await tenant.api.listSignals()).items;
const replay = (id: string | undefined): Promise<{ status: number; body: Record<string, unknown> }> =>
  tenant.admin('POST', `/signals/${id}/replay`);
const auditOf = (signalId: string | undefined): Promise<object[]> =>
  engine.database.query(
    `select actor, action, after from audit_entry where subject_kind = 'signal' and subject_id = $1 order by id`,
    [signalId],
  );

describe('replaying a signal', () => {
  it('creates a new need if the earlier one is closed, and joins it when repeated', async () => {
    await tenant.send(event({ topic: 'Forklift', note: { big: 1 } }));
    await tenant.send(event({ action: 'resolve' }));
    const [, first] = await signals();
    const made = await replay(first?.id);
    expect(made).toMatchObject({
      status: 200,
      body: {
        ok: true,
        applied: true,
        deduped: false,
        signalId: expect.stringMatching(/^sig_/),
        needId: expect.stringMatching(/^need_/),
      },
    });
    expect(made.body['needId']).not.toBe(first?.needId);
    for (let again = 0; again < 2; again++) {
      expect(await replay(first?.id)).toMatchObject({
        status: 200,
        body: { ok: true, applied: true, deduped: true, needId: made.body['needId'] },
      });
    }
    const log = await signals();
    expect(log.map(({ outcome, needId }) => [outcome, needId])).toEqual([
      ['joined', made.body['needId']],
      ['joined', made.body['needId']],
      ['created', made.body['needId']],
      ['resolved', first?.needId],
      ['created', first?.needId],
    ]);
    expect(log[2]).toMatchObject({ id: made.body['signalId'], event: first?.event });
    const need = await tenant.admin('GET', `/needs/${String(made.body['needId'])}`);
    expect(need.body).toMatchObject({ status: 'open', topic: 'Forklift', signalCount: 3 });
  });

  it('closes the need if the signal resolves it, and reports if none is open', async () => {
    await tenant.send(event({}));
    await tenant.send(event({ action: 'resolve' }));
    const [over, opened] = await signals();
    expect((await replay(over?.id)).body).toEqual({ ok: true, applied: false, needId: null });
    const { body } = await replay(opened?.id);
    expect((await replay(over?.id)).body).toEqual({ ok: true, applied: true, resolved: true, needId: body['needId'] });
  });

  it('uses the current signal map', async () => {
    await tenant.send(event({ dedupe_key: 'mapped' }));
    const [first] = await signals();
    await tenant.send(event({ dedupe_key: 'mapped', action: 'resolve' }));
    await tenant.admin('PUT', '/signal-map', {
      map: { incident: { topic: 'Mapped Topic', severity: 4 } },
      autoAuthor: false,
      autoAuthorThreshold: 3,
    });
    const { body } = await replay(first?.id);
    expect((await tenant.admin('GET', `/needs/${String(body['needId'])}`)).body).toMatchObject({
      topic: 'Mapped Topic',
      severity: 4,
    });
  });

  it('resolves a need again that was set aside, after the cause is removed', async () => {
    await engine.database.query(
      `alter table need add constraint refused check (topic <> 'poison' or recommendation = 'pending')`,
    );
    await tenant.send(event({ topic: 'poison' }));
    await eventually(async () =>
      expect(
        await engine.database.query(
          `select 1 as found from need where topic = 'poison' and resolution_error is not null`,
        ),
      ).toHaveLength(1),
    );
    await engine.database.query(
      `update need set set_aside_at = now(), unresolved_since = null, resolution_attempts = 8 where topic = 'poison'`,
    );
    await engine.database.query('alter table need drop constraint refused');
    const [signal] = await signals();
    expect((await replay(signal?.id)).body).toMatchObject({ deduped: true, needId: signal?.needId });
    await eventually(async () => {
      const rows = await engine.database.query(
        `select recommendation, resolution_error as error, set_aside_at as aside from need where topic = 'poison'`,
      );
      expect(rows).toEqual([{ recommendation: 'author_one', error: null, aside: null }]);
    });
  });

  it('is in the audit log with its result', async () => {
    await tenant.send(event({}));
    const [signal] = await signals();
    await replay(signal?.id);
    const [replayed] = await signals();
    expect(await auditOf(signal?.id)).toEqual([
      {
        actor: 'token:first admin',
        action: 'signal.replayed',
        after: { signalId: replayed?.id, needId: signal?.needId },
      },
    ]);
  });

  it("is allowed for admins of the signal's own tenant, and gets a 404 for unknown signals", async () => {
    await tenant.send(event({}));
    const [signal] = await signals();
    const other = await engine.createTenant();
    expect((await other.admin('POST', `/signals/${signal?.id}/replay`)).status).toBe(404);
    expect((await replay('sig_00000000000000000000000000')).status).toBe(404);
    expect((await replay('nonsense')).status).toBe(404);
    const { token } = (await (
      await engine.operator('POST', `/tenants/${tenant.slug}/tokens`, { role: 'author', name: 'author' })
    ).json()) as { token: string };
    const response = await tenant.as(token).call('POST', `/signals/${signal?.id}/replay`);
    expect(response.status).toBe(403);
    expect(await signals()).toHaveLength(1);
  });
});
