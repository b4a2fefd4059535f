import { migrate, waitForOwner } from '#platform/app';
import { StartError, readConfig } from '#platform/config';
import { runMain } from '#platform/lifecycle';

// For deployments in which neither api nor worker may change the schema: runs once before they start.
await runMain(async () => {
  const config = readConfig();
  const { databaseUrl, databaseOwnerUrl } = config;
  if (databaseOwnerUrl === null)
    throw new StartError(
      'DATABASE_OWNER_URL is missing: it should be the connection string of the owner of the database',
    );
  await waitForOwner(config, databaseOwnerUrl);
  await migrate(databaseOwnerUrl, databaseUrl);
});
