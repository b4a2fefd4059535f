import { EngineModule, waitForParts } from '#platform/app';
import { readConfig } from '#platform/config';
import { createHttpApp, stopServing } from '#platform/http';
import { runService } from '#platform/lifecycle';
import { ApiModule, apiEntities } from './api.module.js';

await runService(async (onStop) => {
  const config = readConfig();
  await waitForParts(config, config.port);
  const app = await createHttpApp(EngineModule.of('api', config, apiEntities, [ApiModule]), config);
  onStop(() => app.close());
  onStop(() => stopServing(app));
  await app.listen(config.port, config.host);
});
