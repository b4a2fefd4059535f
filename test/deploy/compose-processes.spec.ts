import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canConnect, freePort } from '../../bench/harness/stage/ports.js';
import { eventually } from '../harness/eventually.js';
import { httpCall } from '../harness/http-call.js';
import { tenantOf } from '../harness/tenant.js';
import { queueMetric } from './chart.js';
import { composeFile, serviceOf } from './compose-file.js';
import { makeEnv } from './env-file.js';
import { type FreshCluster, freshCluster } from './fresh-cluster.js';
import { ServiceProcess } from './service-process.js';

const STORE = ['valkey-server', 'redis-server'].find((name) => spawnSync(name, ['--version']).status === 0);
if (STORE === undefined)
  console.log('No valkey-server or redis-server on the PATH: docker-compose.yml is not started as processes.');

const STARTS_WITHIN_MS = 50_000;

/**
 * docker-compose.yml as one machine's processes: its own commands, variables, script and health checks, in its own
 * order. Only what a container network gives is put in: where PostgreSQL and Valkey are, and free ports.
 */
(STORE === undefined ? describe.skip : describe)('the commands of docker-compose.yml, as processes', () => {
  const { variables } = makeEnv();
  const file = composeFile(variables);
  const started: ServiceProcess[] = [];
  let folder: string;
  let cluster: FreshCluster;
  let ports: Readonly<Record<'valkey' | 'api' | 'apiMetrics' | 'workerMetrics', number>>;
  let api: ServiceProcess;
  let worker: ServiceProcess;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'engine-compose-'));
    ports = {
      valkey: await freePort(),
      api: await freePort(),
      apiMetrics: await freePort(),
      workerMetrics: await freePort(),
    };
    cluster = await freshCluster(join(folder, 'postgres'), 'deploy/compose/roles.sql', variables);
  });
  afterAll(async () => {
    for (const process of started) process.kill();
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('run the queue with the settings of its command', async () => {
    const [, ...args] = serviceOf(file, 'valkey').command;
    start([STORE ?? '', ...args, '--port', String(ports.valkey), '--bind', '127.0.0.1', '--dir', folder]);
    await eventually(async () => expect(await canConnect(ports.valkey)).toBe(true));
  });

  it.each([
    ['migrate as the owner', /^the schema is current: ran \d+ migrations\n$/],
    ['find nothing to migrate the second time', /^the schema is current: nothing to migrate\n$/],
  ])('%s', async (_what, line) => {
    const migrate = startService('migrate', {});
    expect({ status: await migrate.end(), output: migrate.output }).toEqual({
      status: 0,
      output: expect.stringMatching(line),
    });
  });

  it('start an api and a worker whose health checks pass', async () => {
    api = startService('api', { PORT: ports.api, METRICS_PORT: ports.apiMetrics });
    worker = startService('worker', { METRICS_PORT: ports.workerMetrics });
    await eventually(() => expectHealthy('api', api, 3000, ports.api), STARTS_WITHIN_MS);
    await eventually(() => expectHealthy('worker', worker, 9464, ports.workerMetrics), STARTS_WITHIN_MS);
  });

  it('resolve the first need of a new tenant', async () => {
    const url = `http://127.0.0.1:${ports.api}`;
    const { entrypoint = [], environment = {} } = serviceOf(file, 'edifyd');
    const command = entrypoint.map((part) => part.replace('http://gateway:3000', url));
    const edifyd = start([...command, ...'tenant create acme --name Acme --json'.split(' ')], environment);
    expect(await edifyd.end()).toBe(0);
    const tenant = tenantOf(url, 'acme', JSON.parse(edifyd.output));
    const answer = await tenant.send({
      event: 'signal.incident',
      data: { site: 'North Yard', topic: 'Manual Handling' },
    });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status: 200,
      body: { ok: true, applied: true, deduped: false },
    });
    expect(await tenant.resolvedNeeds()).toMatchObject([
      { topic: 'Manual Handling', recommendation: { kind: 'author_one' } },
    ]);
  });

  it('serve their metrics inside the network, including the one by which the chart scales workers', async () => {
    const [, ofWorker = ''] = await Promise.all([ports.apiMetrics, ports.workerMetrics].map(metricsAt));
    const { name, labels } = queueMetric();
    const series = ofWorker.split('\n').filter((line) => line.startsWith(`${name}{queue="resolve-needs"`));
    expect(
      series.filter((line) => Object.entries(labels).every(([label, value]) => line.includes(`${label}="${value}"`))),
    ).toHaveLength(1);
  });

  it.each(['api', 'worker'])('stop the %s on SIGTERM with status 0, within its grace period', async (name) => {
    const { status, milliseconds } = await (name === 'api' ? api : worker).stop();
    expect(status).toBe(0);
    expect(milliseconds).toBeLessThan(10_000);
  });

  it('print no secret', () => {
    const secrets = Object.entries(variables)
      .filter(([name]) => /KEY|TOKEN|PASSWORD/.test(name))
      .map(([, value]) => value);
    for (const { output } of [api, worker]) expect(secrets.filter((secret) => output.includes(secret))).toEqual([]);
  });

  /** A service's own command and variables, but for the ports given and the hosts that only containers know. */
  function startService(name: string, own: Record<string, number>): ServiceProcess {
    const { command, environment = {} } = serviceOf(file, name);
    const entries = Object.entries(environment).map(([variable, value]): [string, string] => {
      if (value.startsWith('postgres://')) return [variable, cluster.at(value)];
      return [variable, value.replace('redis://valkey:6379', `redis://127.0.0.1:${ports.valkey}`)];
    });
    const ownEntries = Object.entries(own).map(([variable, port]): [string, string] => [variable, String(port)]);
    return start(command, Object.fromEntries([...entries, ...ownEntries]));
  }

  function start(command: readonly string[], environment: Readonly<Record<string, string>> = {}): ServiceProcess {
    const process = new ServiceProcess(command, environment);
    started.push(process);
    return process;
  }

  /** Runs a service's own health check, at the port that stands in for its own. */
  async function expectHealthy(name: string, process: ServiceProcess, port: number, standIn: number): Promise<void> {
    const [, ...command] = serviceOf(file, name).healthcheck.test ?? [];
    const check = start(command.map((part) => part.replace(`:${port}/`, `:${standIn}/`)));
    expect({ status: await check.end(), saying: process.output }).toMatchObject({ status: 0 });
  }
});

async function metricsAt(port: number): Promise<string> {
  const response = await httpCall('GET', `http://127.0.0.1:${port}/metrics`);
  expect(response.status).toBe(200);
  return response.text();
}
