import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, type RequestListener, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTING } from '../harness/engine-process.js';
import { type TestEngine, sign, startEngine } from '../harness/engine.js';
import { type TestTenant, tenantOf } from '../harness/tenant.js';

const MAIN = resolve('dist/apps/edifyd/main.js');

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

interface RunOptions {
  readonly env?: Record<string, string>;
  readonly input?: string | Buffer;
  readonly url?: string;
}

interface SendSummary {
  readonly sent: number;
  readonly created: number;
  readonly joined: number;
  readonly refused: number;
  readonly refusals: Array<{ line: number; reason: string; details: Array<{ field: string; message: string }> }>;
  readonly retries: number;
  readonly stopped: { reason: string; line: number | null } | null;
}

let engine: TestEngine;
let folder: string;

beforeAll(async () => {
  engine = await startEngine();
  folder = await mkdtemp(join(tmpdir(), 'edifyd-'));
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the compiled command line in a process of its own, with nothing in its environment but what is given. */
function edifyd(
  args: readonly string[],
  { env = { OPERATOR_TOKEN: engine.operatorToken }, input = '', url = engine.url }: RunOptions = {},
): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, ...args, '--url', url], { cwd: folder, env: { ...STARTING, ...env } });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((done) => child.on('close', (status) => done({ status, out, err })));
}

/** Runs a command that is to succeed, and reads the one JSON value that it prints. */
async function json<T>(args: readonly string[], options: RunOptions = {}): Promise<T> {
  const { status, out, err } = await edifyd([...args, '--json'], options);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out) as T;
}

/** What a failed command tells: one line on stderr, and with `--json` the same on stdout. */
async function failure(
  args: readonly string[],
  options: RunOptions = {},
): Promise<{ line: string; error: Record<string, unknown> }> {
  const { status, out, err } = await edifyd([...args, '--json'], options);
  expect(status).toBe(1);
  expect(err.trimEnd().split('\n')).toHaveLength(1);
  const { error } = JSON.parse(out) as { error: Record<string, unknown> };
  expect(error['message']).toBe(err.trimEnd());
  return { line: err.trimEnd(), error };
}

async function createTenant(slug: string): Promise<TestTenant> {
  return tenantOf(
    engine.url,
    slug,
    await json<{ signingSecret: string; adminToken: string }>(['tenant', 'create', slug, '--name', 'Tenant']),
  );
}

async function file(name: string, content: string | Buffer): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

const event = (topic: string, extra: object = {}): object => ({
  event: 'signal.incident',
  data: { site: 'Site A', topic, ...extra },
});
const ndjson = (events: readonly object[]): string => events.map((one) => `${JSON.stringify(one)}\n`).join('');
const signals = async (slug: string): Promise<number> => {
  const [row] = await engine.database.query<{ count: number }>(
    'select count(*)::int as count from signal where tenant_id = (select id from tenant where slug = $1)',
    [slug],
  );
  return row?.count ?? -1;
};

