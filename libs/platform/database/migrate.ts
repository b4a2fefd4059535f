import { MikroORM } from '@mikro-orm/core';
import { Migrator, type Migration } from '@mikro-orm/migrations';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { connectionParts } from './connection-parts.js';
import { NotReadyYet } from '../lifecycle/index.js';
import { MIGRATION_LOCKS } from './lock-waits.js';
import { NOTICES_LOST_PEERS } from './lost-peers.js';
import { withOwner } from './owner-connection.js';
import { demandVersion } from './server-version.js';
import { withProbeConnection } from './probe-connection.js';
import { Migration20261125000000Initial } from './migrations/migration20261125000000-initial.js';
import { Migration20261127074500Days } from './migrations/migration20261127074500-days.js';
import { Migration20261127090000Readiness } from './migrations/migration20261127090000-readiness.js';
import { Migration20261127093000AssignmentsWithoutNeed } from './migrations/migration20261127093000-assignments-without-need.js';
import { Migration20261127114500ReassignedAssignments } from './migrations/migration20261127114500-reassigned-assignments.js';
import { Migration20261127122500AssignOperations } from './migrations/migration20261127122500-assign-operations.js';
import { Migration20261127124500ReadinessCounts } from './migrations/migration20261127124500-readiness-counts.js';
import { Migration20261127130000Authoring } from './migrations/migration20261127130000-authoring.js';
import { Migration20261127131200MarksByWorker } from './migrations/migration20261127131200-marks-by-worker.js';
import { Migration20261127150500AutoAuthor } from './migrations/migration20261127150500-auto-author.js';
import { Migration20261127152000AuthorOperations } from './migrations/migration20261127152000-author-operations.js';
import { Migration20261127153000MarksOfWorkers } from './migrations/migration20261127153000-marks-of-workers.js';
import { Migration20261127153500ModelCalls } from './migrations/migration20261127153500-model-calls.js';
import { Migration20261127154000DraftComments } from './migrations/migration20261127154000-draft-comments.js';
import { Migration20261127154000Learning } from './migrations/migration20261127154000-learning.js';
import { Migration20261127155500Documents } from './migrations/migration20261127155500-documents.js';
import { Migration20261127181000FoldedKeys } from './migrations/migration20261127181000-folded-keys.js';
import { Migration20261127181500CourseMinutes } from './migrations/migration20261127181500-course-minutes.js';
import { Migration20261127183000ReportedContent } from './migrations/migration20261127183000-reported-content.js';
import { Migration20261127183600Citations } from './migrations/migration20261127183600-citations.js';
import { Migration20261127190000Gaps } from './migrations/migration20261127190000-gaps.js';
import { Migration20261127191300StepProgress } from './migrations/migration20261127191300-step-progress.js';
import { Migration20261127215500InboxFilters } from './migrations/migration20261127215500-inbox-filters.js';
import { Migration20261127223500RefusedEvents } from './migrations/migration20261127223500-refused-events.js';
import { Migration20261127224200Suggestions } from './migrations/migration20261127224200-suggestions.js';
import { Migration20261127225200NamedSecrets } from './migrations/migration20261127225200-named-secrets.js';
import { Migration20261128013500SavedViews } from './migrations/migration20261128013500-saved-views.js';
import { Migration20261128014000Erasures } from './migrations/migration20261128014000-erasures.js';
import { Migration20261128014800InboxDates } from './migrations/migration20261128014800-inbox-dates.js';
import { Migration20261128020000TenantDeletion } from './migrations/migration20261128020000-tenant-deletion.js';
import { Migration20261128024000SiteAliases } from './migrations/migration20261128024000-site-aliases.js';
import { Migration20261128060000TopicJudgements } from './migrations/migration20261128060000-topic-judgements.js';
import { Migration20261128062000SignalMapActor } from './migrations/migration20261128062000-signal-map-actor.js';
import { Migration20261128084500NeedsByCourse } from './migrations/migration20261128084500-needs-by-course.js';
import { Migration20261128091500DueMarks } from './migrations/migration20261128091500-due-marks.js';
import { Migration20261129044500LastSent } from './migrations/migration20261129044500-last-sent.js';
import { Migration20261129234000UntilDays } from './migrations/migration20261129234000-until-days.js';
import { Migration20261130005500MatcherVersion } from './migrations/migration20261130005500-matcher-version.js';
import { Migration20261130005700SnoozedBeforeDays } from './migrations/migration20261130005700-snoozed-before-days.js';
import { Migration20261130025000CompletionDays } from './migrations/migration20261130025000-completion-days.js';
import { Migration20261130032000CompletedOn } from './migrations/migration20261130032000-completed-on.js';
import { Migration20261130060000MarksOfLists } from './migrations/migration20261130060000-marks-of-lists.js';
import { Migration20261130073000NativeUuids } from './migrations/migration20261130073000-native-uuids.js';
import { Migration20261130083000CancelledAt } from './migrations/migration20261130083000-cancelled-at.js';
import { Migration20261130145000OffersOfItems } from './migrations/migration20261130145000-offers-of-items.js';
import { Migration20261130150000NothingOpen } from './migrations/migration20261130150000-nothing-open.js';
import { Migration20261130151000FailedDeliveries } from './migrations/migration20261130151000-failed-deliveries.js';
import { Migration20261130235000DaysOfCompletions } from './migrations/migration20261130235000-days-of-completions.js';
import { Migration20261201032000OtherSiteNames } from './migrations/migration20261201032000-other-site-names.js';
import { Migration20261201033000NamedCompletions } from './migrations/migration20261201033000-named-completions.js';
import { Migration20261201123300RecountedAt } from './migrations/migration20261201123300-recounted-at.js';
import { Migration20261201131400FailuresOfSteps } from './migrations/migration20261201131400-failures-of-steps.js';
import { Migration20261201131500ReadVersions } from './migrations/migration20261201131500-read-versions.js';
import { Migration20261201154200EndedDrafts } from './migrations/migration20261201154200-ended-drafts.js';
import { Migration20261201185500PagesWithoutText } from './migrations/migration20261201185500-pages-without-text.js';
import { Migration20261201221500RecountBeganAt } from './migrations/migration20261201221500-recount-began-at.js';

