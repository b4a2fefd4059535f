import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectionParts } from '#platform/database';
import { PRIVATE_INPUT, PRIVATE_TOPIC, sendPrivateInput } from '../factories/private-input.js';
import { refuseResolution, refuseWorkers } from '../factories/refusals.js';
import { Stage } from '../faults/stage/stage.js';
import type { TestDatabase } from '../harness/database.js';
import type { EngineProcess } from '../harness/engine-process.js';
import { eventually } from '../harness/eventually.js';
import { type HttpCall, httpCall } from '../harness/http-call.js';
import { type LogLine, callManyTimes, expectLine, expectSummary, lineOfCall, linesOf } from '../harness/log-lines.js';
import type { TestTenant } from '../harness/tenant.js';

/** pino's numbers. */
const DEBUG = 20;
const INFO = 30;
/** What every line has besides. */
const COMMON = { pid: 0, hostname: '', time: 0, context: '' };

describe('the log of the api and the worker at the highest level', () => {
  let stage: Stage;
  let database: TestDatabase;
  let api: EngineProcess;
  let worker: EngineProcess;
  let tenant: TestTenant;

  const lineOf = (requestId: string): Promise<LogLine> => lineOfCall(api, requestId);
  const call = (method: string, path: string, sent: HttpCall = {}) =>
    httpCall(method, `${stage.url}/engine${path}`, sent);
  const admin = (path: string, requestId: string) =>
    tenant.admin('GET', path, undefined, { 'x-request-id': requestId });

  beforeAll(async () => {
    stage = await Stage.start({ environment: { LOG_LEVEL: 'trace' } });
    ({ database } = stage);
    [api, worker] = await Promise.all([stage.api(), stage.worker()]);
    tenant = await stage.createTenant('acme');
  }, 200_000);
  afterAll(() => stage.stop());

  it('has one line per call: actor, tenant, route instead of URL, status and duration', async () => {
    const { headers } = await admin('/needs?q=somebody', 'given-1');
    expect(headers.get('x-request-id')).toBe('given-1');
    expect({ ...(await lineOf('given-1')), ...COMMON }).toEqual({
      ...COMMON,
      level: INFO,
      msg: 'answered',
      requestId: 'given-1',
      tenantId: tenant.id,
      tenant: 'acme',
      actor: expect.stringMatching(/^token:/),
      method: 'GET',
      route: '/engine/v1/admin/needs',
      status: 200,
      durationMs: expect.any(Number),
    });
  });

  it('contains the operator, and the request of a refused caller', async () => {
    const viewer = { role: 'viewer', name: 'screen' };
    await stage.operator('POST', '/tenants/acme/tokens', viewer, { 'x-request-id': 'given-2' });
    const route = '/engine/v1/operator/tenants/:slug/tokens';
    expect(await lineOf('given-2')).toMatchObject({ actor: 'operator', route, status: 201 });
    await call('GET', '/v1/admin/needs', { headers: { 'x-request-id': 'given-3', authorization: 'Bearer edt_wrong' } });
    const refused = await lineOf('given-3');
    expect(refused).toMatchObject({ status: 401 });
    expect(refused).not.toHaveProperty('actor');
    expect(refused).not.toHaveProperty('tenantId');
  });

  it('has a new id for a request with an invalid one, and probes at level debug only', async () => {
    const { headers } = await call('GET', '/health/live', { headers: { 'x-request-id': 'two words' } });
    const id = headers.get('x-request-id') ?? '';
    expect(id).toMatch(/^[\da-f-]{36}$/);
    expect(await lineOf(id)).toMatchObject({ level: DEBUG, route: '/engine/health/live' });
  });

  it('has the job and the tenant in the lines of a job', async () => {
    await refuseResolution(database);
    await tenant.send({ event: 'signal.incident', data: { external_worker_id: 'W-1', topic: PRIVATE_TOPIC } });
    const job = expect.stringMatching(/^resolve-needs\/.+/);
    const isFailure = ({ msg }: LogLine): boolean => String(msg).startsWith('needs could not be resolved');
    const ofJob = { job, tenantId: tenant.id, actor: 'job:resolve-needs' };
    await eventually(async () => expect(linesOf(worker).find(isFailure)).toMatchObject(ofJob));
  });

  it('has the reason of a refused data point, and a summary of a flood', async () => {
    await tenant.sendRaw('{"event":', { 'x-request-id': 'given-4' });
    const refused = { context: 'WebhookLog', msg: 'refused' };
    await expectLine(api, { ...refused, level: INFO, requestId: 'given-4', tenant: 'acme', code: 'invalid_json' });
    const isRefused = ({ context, msg }: LogLine): boolean => context === refused.context && msg === refused.msg;
    const lines = await expectSummary(api, isRefused, /^… and (\d+) more refused$/, () =>
      callManyTimes(() => call('POST', '/v1/integration/NAME-OF-A-STRANGER/webhook', { body: '{}' })),
    );
    expect(lines.at(-1)).toMatchObject({ code: 'bad_signature' });
    expect(lines.at(-1)).not.toHaveProperty('tenant');
  });

  it('has a summary of a flood of refused calls, and all calls of members', async () => {
    const isRefused = ({ msg, status }: LogLine): boolean => msg === 'answered' && status === 401;
    await expectSummary(api, isRefused, /^… and (\d+) more refused calls$/, async () => {
      await callManyTimes(() => call('GET', '/v1/admin/courses'));
      await admin('/courses/crs_unknown', 'given-5');
    });
    expect(await lineOf('given-5')).toMatchObject({ status: 404, tenant: 'acme' });
  });

  it('has the reason if the database stored nothing, while the sender only gets a 503', async () => {
    const sendInVain = async (): Promise<void> => {
      await database.query('alter table signal rename to signal_elsewhere');
      try {
        const { status } = await tenant.send({ event: 'signal.incident', data: { site: 'S', topic: PRIVATE_TOPIC } });
        expect(status).toBe(503);
      } finally {
        await database.query('alter table signal_elsewhere rename to signal');
      }
    };
    const reason = 'relation "signal" does not exist';
    const notWritten = { context: 'Pipeline', msg: `not written (42P01): ${reason}` };
    const refused = { msg: 'refused', code: 'unavailable', reason };
    // The calls before may have used up the lines of this second.
    await eventually(async () => {
      await sendInVain();
      for (const line of [notWritten, refused]) expect(linesOf(api)).toContainEqual(expect.objectContaining(line));
    });
  });

  it('has the error of the database without values of the row', async () => {
    await refuseWorkers(database);
    const worker8 = { name: 'BODY-OF-AN-ADMIN', externalWorkerId: 'W-8' };
    expect((await tenant.admin('POST', '/workers', worker8)).status).toBe(500);
    const err = expect.objectContaining({ code: '23514' });
    await expectLine(api, { msg: 'request failed', tenantId: tenant.id, err });
    expect(api.output).not.toContain('BODY-OF-AN-ADMIN');
    await database.query('drop trigger refuse on worker');
  });

  it('contains no secrets, and no input of a source system, an admin or an operator', async () => {
    const sent = await sendPrivateInput(stage, tenant);
    await admin('/me', 'last');
    await lineOf('last');
    const everything = api.output + worker.output;
    const { OPERATOR_TOKEN, SECRETS_KEY } = stage.environment;
    const { password } = connectionParts(database.appUrl);
    const credentials = [OPERATOR_TOKEN, SECRETS_KEY, tenant.adminToken, tenant.signingSecret, password];
    const secrets = [...credentials, ...sent, ...PRIVATE_INPUT];
    expect(secrets.filter((secret) => secret === undefined || everything.includes(secret))).toEqual([]);
    expect(linesOf(api).length).toBeGreaterThan(30);
  });
});
