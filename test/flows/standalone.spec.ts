import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { logInStatus } from '../factories/users.js';
import { EVERYTHING, board, reviewed } from '../harness/demo-content.js';
import { eventually } from '../harness/eventually.js';
import { freePort } from '../../bench/harness/stage/ports.js';
import { httpCall } from '../harness/http-call.js';
import { type DemoCredentials, START_MS, Standalone } from '../harness/standalone.js';

jest.setTimeout(4 * START_MS);

let standalone: Standalone;

const KEPT = { event: 'signal.incident', data: { site: 'Site A', topic: 'kept', dedupe_key: 'kept' } };

/** Each test continues with the engine, or the data folder, of the previous one. */
describe('npm start', () => {
  let running: ReturnType<Standalone['start']>;
  let secrets: Readonly<Record<string, string>>;

  beforeAll(async () => {
    standalone = await Standalone.create();
  });
  afterAll(() => standalone.remove());

  const postmaster = async (): Promise<number> =>
    Number.parseInt(await readFile(join(standalone.folder, 'postgres/data/postmaster.pid'), 'utf8'), 10);
  const logIn = async ({ login: { email, password } }: DemoCredentials): Promise<number> =>
    logInStatus(await standalone.demoTenant(), email, password);
  const sendKept = async (): Promise<unknown> => (await (await standalone.demoTenant()).send(KEPT)).json();

  it('starts an engine with a demo tenant, and prints how to use it', async () => {
    running = standalone.start();
    const { output } = running;
    const acme = await standalone.ready();
    const credentials = await standalone.credentials();
    const { signingSecret, adminToken, login } = credentials;
    const webhook = `${standalone.url}/engine/v1/integration/acme/webhook`;
    await eventually(async () => {
      for (const part of [webhook, signingSecret, adminToken, login.email, login.password])
        expect(output()).toContain(part);
    });
    expect(await logIn(credentials)).toBe(200);
    expect((await stat(join(standalone.folder, 'demo.json'))).mode & 0o777).toBe(0o600);
    const count = async (path: string): Promise<number> =>
      (await acme.admin<{ items: unknown[] }>('GET', `${path}limit=200`)).body.items.length;
    expect(await count('/courses?')).toBeGreaterThanOrEqual(40);
    // One of the needs is offered at some time after the start.
    const needCount = await count('/needs?status=all&');
    expect([await count('/sites?'), await count('/workers?'), needCount]).toEqual([5, 60, 11]);
    const needs = await acme.resolvedNeeds();
    expect(needs.find(({ topic }) => topic === 'Working at Heights')).toMatchObject({
      // The licence that the directory has ends on the day of the data point, whenever the demo is made.
      status: 'open',
      audience: { worker: { name: 'Jordan Blake' } },
      recommendation: { kind: 'course' },
    });
    expect(needs.find(({ topic }) => topic === 'Drone Operation')?.recommendation.kind).toBe('author_one');
    await eventually(async () => expect(await board(acme)).toEqual(EVERYTHING));
    expect(await reviewed(acme)).toEqual({
      statuses: ['in_review'],
      writtenBy: 'outline',
      editors: ['user:lena.fischer@acme.com', 'user:lena.fischer@acme.com', expect.stringMatching(/^job:/)],
      commenters: ['user:admin@acme.com', 'user:lena.fischer@acme.com'],
      blocking: [],
    });
  });

  it('refuses a data folder of another running engine, and does not affect it', async () => {
    const second = standalone.start({ PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^DATA_DIR .* is in use by the engine with process id \d+: .*\n$/);
    expect((await httpCall('GET', `${standalone.url}/engine/health/live`)).status).toBe(200);
  });

  it('keeps its state after a kill -9', async () => {
    expect(await sendKept()).toMatchObject({ deduped: false });
    await running.end('SIGKILL');
    running = standalone.start();
    await standalone.ready();
    expect(await sendKept()).toEqual({ ok: true, applied: true, deduped: true });
    const { login, ...older } = await standalone.credentials();
    await eventually(async () => expect(running.output()).toContain(login.password), START_MS);
    expect(await logIn({ login, ...older })).toBe(200);
    expect(await running.end('SIGTERM')).toBe(0);
  });

  it('keeps its state after a restart, and adds the user that an older demo tenant does not have', async () => {
    const { login, ...older } = await standalone.credentials();
    await writeFile(join(standalone.folder, 'demo.json'), JSON.stringify({ ...older, complete: true }));
    secrets = {
      SECRETS_KEY: await readFile(join(standalone.folder, 'secrets.key'), 'utf8'),
      OPERATOR_TOKEN: randomBytes(24).toString('hex'),
      AI_API_KEY: 'ai-api-key',
      AWS_SECRET_ACCESS_KEY: 'cloud-secret',
    };
    running = standalone.start({ ...secrets, LC_MESSAGES: 'C' });
    await standalone.ready();
    await eventually(async () => {
      expect(await standalone.credentials()).toHaveProperty('login');
      expect(running.output()).toContain((await standalone.credentials()).login.password);
    }, START_MS);
    expect([await logIn(await standalone.credentials()), await logIn({ login, ...older })]).toEqual([200, 401]);
    expect(await sendKept()).toEqual({ ok: true, applied: true, deduped: true });
  });

  it('hides its secrets from the PostgreSQL that it starts', async () => {
    const environment = await readFile(`/proc/${await postmaster()}/environ`, 'utf8');
    expect(environment.split('\0')).toEqual(expect.arrayContaining([`PATH=${process.env['PATH']}`, 'LC_MESSAGES=C']));
    for (const text of Object.entries(secrets).flat()) expect(environment).not.toContain(text);
  });

  it('creates another demo tenant at the start after the deletion of the former one', async () => {
    const operator = (method: string, path: string, body?: object): Promise<Response> =>
      httpCall(method, `${standalone.url}/engine/v1/operator${path}`, {
        headers: { authorization: `Bearer ${secrets['OPERATOR_TOKEN']}`, 'content-type': 'application/json' },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
    const former = await standalone.credentials();
    expect((await operator('POST', '/tenants/acme/deletion', { slug: 'acme', graceDays: 0 })).status).toBe(200);
    await eventually(async () => expect((await operator('GET', '/tenants/acme/usage')).status).toBe(404), START_MS);
    expect(await running.end('SIGTERM')).toBe(0);
    running = standalone.start(secrets);
    await eventually(
      async () => expect((await standalone.credentials()).signingSecret).not.toBe(former.signingSecret),
      START_MS,
    );
    await standalone.ready();
    expect(await sendKept()).toMatchObject({ deduped: false });
  });

  it('ends if its PostgreSQL is killed, and can be started again', async () => {
    process.kill(await postmaster(), 'SIGKILL');
    expect(await running.ended).toBe(1);
    expect(running.output()).toMatch(/^the embedded PostgreSQL has ended \(SIGKILL\): start the engine again$/m);
    running = standalone.start(secrets);
    await standalone.ready();
  });

  it('stops its PostgreSQL, too', async () => {
    expect(await running.end('SIGINT')).toBe(0);
    expect(existsSync(join(standalone.folder, 'postgres/data/postmaster.pid'))).toBe(false);
  });
});
