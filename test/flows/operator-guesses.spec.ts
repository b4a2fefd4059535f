import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';

/** Addresses of documentation (RFC 5737), as a proxy on this machine forwards them. */
const BEHIND_PROXY = { TRUSTED_PROXIES: 'loopback' };
let networks = 0;
const newNetwork = (): string => `203.0.113.${++networks}`;

let engine: TestEngine;
let stranger: string;

beforeAll(async () => {
  engine = await startEngine({ worker: false, environment: BEHIND_PROXY });
});
beforeEach(() => {
  stranger = newNetwork();
});
afterAll(() => engine.close());

const bearer = (token: string): string => `Bearer ${token}`;
const basic = (token: string): string => `Basic ${Buffer.from(`operator:${token}`).toString('base64')}`;

const doors = [
  ['the operator API', '/tenants', bearer],
  ['the queue board', '/queues/api/queues', basic],
] as const;

describe.each(doors)('guessing the operator token at %s', (_door, path, authorizationOf) => {
  const call = (address: string, token: string | null, at = path): Promise<Response> =>
    httpCall('GET', `${engine.url}/engine/v1/operator${at}`, {
      headers: { 'x-forwarded-for': address, ...(token === null ? {} : { authorization: authorizationOf(token) }) },
    });
  const statusOf = async (address: string, token: string | null): Promise<number> => {
    const response = await call(address, token);
    await response.arrayBuffer();
    return response.status;
  };
  /** @returns the statuses of so many different wrong tokens, one after the other */
  const guess = async (address: string, times: number): Promise<number[]> => {
    const statuses: number[] = [];
    for (let index = 0; index < times; index++)
      statuses.push(await statusOf(address, `guess-number-${index}-of-a-token`));
    return statuses;
  };
  const refusals = (status: number, times: number): number[] => Array.from({ length: times }, () => status);

  it('is blocked for a network after twenty attempts, even with the right token, and for no other network', async () => {
    expect(await guess(stranger, 22)).toEqual([...refusals(401, 20), 429, 429]);
    const refused = await call(stranger, engine.operatorToken);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'application/problem+json']);
    expect(await refused.json()).toMatchObject({ status: 429, code: 'rate_limited' });
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    const other = newNetwork();
    expect([await statusOf(other, 'wrong'), await statusOf(other, engine.operatorToken)]).toEqual([401, 200]);
  });

  it('does not block the network from which the operator logged in, while guesses from it are refused', async () => {
    const operator = stranger;
    expect(await statusOf(operator, engine.operatorToken)).toBe(200);
    expect(await guess(operator, 22)).toEqual([...refusals(401, 20), 429, 429]);
    expect([await statusOf(operator, engine.operatorToken), await statusOf(operator, 'wrong')]).toEqual([200, 429]);
  });

  it('does not count calls without a token or with the same wrong token', async () => {
    for (let times = 0; times < 30; times++) {
      expect(await statusOf(stranger, null)).toBe(401);
      expect(await statusOf(stranger, 'an-outdated-token-of-a-script')).toBe(401);
    }
    expect(await statusOf(stranger, engine.operatorToken)).toBe(200);
  });

  it('is counted for both doors together', async () => {
    await guess(stranger, 20);
    for (const [, at, authorization] of doors) {
      const headers = { 'x-forwarded-for': stranger, authorization: authorization(engine.operatorToken) };
      expect([at, (await httpCall('GET', `${engine.url}/engine/v1/operator${at}`, { headers })).status]).toEqual([
        at,
        429,
      ]);
    }
  });
});
