import type { Config } from '../config/index.js';
import { demandCurrentSchema, demandDirectConnection, demandPlainRole, pendingMigrations } from '../database/index.js';
import { waitFor } from '../lifecycle/index.js';
import { redisPolicy } from '../queue/index.js';
import { PinoLogger } from '../telemetry/index.js';
import { StartUpServer } from './start-up-server.js';

/**
 * Waits until PostgreSQL answers, its schema is current, and Redis answers, if it holds the queue. Reports what it
 * waits for in the log, and to the probes on the given ports.
 * @throws StartError for an error that waiting does not fix: a wrong password, an unknown database, a pooler, a role
 * with too many privileges
 */
export async function waitForParts(config: Config, ports: readonly number[]): Promise<void> {
  const { databaseUrl, redisUrl } = config;
  await waitVisibly(config, ports, async () => {
    await demandDirectConnection(databaseUrl);
    await demandPlainRole(databaseUrl);
    await demandCurrentSchema(databaseUrl);
    if (redisUrl !== null) await redisPolicy(redisUrl);
  });
}

/** Waits until PostgreSQL accepts the owner's connection. @throws StartError as {@link waitForParts} */
export async function waitForOwner(config: Pick<Config, 'logLevel'>, ownerUrl: string): Promise<void> {
  await waitFor(async () => void (await pendingMigrations(ownerUrl, 'DATABASE_OWNER_URL')), reportTo(config));
}

async function waitVisibly(config: Config, ports: readonly number[], check: () => Promise<void>): Promise<void> {
  const servers = ports.map((port) => new StartUpServer(port, config.host));
  const report = reportTo(config);
  try {
    await waitFor(check, async (what) => {
      await Promise.all(servers.map((server) => server.report(what)));
      report(what);
    });
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

/** Logs what a process waits for: the application, and with it its logger, does not exist yet. */
export function reportTo({ logLevel }: Pick<Config, 'logLevel'>): (what: string) => void {
  const logger = new PinoLogger(logLevel);
  return (what) => logger.warn(`waiting: ${what}`, 'Start');
}
