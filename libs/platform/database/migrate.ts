import { MikroORM } from '@mikro-orm/core';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import pg from 'pg';
import { connectionParts } from './connection-parts.js';
import { NotReadyYet } from '../lifecycle/index.js';
import { withProbeConnection } from './probe-connection.js';
import { Migration20261125000000Initial } from './migrations/migration20261125000000-initial.js';
import { Migration20261125010000SignalRetention } from './migrations/migration20261125010000-signal-retention.js';
import { Migration20261125020000SetAside } from './migrations/migration20261125020000-set-aside.js';
import { Migration20261125030000SecretLastUsed } from './migrations/migration20261125030000-secret-last-used.js';
import { Migration20261125040000NeedLifecycle } from './migrations/migration20261125040000-need-lifecycle.js';
import { Migration20261125045000Offers } from './migrations/migration20261125045000-offers.js';
import { Migration20261125050000GroupVersions } from './migrations/migration20261125050000-group-versions.js';
import { Migration20261125050100CredentialsAndOnboarding } from './migrations/migration20261125050100-credentials-and-onboarding.js';
import { Migration20261125060000ConsoleUsers } from './migrations/migration20261125060000-console-users.js';
import { Migration20261125070000AuditFilters } from './migrations/migration20261125070000-audit-filters.js';
import { Migration20261125071000ChangeNotifications } from './migrations/migration20261125071000-change-notifications.js';
import { Migration20261125080000InboxIndexes } from './migrations/migration20261125080000-inbox-indexes.js';
import { Migration20261125092000MatchedLibrary } from './migrations/migration20261125092000-matched-library.js';
import { Migration20261125092100TopicSynonyms } from './migrations/migration20261125092100-topic-synonyms.js';
import { Migration20261125110000IdempotencyKeys } from './migrations/migration20261125110000-idempotency-keys.js';
import { Migration20261125120000CompletionSignals } from './migrations/migration20261125120000-completion-signals.js';
import { Migration20261125130000Scim } from './migrations/migration20261125130000-scim.js';
import { Migration20261125140000TokenLife } from './migrations/migration20261125140000-token-life.js';
import { Migration20261125141000SingleSignOn } from './migrations/migration20261125141000-single-sign-on.js';
import { Migration20261125150000Webhooks } from './migrations/migration20261125150000-webhooks.js';
import { Migration20261125180000TopicCorrections } from './migrations/migration20261125180000-topic-corrections.js';
import { Migration20261125151000LastEvents } from './migrations/migration20261125151000-last-events.js';
import { Migration20261125160000ListIndexes } from './migrations/migration20261125160000-list-indexes.js';
import { Migration20261125181000TextMeanings } from './migrations/migration20261125181000-text-meanings.js';
import { Migration20261126090000WallEstimates } from './migrations/migration20261126090000-wall-estimates.js';
import { Migration20261126091000TopicsOfAType } from './migrations/migration20261126091000-topics-of-a-type.js';
import { Migration20261126180000RecordedRows } from './migrations/migration20261126180000-recorded-rows.js';

/** In the order in which they run. */
const MIGRATIONS: ReadonlyArray<new (...args: ConstructorParameters<typeof Migration>) => Migration> = [
  Migration20261125000000Initial,
  Migration20261125010000SignalRetention,
  Migration20261125020000SetAside,
  Migration20261125030000SecretLastUsed,
  Migration20261125040000NeedLifecycle,
  Migration20261125045000Offers,
  Migration20261125050000GroupVersions,
  Migration20261125050100CredentialsAndOnboarding,
  Migration20261125060000ConsoleUsers,
  Migration20261125070000AuditFilters,
  Migration20261125071000ChangeNotifications,
  Migration20261125080000InboxIndexes,
  Migration20261125092000MatchedLibrary,
  Migration20261125092100TopicSynonyms,
  Migration20261125110000IdempotencyKeys,
  Migration20261125120000CompletionSignals,
  Migration20261125130000Scim,
  Migration20261125140000TokenLife,
  Migration20261125141000SingleSignOn,
  Migration20261125150000Webhooks,
  Migration20261125180000TopicCorrections,
  Migration20261125151000LastEvents,
  Migration20261125160000ListIndexes,
  Migration20261125181000TextMeanings,
  Migration20261126090000WallEstimates,
  Migration20261126091000TopicsOfAType,
  Migration20261126180000RecordedRows,
];

/**
 * Names of the migrations that the database at `url` has not seen yet; cheap enough for every start and probe.
 * @param setting name of the environment variable that holds `url`
 * @throws NotReadyYet where PostgreSQL does not answer now
 */
export function pendingMigrations(url: string, setting: string): Promise<string[]> {
  return withProbeConnection(url, setting, async (client) => {
    // The owner makes the table first and lets the application's role read it last.
    const known = await client.query<{ readable: boolean | null }>(
      `select has_table_privilege(to_regclass('mikro_orm_migrations'), 'select') as readable`,
    );
    const done = known.rows[0]?.readable
      ? await client.query<{ name: string }>('select name from mikro_orm_migrations')
      : { rows: [] };
    const names = new Set(done.rows.map((row) => row.name));
    return MIGRATIONS.map((migration) => migration.name).filter((name) => !names.has(name));
  });
}

/** @throws NotReadyYet where the schema is not the one that this version of the engine works with */
export async function demandCurrentSchema(url: string): Promise<void> {
  const { length } = await pendingMigrations(url, 'DATABASE_URL');
  if (length > 0)
    throw new NotReadyYet(
      `${length} migration${length === 1 ? ' is' : 's are'} pending: npm run migrate, with DATABASE_OWNER_URL`,
    );
}

/**
 * Brings the database to the current schema and lets the application's role read and write it.
 * @param ownerUrl the owner's connection string
 * @param appRole name of the role that the application connects as; it must exist
 * @param upTo the last migration to run, for a database as it was then; all of them where it is left out
 */
export async function migrateDatabase(ownerUrl: string, appRole: string, upTo?: string): Promise<void> {
  const orm = await MikroORM.init({
    driver: PostgreSqlDriver,
    ...connectionParts(ownerUrl),
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    logger: () => undefined,
    migrations: {
      migrationsList: MIGRATIONS.map((migration) => ({ name: migration.name, class: migration })),
      snapshot: false,
    },
  });
  try {
    await orm.migrator.up(upTo === undefined ? {} : { to: upTo });
  } finally {
    await orm.close();
  }
  await grant(ownerUrl, appRole);
}

async function grant(ownerUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const role = client.escapeIdentifier(appRole);
  try {
    await client.query(`
      grant usage on schema public to ${role};
      grant select, insert, update, delete on all tables in schema public to ${role};
      revoke insert, update, delete on mikro_orm_migrations from ${role};
      grant execute on all functions in schema public to ${role};`);
  } finally {
    await client.end();
  }
}
