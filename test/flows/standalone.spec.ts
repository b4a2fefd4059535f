import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Browser } from '../harness/browser.js';
import { EVERYTHING, board, reviewed } from '../harness/demo-content.js';
import { BASE_ENVIRONMENT } from '../harness/engine-process.js';
import { eventually } from '../harness/eventually.js';
import { freePort } from '../../bench/harness/stage/ports.js';
import { httpCall } from '../harness/http-call.js';
import { tenantOf } from '../harness/tenant.js';

interface Started {
  readonly child: ChildProcess;
  /** What it printed so far. */
  readonly output: () => string;
  /** Its exit status, once it has ended. */
  readonly ended: Promise<number | null>;
}

/** A machine that is busy takes its time. */
const START_MS = 60_000;

/** What is kept of the demo tenant. */
interface Kept {
  readonly signingSecret: string;
  readonly adminToken: string;
  readonly login: { readonly email: string; readonly password: string };
}

jest.setTimeout(4 * START_MS);

let folder: string;
let port: number;
const children: ChildProcess[] = [];
let latest: Started | undefined;

const setUp = async (): Promise<void> => {
  // Private, as a clone in root's home is: PostgreSQL must get by without another user's help.
  folder = await mkdtemp(join(tmpdir(), 'engine-standalone-'));
  port = await freePort();
};
const tearDown = async (): Promise<void> => {
  for (const child of children.splice(0)) {
    child.kill('SIGINT');
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once('exit', resolve));
  }
  // The PostgreSQL of an engine that is stopped while it starts ends a moment later.
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
};

const start = (environment: Record<string, string> = {}): Started => {
  const child = spawn(process.execPath, ['dist/bin/standalone.js'], {
    env: {
      ...BASE_ENVIRONMENT,
      DATA_DIR: folder,
      PORT: String(port),
      METRICS_PORT: '0',
      LOG_LEVEL: 'silent',
      ...environment,
    },
  });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  latest = { child, output: () => text, ended: new Promise((resolve) => child.once('exit', resolve)) };
  return latest;
};

const KEPT = { event: 'signal.incident', data: { site: 'Site A', topic: 'kept', dedupe_key: 'kept' } };

