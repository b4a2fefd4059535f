// Writes the OpenAPI document of the engine, which is committed: `npm run generate`.
import { spawnSync } from 'node:child_process';
import { keepCurrent } from './generated-file.js';

// The document is derived from the compiled controllers, so these are compiled first.
const built = spawnSync(process.execPath, ['scripts/build.js', '--if-stale'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const { buildDocument } = await import('./openapi/build-document.js');

await keepCurrent('libs/diagnostics/api-docs/openapi.json', `${JSON.stringify(await buildDocument(), null, 2)}\n`);
