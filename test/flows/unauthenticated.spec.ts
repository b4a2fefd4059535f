import { randomBytes } from 'node:crypto';
import { type EventEmitter, on } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { statementsDuring } from '../contract/statements.js';
import { BEHIND_PROXY } from '../factories/log-ins.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';

/**
 * Nobody else uses it: what is sent to PostgreSQL during a call is the call's, or of the task that runs at the start.
 */
let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine({ worker: false, environment: BEHIND_PROXY });
});
afterAll(() => engine.close());

const OF_TASK = 'delete from "login_attempt"';

/** @returns what a refused call looks up: its statements but those that open and end the transaction */
async function lookUps(path: string, headers: Record<string, string>): Promise<string[]> {
  let status = 0;
  const statements = await statementsDuring(engine.database, async () => {
    ({ status } = await httpCall('GET', `${engine.url}/engine/v1${path}`, { headers }));
  });
  expect([path, headers, status]).toEqual([path, headers, 401]);
  const texts = statements.map(({ text }) => text).filter((text) => !text.startsWith(OF_TASK));
  return texts.filter((text) => !/^(?:begin|commit|select set_config[^;]*)$/.test(text.trim()));
}

/** Waits until so many requests have arrived, and are queued. */
async function requests(count: number): Promise<void> {
  const arrivals = on(engine.app.getHttpServer() as EventEmitter, 'request');
  for (let left = count; left > 0; left--) await arrivals.next();
  await arrivals.return?.();
  await sleep(20);
}

/** What could be a token or a session of some tenant, and is not. */
const wellFormed = (prefix: string): string => prefix + randomBytes(48).toString('base64url');

/** Calls of another network that are sent at once. */
const OTHERS = 200;

describe('a call without a log-in', () => {
  const malformed = [
    '',
    'Bearer',
    'Bearer x',
    'Bearer edt_',
    `Bearer ${wellFormed('edt_')}xxxx`,
    `Bearer ${wellFormed('eds_')}`,
    `Bearer ${'x'.repeat(8_000)}`,
    'Basic eDp5',
  ].map((authorization) => ({ authorization }));

  const paths = ['/admin/me', '/operator/tenants', '/operator/queues'];
  it.each(paths)('needs no query at %s without a token or with a malformed one', async (path) => {
    for (const headers of [{}, ...malformed]) expect(await lookUps(path, headers)).toEqual([]);
  });

  it.each(['/admin/me', '/auth/session'])('needs no query at %s with a malformed cookie', async (path) => {
    for (const session of ['', 'x', `${wellFormed('eds_')}xxxx`, wellFormed('edt_'), `eds_${'x'.repeat(8_000)}`]) {
      expect(await lookUps(path, { cookie: `edifyd_session=${session}` })).toEqual([]);
    }
  });

  it('needs one query with a well-formed token or session', async () => {
    const byToken = await lookUps('/admin/me', { authorization: `Bearer ${wellFormed('edt_')}` });
    expect(byToken).toEqual([expect.stringContaining('from api_token')]);
    const bySession = await lookUps('/admin/me', { cookie: `edifyd_session=${wellFormed('eds_')}` });
    expect(bySession).toEqual([expect.stringContaining('from console_session')]);
  });

  it('has its turn soon, however many tenants the calls of another network claim', async () => {
    const { adminToken } = await engine.createTenant();
    const call = (token: string, address: string): Promise<Response> =>
      httpCall('GET', `${engine.url}/engine/v1/admin/me`, {
        headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': address },
      });
    // The first call also notes when the token was used.
    await call(adminToken, '198.51.100.1');
    /** @returns the status of the own call, and how many others were answered before it */
    const ownTurn = async (): Promise<[status: number, answered: number]> => {
      let answered = 0;
      const others: Array<Promise<Response>> = [];
      const own = await engine.database.inTransaction(async (tx) => {
        await tx.query('lock table api_token in access exclusive mode');
        const othersArrived = requests(OTHERS);
        for (let number = 0; number < OTHERS; number++)
          others.push(call(wellFormed('edt_'), '192.0.2.1').finally(() => answered++));
        await othersArrived;
        const ownArrived = requests(1);
        const sent = call(adminToken, '198.51.100.1');
        await ownArrived;
        return { sent };
      });
      const { status } = await own.sent;
      const answeredBefore = answered;
      await Promise.all(others);
      return [status, answeredBefore];
    };
    // While the machine pauses, calls wait too long for a connection, and are refused.
    await eventually(async () => {
      const [status, answered] = await ownTurn();
      expect(status).toBe(200);
      expect(answered).toBeLessThan(OTHERS * 0.75);
    });
  });
});