/** Something in the place of the engine. */
async function withServer<T>(listener: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const server: Server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** An address where nothing listens. */
const deserted = (): Promise<string> =>
  withServer(
    () => undefined,
    (url) => Promise.resolve(url),
  );

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

describe('edifyd tenant', () => {
  it('creates a tenant with a valid signing secret and admin token', async () => {
    const created = await json<{ tenant: object; signingSecret: string; adminToken: string }>([
      'tenant',
      'create',
      'made',
      '--name',
      'Made Here',
      '--admin-email',
      'ada@made.example',
    ]);
    expect(created.tenant).toMatchObject({ slug: 'made', name: 'Made Here', status: 'active', plan: 'free' });
    const tenant = tenantOf(engine.url, 'made', created);
    expect((await tenant.send(event('t'))).status).toBe(200);
    expect((await tenant.admin('GET', '/me')).status).toBe(200);
  });

  it('prints the next steps for a person', async () => {
    const { status, out, err } = await edifyd(['tenant', 'create', 'for-people', '--name', 'N']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/^tenant for-people is created/);
    expect(out).toContain(`${engine.url}/engine/v1/integration/for-people/webhook`);
    expect(out).toMatch(/signing secret +whsec_\S{44}\n/);
    expect(out).toMatch(/admin token +edt_\S+\n/);
  });

  it('lists all tenants by slug, over several pages', async () => {
    await Promise.all(
      Array.from({ length: 205 }, (_, index) =>
        engine.database.query(`insert into tenant (id, slug, name) values (gen_random_uuid(), $1, $2)`, [
          `many-${index}`,
          'Many',
        ]),
      ),
    );
    const { items, nextCursor } = await json<{ items: Array<{ slug: string }>; nextCursor: null }>(['tenant', 'list']);
    const [row] = await engine.database.query<{ count: number }>('select count(*)::int as count from tenant');
    expect(items).toHaveLength(row?.count ?? -1);
    expect(items.map(({ slug }) => slug)).toEqual(items.map(({ slug }) => slug).toSorted());
    expect(nextCursor).toBeNull();
  });

  it('removes control characters from names', async () => {
    await engine.operator('POST', '/tenants', { slug: 'evil', name: 'red \u001B[31m\nfake  active' });
    const { out } = await edifyd(['tenant', 'list']);
    expect(out).toMatch(/^SLUG +STATUS +PLAN +SIGNALS KEPT +SINCE +NAME\n/);
    expect(out).toMatch(/^evil +active +free +12 months +\d{4}-\d\d-\d\d +red \u{FFFD}\[31m\u{FFFD}fake/mu);
  });

  it('suspends and activates a tenant', async () => {
    const tenant = await createTenant('on-off');
    expect(await json(['tenant', 'suspend', 'on-off'])).toMatchObject({ slug: 'on-off', status: 'suspended' });
    expect((await tenant.send(event('t'))).status).toBe(401);
    const { status, out } = await edifyd(['tenant', 'activate', 'on-off']);
    expect({ status, out }).toEqual({ status: 0, out: 'tenant on-off is active\n' });
    expect((await tenant.send(event('t'))).status).toBe(200);
  });

  it('changes how long signals are kept, within the allowed values', async () => {
    await createTenant('keeper');
    const { status, out } = await edifyd(['tenant', 'retention', 'keeper', '3']);
    expect({ status, out }).toEqual({ status: 0, out: 'tenant keeper keeps its signals for 3 months\n' });
    expect((await failure(['tenant', 'retention', 'keeper', '5'])).error).toMatchObject({
      status: 422,
      errors: [{ field: 'signalRetentionMonths' }],
    });
    expect((await json<{ items: object[] }>(['tenant', 'list'])).items).toContainEqual(
      expect.objectContaining({ slug: 'keeper', signalRetentionMonths: 3 }),
    );
  });

  it('shows the fields that the engine refuses', async () => {
    const { line, error } = await failure(['tenant', 'create', 'Bad Slug', '--name', 'N', '--admin-email', 'nobody']);
    expect(line).toMatch(/^refused \(422 invalid\): .*slug must be 1 to 63 .*adminEmail must be an email/);
    expect(error).toMatchObject({ status: 422, code: 'invalid', errors: [{ field: 'slug' }, { field: 'adminEmail' }] });
  });

  it('reports a taken and an unknown slug', async () => {
    await createTenant('taken');
    expect((await failure(['tenant', 'create', 'taken', '--name', 'N'])).error).toMatchObject({
      code: 'slug_taken',
      message: expect.stringContaining('"taken" exists already'),
    });
    const nobody = await Promise.all(
      ['nobody', '..', 'a/../b', ''].map((slug) => failure(['tenant', 'suspend', slug])),
    );
    expect(nobody.map(({ error }) => error['code'])).toEqual(nobody.map(() => 'not_found'));
  });
});

describe('edifyd secret and token', () => {
  it('rotates with a grace period of a day, or the given one', async () => {
    const tenant = await createTenant('rotating');
    const { signingSecret, previousExpiresAt } = await json<{ signingSecret: string; previousExpiresAt: string }>([
      'secret',
      'rotate',
      'rotating',
    ]);
    expect(Math.abs(Date.parse(previousExpiresAt) - Date.now() - 86_400_000)).toBeLessThan(30_000);
    expect((await tenant.send(event('t'))).status).toBe(200);
    const { status, out } = await edifyd(['secret', 'rotate', 'rotating', '--grace', '0']);
    expect(status).toBe(0);
    const latest = /whsec_\S+/.exec(out)?.[0] ?? '';
    const body = JSON.stringify(event('t'));
    expect((await tenant.send(event('t'))).status).toBe(401);
    expect((await tenant.sendRaw(body, { 'x-edifyd-signature': sign(signingSecret, body) })).status).toBe(401);
    expect((await tenant.sendRaw(body, { 'x-edifyd-signature': sign(latest, body) })).status).toBe(200);
  });

  it('creates a token with the given role', async () => {
    const tenant = await createTenant('tokens');
    const { token } = await json<{ token: string }>([
      'token',
      'create',
      'tokens',
      '--role',
      'author',
      '--name',
      'import job',
    ]);
    const { body } = await tenantOf(engine.url, tenant.slug, { signingSecret: '', adminToken: token }).admin(
      'GET',
      '/me',
    );
    expect(body).toMatchObject({ tenant: { slug: 'tokens' }, role: 'author', name: 'import job' });
    expect((await edifyd(['token', 'create', 'tokens', '--role', 'viewer', '--name', 'x'])).out).toMatch(
      /^token "x" \(viewer\) of tenant tokens, shown this once\nedt_\S+\n$/,
    );
  });

  it('creates a link by which an admin can log in again', async () => {
    await createTenant('locked-out');
    const { url } = await json<{ url: string }>(['admin', 'recover', 'locked-out', '--email', 'ada@acme.example']);
    expect(url).toMatch(/\/set-password#edp_[\w-]{64}$/);
    expect((await edifyd(['admin', 'recover', 'locked-out', '--email', 'ada@acme.example'])).out).toMatch(
      /^ada@acme\.example is an admin of tenant locked-out; .*\nlink +http\S+#edp_\S+\ngood until +\S+Z\n$/,
    );
  });
});

describe('edifyd send', () => {
  it('sends 300 events of NDJSON, including repeated ones and an invalid one', async () => {
    const { signingSecret } = await createTenant('bulk');
    const events = Array.from({ length: 300 }, (_, index) => event(`topic ${index % 200}`, { n: index }));
    events.splice(149, 0, { event: 'signal.incident', data: { topic: 'nobody and nowhere', severity: 9 } });
    const name = await file('events.ndjson', ndjson(events));
    const { status, out, err } = await edifyd(['send', 'bulk', '--file', name, '--secret', signingSecret, '--json']);
    expect(status).toBe(1);
    expect(err).toBe('1 of 301 events refused: the summary has the lines and reasons\n');
    const summary = JSON.parse(out) as SendSummary;
    expect(summary).toMatchObject({
      sent: 301,
      created: 200,
      joined: 100,
      resolved: 0,
      unchanged: 0,
      refused: 1,
      retries: 0,
      stopped: null,
    });
    expect(summary.refusals).toEqual([
      { line: 150, reason: expect.stringMatching(/^invalid_event: /), details: expect.any(Array) },
    ]);
    expect(summary.refusals[0]?.details.map(({ field }) => field).toSorted()).toEqual(['data', 'data.severity']);
    expect(await signals('bulk')).toBe(300);
  });

  it('prints a summary for a person, with the line and reason of each refusal', async () => {
    const { signingSecret } = await createTenant('summary');
    const input = `${ndjson([event('a'), event('a')])}\n{"event": "signal.\n"text"\n${ndjson([{ event: 'order.paid', data: { site: 'S' } }, event('b')])}`;
    const { status, out } = await edifyd(['send', 'summary', '--file', '-', '--secret', signingSecret], { input });
    expect(status).toBe(1);
    expect(out.split('\n')).toEqual([
      'sent       4',
      'created    2',
      'joined     1',
      'refused    3',
      expect.stringMatching(/^ {2}line 4: no JSON: /),
      '  line 5: no JSON object',
      expect.stringMatching(/^ {2}line 6: invalid_event: event must be "signal/),
      '',
    ]);
  });

  it.each([
    ['a JSON array', (events: object[]) => JSON.stringify(events, null, 2)],
    ['one object over several lines', (events: object[]) => JSON.stringify(events[0], null, 2)],
    ['NDJSON of Windows', (events: object[]) => `\u{FEFF}${ndjson(events).replaceAll('\n', '\r\n')}`],
  ])('reads %s from stdin', async (kind, write) => {
    const { signingSecret } = await createTenant(`stdin-${kind.length}`);
    const events = kind.startsWith('one') ? [event('a')] : [event('a'), event('b'), event('c')];
    const summary = await json<SendSummary>(['send', `stdin-${kind.length}`, '--file', '-'], {
      input: write(events),
      env: { EDIFYD_SECRET: signingSecret },
    });
    expect(summary).toMatchObject({ sent: events.length, created: events.length, refused: 0 });
  });

  it('sends one event, and an empty file', async () => {
    const { signingSecret } = await createTenant('single');
    expect(
      await json(['send', 'single', '--event', JSON.stringify(event('ü')), '--secret', signingSecret]),
    ).toMatchObject({ sent: 1, created: 1 });
    expect(
      await json(['send', 'single', '--file', await file('empty.ndjson', ''), '--secret', signingSecret]),
    ).toMatchObject({ sent: 0, refused: 0 });
  });

  it('signs and sends the exact bytes of the file', async () => {
    const texts = [
      '{"event":"signal.x", "data":{"site":"S","ref":12345678901234567890, "share":1.00}}',
      '{ "event":"signal.x","data":{"site":"Ü"} }',
    ];
    const got: Array<{ body: string; signed: boolean }> = [];
    await withServer(
      (request, response) => {
        void bodyOf(request).then((body) => {
          got.push({
            body: body.toString('utf8'),
            signed: request.headers['x-edifyd-signature'] === sign('s3cret', body),
          });
          response
            .setHeader('content-type', 'application/json')
            .end('{"ok":true,"applied":true,"deduped":false,"signalId":"sig_x"}');
        });
      },
      async (url) => {
        const options = { url, env: { EDIFYD_SECRET: 's3cret' }, input: `[${texts.join(',\n')}]` };
        expect(await json(['send', 'any', '--file', '-', '--concurrency', '1'], options)).toMatchObject({ created: 2 });
      },
    );
    expect(got).toEqual(texts.map((body) => ({ body, signed: true })));
  });

  it('takes the secret of the demo tenant from DATA_DIR, and of no other tenant', async () => {
    const { signingSecret } = await createTenant('acme');
    const data = join(folder, 'demo-data');
    await mkdir(data);
    await writeFile(join(data, 'demo.json'), JSON.stringify({ signingSecret, adminToken: 'edt_x' }));
    const env = { DATA_DIR: data };
    expect(await json(['send', 'acme', '--event', JSON.stringify(event('demo'))], { env })).toMatchObject({
      created: 1,
    });
    const { line } = await failure(['send', 'other', '--event', '{}'], { env });
    expect(line).toMatch(/^there is no signing secret for "other": give --secret, or set EDIFYD_SECRET/);
  });

  it('stops at the first response that says that the secret is wrong', async () => {
    await createTenant('wrong-secret');
    const { status, out, err } = await edifyd(
      ['send', 'wrong-secret', '--file', '-', '--secret', 'whsec_wrong', '--json'],
      { input: ndjson(Array.from({ length: 500 }, (_, index) => event(`t${index}`))) },
    );
    expect(status).toBe(1);
    expect(err).toMatch(
      /^stopped at line 1: the signature is refused \(401\).*; sending all of it again is safe, as what was recorded joins\n$/,
    );
    expect(JSON.parse(out)).toMatchObject({ sent: 0, created: 0, stopped: { line: 1 } });
    expect(await signals('wrong-secret')).toBe(0);
  });

  it('waits as long as Retry-After says, and sends again', async () => {
    const { signingSecret } = await createTenant('busy');
    const answers = [
      { status: 503, error: 'unavailable' },
      { status: 429, error: 'rate_limited' },
    ];
    const arrivals: number[] = [];
    await withServer(
      (request, response) => {
        void bodyOf(request).then(async (body) => {
          arrivals.push(performance.now());
          const busy = answers.shift();
          if (busy !== undefined)
            return response.writeHead(busy.status, { 'retry-after': '1' }).end(JSON.stringify({ error: busy.error }));
          const headers = {
            'content-type': 'application/json',
            'x-edifyd-signature': String(request.headers['x-edifyd-signature']),
          };
          const answer = await fetch(`${engine.url}${request.url}`, { method: 'POST', headers, body });
          return response.writeHead(answer.status).end(await answer.text());
        });
      },
      async (url) => {
        const input = ndjson([event('a'), event('b'), event('a')]);
        const summary = await json<SendSummary>(
          ['send', 'busy', '--file', '-', '--secret', signingSecret, '--concurrency', '1'],
          { url, input },
        );
        expect(summary).toMatchObject({ sent: 3, created: 2, joined: 1, retries: 2, stopped: null });
      },
    );
    expect(arrivals).toHaveLength(5);
    expect((arrivals[2] ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThanOrEqual(1_990);
    expect(await signals('busy')).toBe(3);
  });

  it('has as many concurrent requests as configured, and never two of one data point', async () => {
    let most = 0;
    let overlapped = false;
    const now = new Map<string, number>();
    const order: number[] = [];
    await withServer(
      (request, response) => {
        void bodyOf(request).then((body) => {
          const { data } = JSON.parse(body.toString('utf8')) as { data: { topic: string; n: number } };
          now.set(data.topic, (now.get(data.topic) ?? 0) + 1);
          most = Math.max(
            most,
            [...now.values()].reduce((sum, count) => sum + count, 0),
          );
          overlapped ||= now.get(data.topic) !== 1;
          if (data.topic === 'same') order.push(data.n);
          setTimeout(() => {
            now.set(data.topic, 0);
            response.end('{"ok":true,"applied":true,"deduped":true}');
          }, Math.random() * 20);
        });
      },
      async (url) => {
        const events = Array.from({ length: 60 }, (_, n) => event(n % 3 === 0 ? 'same' : `t${n}`, { n }));
        expect(
          await json(['send', 'any', '--file', '-', '--concurrency', '4'], {
            url,
            env: { EDIFYD_SECRET: 's' },
            input: ndjson(events),
          }),
        ).toMatchObject({ joined: 60 });
      },
    );
    expect(overlapped).toBe(false);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  it('reports errors of its input', async () => {
    const env = { EDIFYD_SECRET: 's' };
    expect((await failure(['send', 'x', '--file', 'missing.json'], { env })).line).toMatch(
      /missing\.json cannot be read: there is no such file$/,
    );
    expect((await failure(['send', 'x', '--file', '.'], { env })).line).toMatch(/cannot be read: it is a folder$/);
    expect((await failure(['send', 'x', '--event', '{"event":'], { env })).line).toMatch(/^no event found: /);
    expect(
      (await failure(['send', 'x', '--file', '-'], { env, input: Buffer.from('\u{FEFF}{"a":1}', 'utf16le') })).line,
    ).toMatch(/^line 1 is not UTF-8 text/);
  });
});

describe('edifyd doctor', () => {
  const doctor = async (
    options: RunOptions,
  ): Promise<{
    status: number | null;
    err: string;
    states: Record<string, string>;
    details: Record<string, string>;
  }> => {
    const { status, out, err } = await edifyd(['doctor', '--json'], options);
    const { ok, checks } = JSON.parse(out) as {
      ok: boolean;
      checks: Array<{ name: string; status: string; detail: string }>;
    };
    expect(ok).toBe(status === 0);
    return {
      status,
      err,
      states: Object.fromEntries(checks.map((check) => [check.name, check.status])),
      details: Object.fromEntries(checks.map((check) => [check.name, check.detail])),
    };
  };

  it('reports no problem of a working engine', async () => {
    const { status, err, states } = await doctor({});
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(states).toMatchObject({
      node: 'ok',
      DATA_DIR: 'ok',
      engine: 'ok',
      ready: 'ok',
      database: 'ok',
      queue: 'ok',
      'operator token': 'ok',
      webhook: 'ok',
    });
    const { out } = await edifyd(['doctor']);
    expect(out).toMatch(/^ok +node +edifyd \d+\.\d+\.\d+ on Node v24/);
    expect(out).toMatch(/^ok +webhook +refuses unsigned requests \(401\)$/m);
  });

  it('explains what to do about a wrong token, and about a missing one', async () => {
    const wrong = await doctor({ env: { OPERATOR_TOKEN: 'wrong' } });
    expect(wrong).toMatchObject({
      status: 1,
      err: 'failed: operator token\n',
      states: { 'operator token': 'failed', webhook: 'ok' },
    });
    expect(wrong.details['operator token']).toMatch(/set OPERATOR_TOKEN to the engine's/);
    const none = await doctor({ env: {} });
    expect(none).toMatchObject({ status: 1, states: { 'operator token': 'failed', DATA_DIR: 'failed', engine: 'ok' } });
    expect(none.details['DATA_DIR']).toMatch(/npm start/);
  });

  it('reports a data folder that others can read', async () => {
    const data = join(folder, 'open-data');
    await mkdir(data);
    await writeFile(join(data, 'operator.token'), `${engine.operatorToken}\n`, { mode: 0o600 });
    expect(await doctor({ env: { DATA_DIR: data } })).toMatchObject({
      status: 0,
      states: { DATA_DIR: 'ok', 'operator token': 'ok' },
    });
    await chmod(join(data, 'operator.token'), 0o644);
    expect(await doctor({ env: { DATA_DIR: data } })).toMatchObject({
      status: 1,
      details: { DATA_DIR: expect.stringMatching(/chmod 600 .*operator\.token$/) },
    });
  });

  it('reports an engine that is not ready, and an open webhook', async () => {
    const answers: Record<string, [number, object]> = {
      '/engine/health/live': [200, { status: 'ok', checks: {} }],
      '/engine/health/ready': [503, { status: 503, code: 'not_ready', detail: 'queue: no answer within 2000 ms' }],
      '/engine/openapi.json': [200, { openapi: '3.1.0', info: { version: '9.8.7' } }],
      '/engine/v1/integration/edifyd-doctor/webhook': [200, { ok: true }],
    };
    await withServer(
      (request, response) => {
        const [status, body] = answers[request.url ?? ''] ?? [404, {}];
        response.writeHead(status).end(JSON.stringify(body));
      },
      async (url) => {
        const { states, details } = await doctor({ url });
        expect(states).toMatchObject({
          engine: 'ok',
          ready: 'failed',
          version: 'ok',
          webhook: 'failed',
          'operator token': 'failed',
        });
        expect(details).toMatchObject({
          ready: expect.stringContaining('queue: no answer'),
          version: expect.stringContaining('9.8.7'),
          webhook: expect.stringContaining('200 instead of 401'),
        });
      },
    );
  });

  it('reports an engine that is not running', async () => {
    const { status, states, details } = await doctor({ url: await deserted() });
    expect(status).toBe(1);
    expect(states).toMatchObject({ engine: 'failed', ready: 'skipped', webhook: 'skipped' });
    expect(details['engine']).toContain('npm start');
  });
});

describe('every command of edifyd', () => {
  const commands = [
    ['tenant', 'create', 'x', '--name', 'N'],
    ['tenant', 'list'],
    ['tenant', 'suspend', 'x'],
    ['tenant', 'activate', 'x'],
    ['tenant', 'retention', 'x', '3'],
    ['secret', 'rotate', 'x'],
    ['token', 'create', 'x', '--role', 'viewer', '--name', 'n'],
    ['failures', 'list'],
    ['failures', 'retry'],
    ['send', 'x', '--event', '{"event":"signal.x","data":{"site":"S"}}', '--secret', 's'],
  ];

  it.each(commands)('explains how to start an engine that is not running: %s %s', async (...args) => {
    const url = await deserted();
    const { line, error } = await failure(
      args.filter((arg) => typeof arg === 'string'),
      { url },
    );
    expect(line).toBe(
      `cannot reach the engine at ${url} (nothing listens there): start it with "npm start", or name its address with --url`,
    );
    expect(error).toMatchObject({ code: 'unreachable' });
  });

  it.each(commands.slice(0, -1))(
    'explains what to do without an operator token, and with a wrong one: %s %s',
    async (...all) => {
      const args = all.filter((arg) => typeof arg === 'string');
      const [none, wrong] = await Promise.all([
        failure(args, { env: {} }),
        failure(args, { env: { OPERATOR_TOKEN: 'wrong' } }),
      ]);
      expect(none.line).toMatch(
        /^there is no operator token: set OPERATOR_TOKEN, or DATA_DIR to .*\.data\/operator\.token\)$/,
      );
      expect(wrong.line).toMatch(/refuses the operator token \(401\): set OPERATOR_TOKEN/);
    },
  );

  it.each([
    [[], /Usage: edifyd/],
    [['nonsense'], /unknown command/],
    [['tenant'], /Usage: edifyd tenant/],
    [['tenant', 'create', 'x'], /--name/],
    [['tenant', 'create', '--name', 'N'], /missing required argument 'slug'/],
    [['tenant', 'retention', 'x', 'long'], /whole number from 1 to 84/],
    [['tenant', 'list', '--colour'], /unknown option/],
    [['tenant', 'list', 'extra'], /too many arguments/],
    [['secret', 'rotate', 'x', '--grace', '1.5'], /whole number from 0 to 2592000/],
    [['secret', 'rotate', 'x', '--grace', '-1'], /grace/],
    [['token', 'create', 'x', '--role', 'king', '--name', 'n'], /viewer, author, admin/],
    [['failures', 'retry', '--id'], /argument missing/],
    [['send', 'x'], /--event <json> or --file <file>/],
    [['send', 'x', '--event', '{}', '--file', 'f'], /cannot be used with/],
    [['send', 'x', '--event', '{}', '--concurrency', '0'], /from 1 to 256/],
  ])('exits with status 2 for an invalid command line: %j', async (args, message) => {
    const { status, out, err } = await edifyd(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('refuses an invalid address', async () => {
    const runs = await Promise.all(
      ['localhost:3000', 'ftp://x', 'http://user:pw@x', 'nothing'].map((url) => edifyd(['tenant', 'list'], { url })),
    );
    expect(runs).toEqual(runs.map(() => ({ status: 2, out: '', err: expect.stringContaining('--url') })));
  });

  it('detects another server at the address of the engine', async () => {
    await withServer(
      (_request, response) => response.setHeader('content-type', 'text/html').end('<html>'),
      async (url) => {
        expect((await failure(['tenant', 'list'], { url })).line).toMatch(/answered 200, but not as the engine does/);
        const { status, err } = await edifyd(['send', 'x', '--event', '{}', '--secret', 's'], { url });
        expect({ status, err }).toEqual({
          status: 1,
          err: expect.stringMatching(/answered 200, but not as the engine does/),
        });
      },
    );
  });

  it('takes the operator token from DATA_DIR, and accepts a URL with a trailing slash', async () => {
    const data = join(folder, 'token-data');
    await mkdir(data);
    await writeFile(join(data, 'operator.token'), `${engine.operatorToken}\n`);
    expect(await json(['tenant', 'list'], { env: { DATA_DIR: data }, url: `${engine.url}/` })).toMatchObject({
      items: expect.any(Array),
    });
  });

  it('shows its help', async () => {
    const { status, out } = await edifyd(['send', '--help']);
    expect(status).toBe(0);
    for (const option of ['--event', '--file', '--secret', '--concurrency', '--json', '--url'])
      expect(out).toContain(option);
  });
});
