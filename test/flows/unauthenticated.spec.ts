import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statementsDuring } from '../contract/statements.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';

/** Nobody else uses it: what is sent to PostgreSQL during a call is the call's, or of the task that runs at the start. */
let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine({ worker: false });
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

/** What could be a token or a session of some tenant, and is not. */
const wellFormed = (prefix: string): string => prefix + randomBytes(48).toString('base64url');

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
});
