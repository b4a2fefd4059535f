import { EngineModule, waitForParts } from '#platform/app';
import { readConfig } from '#platform/config';
import { createHttpApp, listen, stopServing } from '#platform/http';
import { runService } from '#platform/lifecycle';
import { engineEntities } from '../engine.entities.js';
import { ApiModule } from './api.module.js';

await runService(async (onStop) => {
  const config = readConfig();
  await waitForParts(config, [config.port, config.metricsPort]);
  const app = await createHttpApp(EngineModule.of('api', config, engineEntities, [ApiModule]), config);
  onStop(() => app.close());
  onStop(() => stopServing(app));
  await listen(app, config);
});
