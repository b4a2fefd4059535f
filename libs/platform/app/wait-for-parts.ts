import type { Config } from '../config/index.js';
import { demandCurrentSchema, demandPlainRole, pendingMigrations } from '../database/index.js';
import { waitFor } from '../lifecycle/index.js';
import { redisPolicy } from '../queue/index.js';
import { PinoLogger } from '../telemetry/index.js';
import { WaitingRoom } from './waiting-room.js';

/**
 * Waits until PostgreSQL answers, its schema is current, and Redis answers, if it holds the queue. Reports what it
 * waits for in the log, and to the probes on `port`.
 * @throws StartError for an error that waiting does not fix: a wrong password, an unknown database, a role with too
 * many privileges
 */
export async function waitForParts(config: Config, port: number): Promise<void> {
  const { databaseUrl, redisUrl } = config;
  await waitVisibly(config, port, async () => {
    await demandPlainRole(databaseUrl);
    await demandCurrentSchema(databaseUrl);
    if (redisUrl !== null) await redisPolicy(redisUrl);
  });
}

/** Waits until PostgreSQL accepts the owner's connection. @throws StartError as {@link waitForParts} */
export async function waitForOwner(config: Pick<Config, 'logLevel'>, ownerUrl: string): Promise<void> {
  await waitFor(async () => void (await pendingMigrations(ownerUrl, 'DATABASE_OWNER_URL')), sayIn(config));
}

async function waitVisibly(config: Config, port: number, check: () => Promise<void>): Promise<void> {
  const room = new WaitingRoom(port, config.host);
  const say = sayIn(config);
  try {
    await waitFor(check, async (what) => {
      await room.tell(what);
      say(what);
    });
  } finally {
    await room.close();
  }
}

/** The application, and with it its logger, does not exist yet. */
function sayIn({ logLevel }: Pick<Config, 'logLevel'>): (what: string) => void {
  const logger = new PinoLogger(logLevel);
  return (what) => logger.warn(`waiting: ${what}`, 'Start');
}
