import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommandLine, type RunOptions, openCommandLine } from '../harness/command-line.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { unusedUrl, withServer } from '../harness/stand-in.js';

let engine: TestEngine;
let edifyd: CommandLine;

beforeAll(async () => {
  engine = await startEngine();
  edifyd = await openCommandLine(engine);
});
afterAll(async () => {
  await engine.close();
  await edifyd.close();
});

describe('edifyd doctor', () => {
  const doctor = async (options: RunOptions) => {
    const { status, out, err } = await edifyd.run(['doctor', '--json'], options);
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
    const { err, states } = await eventually(async () => {
      const examined = await doctor({});
      expect(examined.status).toBe(0);
      return examined;
    });
    expect(err).toBe('');
    const names = ['node', 'DATA_DIR', 'engine', 'ready', 'database', 'queue', 'worker', 'operator token', 'webhook'];
    expect(states).toMatchObject(Object.fromEntries(names.map((name) => [name, 'ok'])));
    const { out } = await edifyd.run(['doctor']);
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
    const data = join(edifyd.folder, 'open-data');
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

  it('reports a data folder that it cannot read', async () => {
    const data = join(edifyd.folder, 'loop');
    await symlink(data, data);
    const { status, err, details } = await doctor({ env: { DATA_DIR: data } });
    expect([status, err]).toEqual([1, 'failed: DATA_DIR, operator token\n']);
    expect(details['DATA_DIR']).toMatch(/loop cannot be read \(ELOOP.*\): run it as the user who runs the engine$/);
  });

  it('reports that no worker runs', async () => {
    const api = await startEngine({ worker: false });
    const { status, err, details } = await doctor({ url: api.url, env: { OPERATOR_TOKEN: api.operatorToken } });
    await api.close();
    expect([status, err]).toEqual([1, 'failed: worker\n']);
    expect(details['worker']).toMatch(/^no worker runs; .*: start one \(npm run start:worker\)$/);
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
        const failed = { ready: 'failed', webhook: 'failed', 'operator token': 'failed' };
        expect(states).toMatchObject({ engine: 'ok', version: 'ok', ...failed });
        expect(details).toMatchObject({
          ready: expect.stringContaining('queue: no answer'),
          version: expect.stringContaining('9.8.7'),
          webhook: expect.stringContaining('200 instead of 401'),
        });
      },
    );
  });

  it('reports an engine that is not running', async () => {
    const { status, states, details } = await doctor({ url: await unusedUrl() });
    expect(status).toBe(1);
    expect(states).toMatchObject({ engine: 'failed', ready: 'skipped', webhook: 'skipped' });
    expect(details['engine']).toContain('npm start');
  });

  it('reports a gateway behind which no engine is ready', async () => {
    await withServer(
      (_request, response) => response.writeHead(503).end(),
      async (url) => {
        const { states, details } = await doctor({ url });
        expect(states).toMatchObject({ engine: 'failed', ready: 'skipped' });
        expect(details['engine']).toBe(`${url} answered 503: no engine behind it is ready; try again in a moment`);
      },
    );
  });

  it('waits for an engine that hangs as long as --timeout says', async () => {
    await withServer(
      () => undefined,
      async (url) => {
        const { status, out } = await edifyd.run(['doctor', '--timeout', '1'], { url });
        expect(status).toBe(1);
        expect(out).toMatch(/^failed +engine +no answer from the engine at \S+ within 1 s/m);
      },
    );
  });
});
