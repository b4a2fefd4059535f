import { EngineModule, runMain } from '#platform/app';
import { readConfig } from '#platform/config';
import { createHttpApp } from '#platform/http';
import { ApiModule, apiEntities } from './api.module.js';

await runMain(async () => {
  const config = readConfig();
  const app = await createHttpApp(EngineModule.of(config, apiEntities, [ApiModule]), config);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
});
