import { catalogEntities } from '#catalog';
import { directoryEntities } from '#directory';
import { EngineModule } from '#platform/app';
import { readConfig } from '#platform/config';
import { createHttpApp } from '#platform/http';
import { signalsEntities } from '#signals';
import { tenancyEntities } from '#tenancy';
import { ApiModule } from './api.module.js';

const config = readConfig();
const entities = [...tenancyEntities, ...catalogEntities, ...directoryEntities, ...signalsEntities];
const app = await createHttpApp(EngineModule.of(config, entities, [ApiModule]), config);
await app.listen(config.port, config.host);
