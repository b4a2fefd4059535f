import { createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Config, type Provided, cannotListen, dataDir, readConfig, wantsEmbeddedDatabase } from '#platform/config';
import type { OnStop } from '#platform/lifecycle';
import { readOrMake, takeDataFolder } from './data-folder.js';
import { EmbeddedPostgres } from './embedded-postgres.js';

/** `npm start`: embedded PostgreSQL unless `DATABASE_URL` is set, api and worker in this process, the demo tenant. */
export async function startStandalone(began: number, onStop: OnStop): Promise<void> {
  const folder = dataDir();
  const release = takeDataFolder(folder);
  onStop(async () => release());
  const postgres = wantsEmbeddedDatabase()
    ? await EmbeddedPostgres.at({ folder: join(folder, 'postgres'), durable: true })
    : null;
  onStop(async () => postgres?.stop());
  // At a second SIGINT, after the time limit of the shutdown, and after an error that ends the process.
  process.once('exit', () => postgres?.interrupt());
  const config = readConfig(undefined, postgres === null ? {} : await provided(folder, postgres));
  await refuseTakenPort(config);
  // The modules load while PostgreSQL starts, because both take most of the start-up time.
  const [{ runEngine }] = await Promise.all([import('./run-engine.js'), postgres?.start()]);
  void postgres?.onLost((reason) => {
    console.error(`the embedded PostgreSQL has ended (${reason}): start the engine again`);
    process.exit(1);
  });
  await runEngine(config, { began, embedded: postgres !== null, onStop });
}

async function provided(folder: string, postgres: EmbeddedPostgres): Promise<Provided> {
  const [secretsKey, operatorToken] = await Promise.all([
    readOrMake(join(folder, 'secrets.key'), () => randomBytes(32).toString('base64')),
    readOrMake(join(folder, 'operator.token'), () => randomBytes(32).toString('hex')),
  ]);
  // The first line encrypts, further ones are keys that still decrypt.
  const [current, ...previous] = secretsKey.split(/\s+/);
  return {
    DATABASE_URL: postgres.appUrl(),
    DATABASE_OWNER_URL: postgres.ownerUrl(),
    SECRETS_KEY: current,
    ...(previous.length > 0 ? { SECRETS_KEY_PREVIOUS: previous.join(',') } : {}),
    OPERATOR_TOKEN: operatorToken,
  };
}

/** Reports an address that cannot be listened on before anything else is started. */
function refuseTakenPort({ port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(cannotListen(host, port, error)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