/** Each test goes on with the engine, or the data folder, that the test before it left. */
describe('npm start', () => {
  let running: Started;
  let secrets: Readonly<Record<string, string>>;

  beforeAll(setUp);
  afterAll(tearDown);

  const ready = (): Promise<void> =>
    eventually(async () => {
      if (typeof latest?.child.exitCode === 'number') throw new Error(`The engine has ended:\n${latest.output()}`);
      expect((await httpCall('GET', `http://127.0.0.1:${port}/engine/health/ready`)).status).toBe(200);
      expect(JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8'))).toMatchObject({ complete: true });
    }, START_MS);
  const kept = async (): Promise<Kept> => JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8')) as Kept;
  const demo = async (): Promise<ReturnType<typeof tenantOf>> =>
    tenantOf(`http://127.0.0.1:${port}`, 'acme', await kept());
  const logIn = async ({ login: { email, password } }: Kept): Promise<number> =>
    (await new Browser(`http://127.0.0.1:${port}`).logIn('acme', email, password)).status;

  it('starts an engine with a demo tenant, and prints how to use it', async () => {
    running = start();
    const { output } = running;
    await ready();
    const [acme, credentials] = [await demo(), await kept()];
    const { login } = credentials;
    await eventually(async () => {
      for (const part of [
        `http://127.0.0.1:${port}/engine/v1/integration/acme/webhook`,
        acme.signingSecret,
        acme.adminToken,
        login.email,
        login.password,
      ])
        expect(output()).toContain(part);
    });
    expect(await logIn(credentials)).toBe(200);
    expect((await stat(join(folder, 'demo.json'))).mode & 0o777).toBe(0o600);
    const count = async (path: string): Promise<number> =>
      (await acme.admin<{ items: unknown[] }>('GET', `${path}limit=200`)).body.items.length;
    expect(await count('/courses?')).toBeGreaterThanOrEqual(40);
    // One of the needs is offered at some time after the start.
    const needCount = await count('/needs?status=all&');
    expect([await count('/sites?'), await count('/workers?'), needCount]).toEqual([5, 60, 11]);
    const needs = await acme.resolvedNeeds();
    expect(needs.find(({ topic }) => topic === 'Working at Heights')).toMatchObject({
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
    const second = start({ PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^DATA_DIR .* is in use by the engine with process id \d+: .*\n$/);
    expect((await httpCall('GET', `http://127.0.0.1:${port}/engine/health/live`)).status).toBe(200);
  });

  it('keeps its state after a kill -9', async () => {
    expect(await (await (await demo()).send(KEPT)).json()).toMatchObject({ deduped: false });
    running.child.kill('SIGKILL');
    await running.ended;
    running = start();
    await ready();
    expect(await (await (await demo()).send(KEPT)).json()).toEqual({ ok: true, applied: true, deduped: true });
    const { login, ...older } = await kept();
    await eventually(async () => expect(running.output()).toContain(login.password), START_MS);
    expect(await logIn({ login, ...older })).toBe(200);
    running.child.kill('SIGTERM');
    expect(await running.ended).toBe(0);
  });

  it('keeps its state after a restart, and adds the user that an older demo tenant does not have', async () => {
    const { login, ...older } = await kept();
    await writeFile(join(folder, 'demo.json'), JSON.stringify({ ...older, complete: true }));
    secrets = {
      SECRETS_KEY: await readFile(join(folder, 'secrets.key'), 'utf8'),
      OPERATOR_TOKEN: randomBytes(24).toString('hex'),
      AI_API_KEY: 'ai-api-key',
      AWS_SECRET_ACCESS_KEY: 'cloud-secret',
    };
    running = start({ ...secrets, LC_MESSAGES: 'C' });
    await ready();
    await eventually(async () => {
      expect(await kept()).toHaveProperty('login');
      expect(running.output()).toContain((await kept()).login.password);
    }, START_MS);
    expect([await logIn(await kept()), await logIn({ login, ...older })]).toEqual([200, 401]);
    expect(await (await (await demo()).send(KEPT)).json()).toEqual({ ok: true, applied: true, deduped: true });
  });

  it('hides its secrets from the PostgreSQL that it starts', async () => {
    const [pid = ''] = (await readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8')).split('\n');
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8');
    expect(environment.split('\0')).toEqual(expect.arrayContaining([`PATH=${process.env['PATH']}`, 'LC_MESSAGES=C']));
    for (const text of Object.entries(secrets).flat()) expect(environment).not.toContain(text);
  });

  it('stops its PostgreSQL, too', async () => {
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
    expect(existsSync(join(folder, 'postgres/data/postmaster.pid'))).toBe(false);
  });
});

describe('npm start in a new folder', () => {
  beforeEach(setUp);
  afterEach(tearDown);

  it.each([
    ['a wrong PORT', { PORT: 'http' }, /^PORT should be a port number from 0 to 65535, not "http"\n$/],
    ['a wrong LOG_LEVEL', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL should be one of .*, not "loud"\n$/],
    [
      'a database that is none',
      { DATABASE_URL: 'mysql://localhost/x' },
      /^DATABASE_URL should be a URL that starts with postgres:\/\/.*\n$/,
    ],
    ['a short SECRETS_KEY', { SECRETS_KEY: 'c2hvcnQ=' }, /^SECRETS_KEY should be 32 bytes in base64, not 5 bytes.*\n$/],
    [
      'its own database but no secrets',
      { DATABASE_URL: 'postgres://a:b@localhost/x' },
      /^SECRETS_KEY is missing: it should be 32 bytes in base64.*\n$/,
    ],
    [
      'a Redis that is none',
      { REDIS_URL: 'localhost:6379' },
      /^REDIS_URL should be a URL that starts with redis:\/\/.*\n$/,
    ],
  ])('prints one line about %s', async (_what, environment, line) => {
    const { output, ended } = start(environment);
    expect(await ended).toBe(1);
    expect(output()).toMatch(line);
  });

  it('prints one line if the port is in use', async () => {
    const taken = createServer().listen(port, '127.0.0.1');
    const { output, ended } = start();
    expect(await ended).toBe(1);
    expect(output()).toBe(`PORT: port ${port} on 127.0.0.1 is taken by another program; set PORT to a free one\n`);
    await new Promise((resolve) => taken.close(resolve));
  });

  it('prints one line if the data folder cannot be written', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const { output, ended } = start({ DATA_DIR: join(file, 'below') });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^DATA_DIR should be a folder that can be written to; .*\n$/);
  });

  it('prints one line if the parent folder allows no folders, for which Node would retry forever', async () => {
    const { output, ended } = start({ DATA_DIR: '/proc/nope' });
    expect(await ended).toBe(1);
    expect(output()).toMatch(/^DATA_DIR should be a folder that can be written to; \/proc\/nope cannot: .*\n$/);
  });
});
