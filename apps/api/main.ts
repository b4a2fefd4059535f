import { EngineModule, runMain } from '#platform/app';
import { readConfig } from '#platform/config';
import { demandPlainRole } from '#platform/database';
import { createHttpApp } from '#platform/http';
import { ApiModule, apiEntities } from './api.module.js';

await runMain(async () => {
  const config = readConfig();
  await demandPlainRole(config.databaseUrl);
  const app = await createHttpApp(EngineModule.of(config, apiEntities, [ApiModule]), config);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
});
