import { constants } from 'node:os';
import { migrate, reportTo, waitForOwner } from '#platform/app';
import { readMigrateConfig } from '#platform/config';
import { runMain } from '#platform/lifecycle';

// As process 1 of a container, it would ignore signals that it does not handle. PostgreSQL rolls back what has begun.
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => process.exit(128 + constants.signals[signal]));

// For deployments in which neither api nor worker may change the schema: runs once before they start.
await runMain(async () => {
  const config = readMigrateConfig();
  await waitForOwner(config, config.databaseOwnerUrl);
  const count = await migrate(config.databaseOwnerUrl, config.databaseUrl, reportTo(config));
  const done = count === 0 ? 'nothing to migrate' : `ran ${count} ${count === 1 ? 'migration' : 'migrations'}`;
  console.log(`the schema is current: ${done}`);
});
