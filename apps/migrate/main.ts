import { migrate, runMain } from '#platform/app';
import { StartError, readConfig } from '#platform/config';

// For deployments where neither api nor worker may change the schema: run once before they start.
await runMain(async () => {
  const { databaseUrl, databaseOwnerUrl } = readConfig();
  if (databaseOwnerUrl === null) throw new StartError('DATABASE_OWNER_URL is missing: it should be the connection string of the owner of the database');
  await migrate(databaseOwnerUrl, databaseUrl);
});
