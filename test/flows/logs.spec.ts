import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectionParts } from '#platform/database';
import { Stage } from '../faults/stage/stage.js';
import type { TestDatabase } from '../harness/database.js';
import type { EngineProcess } from '../harness/engine-process.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import { type LogLine, callManyTimes, countedIn, lineOfCall, linesOf } from '../harness/log-lines.js';
import type { TestTenant } from '../harness/tenant.js';

/** pino's numbers. */
const DEBUG = 20;
const INFO = 30;

describe('the log of the api and the worker at the highest level', () => {
  let stage: Stage;
  let database: TestDatabase;
  let api: EngineProcess;
  let worker: EngineProcess;
  let tenant: TestTenant;
  let tenantId: string;

  const apiLines = (): LogLine[] => linesOf(api);
  const workerLines = (): LogLine[] => linesOf(worker);
  const lineOf = (requestId: string): Promise<LogLine> => lineOfCall(api, requestId);

  beforeAll(async () => {
    stage = await Stage.start({ environment: { LOG_LEVEL: 'trace' } });
    ({ database } = stage);
    [api, worker] = await Promise.all([stage.api(), stage.worker()]);
    tenant = await stage.createTenant('acme');
    const [row] = await database.query<{ id: string }>(`select id from tenant where slug = 'acme'`);
    tenantId = row?.id ?? '';
  }, 200_000);
  afterAll(() => stage.stop());

  it('has one line per call: actor, tenant, route instead of URL, status and duration', async () => {
    const { headers } = await tenant.admin('GET', '/needs?q=somebody', undefined, { 'x-request-id': 'given-1' });
    expect(headers.get('x-request-id')).toBe('given-1');
    const line = await lineOf('given-1');
    expect(line).toMatchObject({
      level: INFO,
      msg: 'answered',
      tenantId,
      tenant: 'acme',
      actor: expect.stringMatching(/^token:/),
      method: 'GET',
      route: '/engine/v1/admin/needs',
      status: 200,
      durationMs: expect.any(Number),
    });
    expect(
      Object.keys(line)
        .filter((key) => !['pid', 'hostname', 'time', 'context'].includes(key))
        .toSorted(),
    ).toEqual(
      [
        'actor',
        'durationMs',
        'level',
        'method',
        'msg',
        'requestId',
        'route',
        'status',
        'tenant',
        'tenantId',
      ].toSorted(),
    );
  });

  it('contains the operator, and the request of a refused caller', async () => {
    await stage.operator(
      'POST',
      '/tenants/acme/tokens',
      { role: 'viewer', name: 'screen' },
      { 'x-request-id': 'given-2' },
    );
    expect(await lineOf('given-2')).toMatchObject({
      actor: 'operator',
      route: '/engine/v1/operator/tenants/:slug/tokens',
      status: 201,
    });
    await httpCall('GET', `${stage.url}/engine/v1/admin/needs`, {
      headers: { 'x-request-id': 'given-3', authorization: 'Bearer edt_wrong' },
    });
    const refused = await lineOf('given-3');
    expect(refused).toMatchObject({ status: 401 });
    expect(refused).not.toHaveProperty('actor');
    expect(refused).not.toHaveProperty('tenantId');
  });

  it('has a new id for a request with an invalid one, and probes at level debug only', async () => {
    const { headers } = await httpCall('GET', `${stage.url}/engine/health/live`, {
      headers: { 'x-request-id': 'two words' },
    });
    const id = headers.get('x-request-id') ?? '';
    expect(id).toMatch(/^[\da-f-]{36}$/);
    expect(await lineOf(id)).toMatchObject({ level: DEBUG, route: '/engine/health/live' });
  });

  it('has the job and the tenant in the lines of a job', async () => {
    await database.query(`create function refuse() returns trigger language plpgsql as $$ begin
      if new.resolved_at is distinct from old.resolved_at then raise exception using errcode = '22023',
      message = format('invalid value "%s"', new.topic); end if; return new; end $$`);
    await database.query('create trigger refuse before update on need for each row execute function refuse()');
    await tenant.send({ event: 'signal.incident', data: { external_worker_id: 'W-1', topic: 'TOPIC-OF-THE-PAYLOAD' } });
    await eventually(async () =>
      expect(workerLines().some(({ msg }) => String(msg).startsWith('needs could not be resolved'))).toBe(true),
    );
    expect(workerLines().find(({ msg }) => String(msg).startsWith('needs could not be resolved'))).toMatchObject({
      job: expect.stringMatching(/^resolve-needs\/.+/),
      tenantId,
      actor: 'job:resolve-needs',
    });
  });

  it('has the reason of a refused data point, and a summary of a flood', async () => {
    const refusals = (): LogLine[] =>
      apiLines().filter(({ context, msg }) => context === 'WebhookLog' && msg === 'refused');
    await tenant.sendRaw('{"event":', { 'x-request-id': 'given-4' });
    await eventually(async () =>
      expect(refusals()).toContainEqual(
        expect.objectContaining({ level: INFO, requestId: 'given-4', tenant: 'acme', code: 'invalid_json' }),
      ),
    );
    const before = refusals().length;
    const began = performance.now();
    await callManyTimes(() =>
      httpCall('POST', `${stage.url}/engine/v1/integration/NAME-OF-A-STRANGER/webhook`, { body: '{}' }),
    );
    const seconds = Math.ceil((performance.now() - began) / 1_000) + 1;
    const counted = (): number => countedIn(apiLines(), /^… and (\d+) more refused$/);
    await eventually(async () => expect(refusals().length - before + counted()).toBe(600));
    expect(refusals().length - before).toBeLessThanOrEqual(20 * seconds);
    expect(refusals().at(-1)).toMatchObject({ code: 'bad_signature' });
    expect(refusals().at(-1)).not.toHaveProperty('tenant');
  });

  it('has a summary of a flood of refused calls, and all calls of members', async () => {
    const answered = (): LogLine[] => apiLines().filter(({ msg, status }) => msg === 'answered' && status === 401);
    const before = answered().length;
    const began = performance.now();
    await callManyTimes(() => httpCall('GET', `${stage.url}/engine/v1/admin/courses`));
    await tenant.admin('GET', '/courses/crs_unknown', undefined, { 'x-request-id': 'given-5' });
    const seconds = Math.ceil((performance.now() - began) / 1_000) + 1;
    const counted = (): number => countedIn(apiLines(), /^… and (\d+) more refused calls$/);
    await eventually(async () => expect(answered().length - before + counted()).toBe(600));
    expect(answered().length - before).toBeLessThanOrEqual(20 * seconds);
    expect(await lineOf('given-5')).toMatchObject({ status: 404, tenant: 'acme' });
  });

  it('has the reason if the database stored nothing, while the sender only gets a 503', async () => {
    const sendInVain = async (): Promise<void> => {
      await database.query('alter table signal rename to signal_elsewhere');
      try {
        expect(
          (await tenant.send({ event: 'signal.incident', data: { site: 'S', topic: 'TOPIC-OF-THE-PAYLOAD' } })).status,
        ).toBe(503);
      } finally {
        await database.query('alter table signal_elsewhere rename to signal');
      }
    };
    const line = expect.objectContaining({
      context: 'Pipeline',
      msg: 'not written (42P01): relation "signal" does not exist',
    });
    // The calls before may have used up the lines of this second.
    await eventually(async () => {
      await sendInVain();
      expect(apiLines()).toContainEqual(line);
      expect(apiLines()).toContainEqual(
        expect.objectContaining({ msg: 'refused', code: 'unavailable', reason: 'relation "signal" does not exist' }),
      );
    });
  });

  it('has the error of the database without values of the row', async () => {
    await database.query(`create function reject() returns trigger language plpgsql as $$ begin
      raise exception using errcode = '23514', message = 'planted',
      detail = format('the row has %s', new.name); end $$`);
    await database.query('create trigger reject before insert on worker for each row execute function reject()');
    expect((await tenant.admin('POST', '/workers', { name: 'BODY-OF-AN-ADMIN', externalWorkerId: 'W-8' })).status).toBe(
      500,
    );
    await eventually(async () =>
      expect(apiLines()).toContainEqual(
        expect.objectContaining({ msg: 'request failed', tenantId, err: expect.objectContaining({ code: '23514' }) }),
      ),
    );
    expect(api.output).not.toContain('BODY-OF-AN-ADMIN');
    await database.query('drop trigger reject on worker');
  });

  it('contains no secrets, and no input of a source system, an admin or an operator', async () => {
    const body = JSON.stringify({
      event: 'signal.incident',
      data: { external_worker_id: 'ID-OF-THE-PAYLOAD', topic: 'TOPIC-OF-THE-PAYLOAD', note: 'NOTE-OF-THE-PAYLOAD' },
    });
    const signature = createHmac('sha256', tenant.signingSecret).update(body).digest('hex');
    expect((await tenant.sendRaw(body)).status).toBe(200);
    await tenant.sendRaw(`${body} NOTE-OF-THE-PAYLOAD`);
    await tenant.send({ event: 'signal.TYPE-OF-THE-PAYLOAD', data: { severity: 'SEVERITY-OF-THE-PAYLOAD' } });
    await tenant.admin('GET', '/needs?q=QUERY-OF-AN-ADMIN&status=QUERY-OF-AN-ADMIN');
    await tenant.admin('POST', '/workers', {
      name: 'BODY-OF-AN-ADMIN',
      externalWorkerId: 'W-9',
      email: 'no address',
      extra: 'BODY-OF-AN-ADMIN',
    });
    await tenant.admin('POST', '/courses', {
      title: 'BODY-OF-AN-ADMIN',
      topics: ['BODY-OF-AN-ADMIN'],
      category: 'x',
      summary: 'y',
    });
    await stage.operator('POST', '/tenants', { slug: 'acme', name: 'BODY-OF-AN-OPERATOR' });
    const rotated = (await (await stage.operator('POST', '/tenants/acme/secrets', { graceSeconds: 60 })).json()) as {
      signingSecret: string;
    };
    const token = (await (
      await stage.operator('POST', '/tenants/acme/tokens', { role: 'admin', name: 'second' })
    ).json()) as { token: string };
    await httpCall('GET', `${stage.url}/engine/v1/operator/tenants`, {
      headers: { authorization: 'Bearer TOKEN-OF-A-STRANGER', cookie: 'COOKIE-OF-A-STRANGER' },
    });
    await tenant.admin('GET', '/me', undefined, { 'x-request-id': 'last' });
    await lineOf('last');
    const everything = api.output + worker.output;
    const secrets = [
      stage.environment['OPERATOR_TOKEN'],
      stage.environment['SECRETS_KEY'],
      tenant.adminToken,
      tenant.signingSecret,
      rotated.signingSecret,
      token.token,
      signature,
      connectionParts(database.appUrl).password,
      'OF-THE-PAYLOAD',
      'OF-AN-ADMIN',
      'OF-AN-OPERATOR',
      'OF-A-STRANGER',
    ];
    expect(secrets.filter((secret) => secret === undefined || everything.includes(secret))).toEqual([]);
    expect(apiLines().length).toBeGreaterThan(30);
  });
});