/** In execution order. */
const MIGRATIONS: ReadonlyArray<new (...args: ConstructorParameters<typeof Migration>) => Migration> = [
  Migration20261125000000Initial,
  Migration20261127074500Days,
  Migration20261127090000Readiness,
  Migration20261127093000AssignmentsWithoutNeed,
  Migration20261127114500ReassignedAssignments,
  Migration20261127122500AssignOperations,
  Migration20261127124500ReadinessCounts,
  Migration20261127130000Authoring,
  Migration20261127131200MarksByWorker,
  Migration20261127150500AutoAuthor,
  Migration20261127152000AuthorOperations,
  Migration20261127153000MarksOfWorkers,
  Migration20261127153500ModelCalls,
  Migration20261127154000DraftComments,
  Migration20261127154000Learning,
  Migration20261127155500Documents,
  Migration20261127181000FoldedKeys,
  Migration20261127181500CourseMinutes,
  Migration20261127183000ReportedContent,
  Migration20261127183600Citations,
  Migration20261127190000Gaps,
  Migration20261127191300StepProgress,
  Migration20261127215500InboxFilters,
  Migration20261127223500RefusedEvents,
  Migration20261127224200Suggestions,
  Migration20261127225200NamedSecrets,
  Migration20261128013500SavedViews,
  Migration20261128014000Erasures,
  Migration20261128014800InboxDates,
  Migration20261128020000TenantDeletion,
  Migration20261128024000SiteAliases,
  Migration20261128060000TopicJudgements,
  Migration20261128062000SignalMapActor,
  Migration20261128084500NeedsByCourse,
  Migration20261128091500DueMarks,
  Migration20261129044500LastSent,
  Migration20261129234000UntilDays,
  Migration20261130005500MatcherVersion,
  Migration20261130005700SnoozedBeforeDays,
  Migration20261130025000CompletionDays,
  Migration20261130032000CompletedOn,
  Migration20261130060000MarksOfLists,
  Migration20261130073000NativeUuids,
  Migration20261130083000CancelledAt,
  Migration20261130145000OffersOfItems,
  Migration20261130150000NothingOpen,
  Migration20261130151000FailedDeliveries,
  Migration20261130235000DaysOfCompletions,
  Migration20261201032000OtherSiteNames,
  Migration20261201033000NamedCompletions,
  Migration20261201123300RecountedAt,
  Migration20261201131400FailuresOfSteps,
  Migration20261201131500ReadVersions,
  Migration20261201154200EndedDrafts,
  Migration20261201185500PagesWithoutText,
  Migration20261201221500RecountBeganAt,
];

