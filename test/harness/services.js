// The services that the tests share: a PostgreSQL without fsync, with a migrated template database, and Redis if it is
// installed. Prints their addresses in one line, and stops them when its standard input ends, which also happens if
// Jest is killed. It is plain JavaScript and imports the compiled engine, because it does not run inside Jest.
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgres } from '../../dist/apps/standalone/embedded-postgres.js';
import { freePort } from '../../dist/bench/harness/stage/ports.js';
import { redisProgram, spawnRedis } from '../../dist/bench/harness/stage/redis-server.js';
import { migrate } from '../../dist/libs/platform/app/index.js';

const TEMPLATE = 'engine_template';

// Ctrl-C ends Jest, and the services end after it.
process.on('SIGINT', () => undefined);

const clusters = await fastFolder();
const folder = await mkdtemp(join(clusters, 'engine-test-'));
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
  clusters,
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
  if (redisProgram === null) {
    console.error(
      '\nNo REDIS_URL and no redis-server or valkey-server on the PATH: the tests of the Redis queue are skipped.',
    );
    return { url: null, stop: () => undefined };
  }
  const port = await freePort();
  const child = spawnRedis(redisProgram, port, ['--dir', folder]);
  return { url: `redis://127.0.0.1:${port}`, stop: () => child.kill() };
}

/**
 * The folder for the clusters of the tests: in memory if enough is free. PostgreSQL copies a thousand files for the
 * database of each test file, which takes ten times as long on a disk.
 */
async function fastFolder() {
  const memory = '/dev/shm';
  const enough = 4 * 2 ** 30;
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize > enough ? memory : tmpdir();
}
