// What the tests share: one PostgreSQL without fsync, with a migrated template database, and Redis where there is one.
// Prints in one line where they are, and stops them when its standard input ends, as it does where Jest is killed.
// Plain JavaScript over the compiled engine: it is started outside of Jest, which maps the imports of TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../../dist/apps/standalone/embedded-postgres.js';
import { migrate } from '../../dist/libs/platform/app/index.js';

const TEMPLATE = 'engine_template';

// Ctrl-C is for Jest: the services go when it is gone.
process.on('SIGINT', () => undefined);

const folder = await mkdtemp(join(tmpdir(), 'engine-test-'));
const postgres = await EmbeddedPostgres.start({ folder, durable: false });
const redis = await startRedis();
process.stdin.resume().once('end', () => void stop());

const owner = new pg.Client({ connectionString: postgres.ownerUrl('postgres') });
await owner.connect();
await owner.query(`create database ${TEMPLATE}`);
await owner.end();
await migrate(postgres.ownerUrl(TEMPLATE), postgres.appUrl(TEMPLATE));
const services = {
  template: TEMPLATE,
  ownerUrl: postgres.ownerUrl('DATABASE'),
  appUrl: postgres.appUrl('DATABASE'),
  redisUrl: redis.url,
};
console.log(JSON.stringify(services));

async function stop() {
  redis.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit();
}

async function startRedis() {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: () => undefined };
  const binary = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (binary === undefined) {
    console.error(
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
