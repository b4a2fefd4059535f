// Writes the OpenAPI documents of the engine, which are committed: `npm run generate`.
import { spawnSync } from 'node:child_process';
import { keepCurrent } from './generated-file.js';

// The documents are derived from the compiled controllers, so these are compiled first.
const built = spawnSync(process.execPath, ['scripts/build.js', '--if-stale'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(1);
const { buildDocuments } = await import('./openapi/build-document.js');

const { main, scim } = await buildDocuments();
await keepCurrent('libs/diagnostics/api-docs/openapi.json', `${JSON.stringify(main, null, 2)}\n`);
await keepCurrent('libs/diagnostics/api-docs/scim-openapi.json', `${JSON.stringify(scim, null, 2)}\n`);
