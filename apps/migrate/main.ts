import { migrate, reportTo, waitForOwner } from '#platform/app';
import { readMigrateConfig } from '#platform/config';
import { runMain } from '#platform/lifecycle';

// For deployments in which neither api nor worker may change the schema: runs once before they start.
await runMain(async () => {
  const config = readMigrateConfig();
  await waitForOwner(config, config.databaseOwnerUrl);
  const count = await migrate(config.databaseOwnerUrl, config.databaseUrl, reportTo(config));
  console.log(
    count === 0 ? 'the schema is current: nothing to migrate' : `the schema is current: ran ${count} migrations`,
  );
});
