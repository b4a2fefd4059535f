// Starts what the tests share: one PostgreSQL without fsync, with a migrated template database, and Redis where there
// is one. Plain JavaScript over the compiled engine: Jest maps no imports here.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../../dist/apps/standalone/embedded-postgres.js';
import { migrate } from '../../dist/libs/platform/app/index.js';

const TEMPLATE = 'engine_template';

export default async function globalSetup() {
  const folder = await mkdtemp(join(tmpdir(), 'engine-test-'));
  const postgres = await EmbeddedPostgres.start({ folder, durable: false });
  const owner = new pg.Client({ connectionString: postgres.ownerUrl('postgres') });
  await owner.connect();
  await owner.query(`create database ${TEMPLATE}`);
  await owner.end();
  await migrate(postgres.ownerUrl(TEMPLATE), postgres.appUrl(TEMPLATE));
  const redis = await startRedis(folder);
  process.env.TEST_SERVICES = JSON.stringify({
    template: TEMPLATE,
    ownerUrl: postgres.ownerUrl('DATABASE'),
    appUrl: postgres.appUrl('DATABASE'),
    redisUrl: redis.url,
  });
  globalThis.stopTestServices = async () => {
    redis.stop();
    await postgres.stop();
    await (await import('node:fs/promises')).rm(folder, { recursive: true, force: true });
  };
}

async function startRedis(folder) {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: () => undefined };
  const binary = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (binary === undefined) {
    console.log(
      '\nNo REDIS_URL and no redis-server or valkey-server on the PATH: the tests of the Redis queue are skipped.',
    );
    return { url: null, stop: () => undefined };
  }
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
    '--dir',
    folder,
  ];
  const child = spawn(binary, args, { stdio: 'ignore' });
  return { url: `redis://127.0.0.1:${port}`, stop: () => child.kill() };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
