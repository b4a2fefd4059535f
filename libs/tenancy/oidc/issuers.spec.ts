import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '#platform/config';
import { Outbound } from '#platform/outbound';
import { Issuers } from './issuers.js';

const config = readConfig({
  DATABASE_URL: 'postgres://app@db/engine',
  SECRETS_KEY: Buffer.alloc(32).toString('base64'),
  OPERATOR_TOKEN: 'o'.repeat(24),
  OUTBOUND_NETWORKS: '127.0.0.1',
});
const MIB = 1024 * 1024;
/** A discovery document takes more than ten times as much in memory. */
const PADDING = `[${'[],'.repeat(100_000)}[]]`;

describe('the providers of single sign-on', () => {
  let server: Server;
  let issuer: string;
  let asked = 0;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      asked++;
      response.setHeader('content-type', 'application/json').end(`{"issuer":"${issuer}","padding":${PADDING}}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  it('are asked once for a registration, and again after it has changed', async () => {
    const issuers = new Issuers(new Outbound(config));
    const client = { issuer, clientId: 'readiness', clientSecret: 'first' };
    const before = asked;
    for (const clientSecret of ['first', 'first', 'second']) await issuers.get('acme', { ...client, clientSecret });
    await issuers.get('other', client);
    expect(asked - before).toBe(3);
  });

  it('take no memory for earlier registrations of a tenant', async () => {
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;
    const held = (): number => {
      gc();
      return process.memoryUsage().heapUsed;
    };
    const issuers = new Issuers(new Outbound(config));
    const before = held();
    for (let number = 0; number < 15; number++)
      await issuers.get('acme', { issuer, clientId: 'readiness', clientSecret: `secret ${number}` });
    expect(held() - before).toBeLessThan(25 * MIB);
    await issuers.get('acme', { issuer, clientId: 'readiness', clientSecret: 'secret 14' });
  });
});
