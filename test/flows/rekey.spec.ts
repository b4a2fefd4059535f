import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONFIG, type Config } from '#platform/config';
import { seal } from '#tenancy';
import { type CommandLine, openCommandLine } from '../harness/command-line.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { CLIENT, OpenIdIssuer } from '../harness/openid-issuer.js';
import { Receiver, signaturesBy } from '../harness/receiver.js';
import type { TestTenant } from '../harness/tenant.js';

const KEY = randomBytes(32).toString('base64');
const KEYED = { 'idempotency-key': 'once' };

/** Tenants whose secrets a step of the command encrypts. */
const TENANTS_OF_A_STEP = 200;

interface Rekeyed {
  readonly columns: ReadonlyArray<Readonly<Record<'table' | 'column', string>> & Record<string, number>>;
}

describe('after a change of SECRETS_KEY', () => {
  let first: TestEngine;
  let issuer: OpenIdIssuer;
  let receiver: Receiver;
  let tenant: TestTenant;
  let lastTenant: TestTenant;
  let webhookSecret: string;
  let running: TestEngine;
  let edifyd: CommandLine;

  beforeAll(async () => {
    first = await startEngine();
    issuer = await OpenIdIssuer.start([]);
    receiver = await Receiver.open();
    tenant = await first.createTenant();
    const webhook = await tenant.admin<{ secret: string }>('POST', '/webhooks', { url: receiver.url });
    webhookSecret = webhook.body.secret;
    await tenant.admin('PUT', '/oidc', { issuer: issuer.url, ...CLIENT });
    await tenant.admin('POST', '/workers', { name: 'Ada', externalWorkerId: 'E-1' }, KEYED);
    await addTenants(TENANTS_OF_A_STEP);
    lastTenant = await first.createTenant();
    await first.app.close();
    running = await startEngine({ on: changed(KEY), environment: { SECRETS_KEY_PREVIOUS: first.secretsKey } });
    edifyd = await openCommandLine(running);
  });
  afterAll(async () => {
    await running.close();
    await first.database.drop();
    await Promise.all([issuer.close(), receiver.close(), edifyd.close()]);
  });

  /** Tenants with a signing secret each, as the operator's API creates them one by one. */
  async function addTenants(count: number): Promise<void> {
    const rows = await first.database.query<{ id: string }>(
      `insert into tenant (id, slug, name) select uuid_next(), 'other-' || n, 'Other' from generate_series(1, $1) as n
        returning id`,
      [count],
    );
    const { secretsKeys } = first.app.get<Config>(CONFIG, { strict: false });
    const sealed = rows.map(({ id }) => seal(secretsKeys, randomBytes(24).toString('base64'), id).toString('hex'));
    await first.database.query(
      `insert into signing_secret (tenant_id, id, sealed) select id, uuid_next(), decode(sealed, 'hex')
        from unnest($1::uuid[], $2::text[]) as given (id, sealed)`,
      [rows.map(({ id }) => id), sealed],
    );
  }

  const changed = (secretsKey: string) => ({
    database: first.database,
    operatorToken: first.operatorToken,
    secretsKey,
  });
  const rekey = (...options: string[]): Promise<Rekeyed> => edifyd.json<Rekeyed>(['secret', 'rekey', ...options]);
  const counts = ({ columns }: Rekeyed, of: string): Record<string, number> =>
    Object.fromEntries(columns.map((column) => [`${column.table}.${column.column}`, column[of] ?? 0]));

  /** Data points are verified, outgoing events signed, the provider's secret sent, and answers repeated. */
  async function expectSecretsToWork(engine: TestEngine): Promise<void> {
    const now = tenant.at(engine.url);
    const sent = receiver.received.length;
    const topic = randomBytes(4).toString('hex');
    expect((await now.send({ event: 'signal.incident', data: { site: 'Site A', topic } })).status).toBe(200);
    await eventually(async () => {
      const latest = receiver.received.slice(sent).find(({ body }) => body.includes(topic));
      expect(latest === undefined ? 0 : signaturesBy(webhookSecret, latest)).toBe(1);
    });
    const { clientSecret: _kept, ...settings } = CLIENT;
    expect((await now.admin('PUT', '/oidc', { issuer: issuer.url, ...settings })).status).toBe(200);
    const again = await now.admin('POST', '/workers', { name: 'Ada', externalWorkerId: 'E-1' }, KEYED);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
  }

  it('the engine reads secrets of the previous key, and counts them', async () => {
    expect(counts(await rekey('--dry-run'), 'reencrypted')).toEqual({
      'signing_secret.sealed': 202,
      'oidc_settings.sealed_secret': 1,
      'idempotency_key.answer': 1,
      'webhook_endpoint.sealed': 1,
      'webhook_endpoint.sealed_before': 0,
    });
    await expectSecretsToWork(running);
  });

  it('a run that broke off leaves secrets of both keys, which work, and the next run does the rest', async () => {
    const broken = await running.operator('POST', '/secrets/rekey', {});
    expect(await broken.json()).toMatchObject({ nextCursor: expect.any(String) });
    await running.close();
    running = await startEngine({ on: changed(KEY), environment: { SECRETS_KEY_PREVIOUS: first.secretsKey } });
    await edifyd.close();
    edifyd = await openCommandLine(running);
    await expectSecretsToWork(running);
    const event = { event: 'signal.incident', data: { site: 'Site B', topic: 'T' } };
    expect((await lastTenant.at(running.url).send(event)).status).toBe(200);
    expect(counts(await rekey('--dry-run'), 'reencrypted')).toMatchObject({ 'signing_secret.sealed': 2 });
    expect(counts(await rekey(), 'reencrypted')).toMatchObject({ 'signing_secret.sealed': 2 });
  });

  it('a second run finds nothing to do, and the previous key can go', async () => {
    expect(Object.values(counts(await rekey(), 'reencrypted'))).toEqual([0, 0, 0, 0, 0]);
    await expectSecretsToWork(running);
    await running.close();
    running = await startEngine({ on: changed(KEY) });
    expect((await tenant.at(running.url).send({ event: 'signal.audit', data: { site: 'S', topic: 'T' } })).status).toBe(
      200,
    );
  });

  it('secrets with an unknown key are left as they are, and reported', async () => {
    const stranger = await startEngine({ worker: false, on: changed(randomBytes(32).toString('base64')) }).catch(
      String,
    );
    expect(stranger).toContain('SECRETS_KEY should be the key that encrypted the signing secrets');
    await first.database.query(`update webhook_endpoint set sealed = decode(repeat('00', 60), 'hex')`);
    const line = await openCommandLine(running);
    const { status, err } = await line.run(['secret', 'rekey']);
    expect([status, err]).toEqual([1, expect.stringMatching(/1 stored secrets have none of the engine's keys/)]);
    await line.close();
  });
});