/**
 * Names of the migrations that the database at `url` has not run yet. Fast enough for every start and probe.
 * @param setting name of the environment variable that holds `url`
 * @throws NotReadyYet if PostgreSQL does not answer
 * @throws StartError if PostgreSQL is too old
 */
export function pendingMigrations(url: string, setting: string): Promise<string[]> {
  return withProbeConnection(url, setting, async (client) => {
    // The owner creates this table first, and grants the application role access to it last.
    const known = await client.query<{ readable: boolean | null; version: number }>(
      `select has_table_privilege(to_regclass('mikro_orm_migrations'), 'select') as readable,
        current_setting('server_version_num')::integer as version`,
    );
    demandVersion(setting, known.rows[0]?.version ?? 0);
    const done = known.rows[0]?.readable
      ? await client.query<{ name: string }>('select name from mikro_orm_migrations')
      : { rows: [] };
    const names = new Set(done.rows.map((row) => row.name));
    return MIGRATIONS.map((migration) => migration.name).filter((name) => !names.has(name));
  });
}

/** @throws NotReadyYet if the schema is not the one that this version of the engine needs */
export async function demandCurrentSchema(url: string): Promise<void> {
  const { length } = await pendingMigrations(url, 'DATABASE_URL');
  if (length > 0)
    throw new NotReadyYet(
      `${length} migration${length === 1 ? ' is' : 's are'} pending: npm run migrate, with DATABASE_OWNER_URL`,
    );
}

/**
 * Brings the database to the current schema and lets the application's role read and write it. The migrations are one
 * transaction.
 * @param ownerUrl the owner's connection string
 * @param appRole name of the role that the application connects as; it must exist
 * @throws DriverException if another transaction holds a lock for longer than {@link MIGRATION_LOCKS} allows
 */
export async function migrateDatabase(ownerUrl: string, appRole: string): Promise<void> {
  const { driverOptions, ...parts } = connectionParts(ownerUrl);
  const orm = await MikroORM.init({
    driver: PostgreSqlDriver,
    ...parts,
    driverOptions: { ...driverOptions, ...NOTICES_LOST_PEERS, ...MIGRATION_LOCKS },
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
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
  await grant(ownerUrl, appRole);
}

/**
 * Runs `work` while no other process does, under an advisory lock of a connection of its own: PostgreSQL refuses
 * concurrent changes of the same schema and privileges.
 */
export function asOnlyMigrator<T>(ownerUrl: string, work: () => Promise<T>): Promise<T> {
  return withOwner(ownerUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtextextended('migrations', 0))`);
    return await work();
  });
}

/** Whether the application's role may read all tables: {@link migrateDatabase} grants all privileges at once. */
export function isGranted(ownerUrl: string, appRole: string): Promise<boolean> {
  return withOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ granted: boolean }>(
      `select bool_and(has_table_privilege($1, oid, 'select')) as granted from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
      [appRole],
    );
    return rows[0]?.granted === true;
  });
}

async function grant(ownerUrl: string, appRole: string): Promise<void> {
  await withOwner(ownerUrl, async (client) => {
    const role = client.escapeIdentifier(appRole);
    await client.query(`
      grant usage on schema public to ${role};
      grant select, insert, update, delete on all tables in schema public to ${role};
      revoke insert, update, delete on mikro_orm_migrations from ${role};
      grant execute on all functions in schema public to ${role};`);
  });
}
