import { randomBytes } from 'node:crypto';
import { createDatabase } from './database.js';
import { type TestEngine, startEngine } from './engine.js';
import { HaltingPostgres } from './halting-postgres.js';

/** An engine that reaches its database through a proxy. */
export interface EngineBehindProxy extends TestEngine {
  readonly postgres: HaltingPostgres;
}

export async function startEngineBehindProxy(): Promise<EngineBehindProxy> {
  const database = await createDatabase();
  const postgres = await HaltingPostgres.before(database.appUrl);
  const keys = { operatorToken: randomBytes(24).toString('hex'), secretsKey: randomBytes(32).toString('base64') };
  const engine = await startEngine({ on: { database: { ...database, appUrl: postgres.url }, ...keys } });
  return {
    ...engine,
    postgres,
    close: async () => {
      await engine.close();
      postgres.close();
      await database.drop();
    },
  };
}
