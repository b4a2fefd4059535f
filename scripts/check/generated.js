// A part of `npm run check`: fails if a generated file is outdated.
import { spawnSync } from 'node:child_process';

const generators = ['scripts/generate-openapi.js', 'scripts/generate-client.js'];

const stale = generators.filter(
  (generator) => spawnSync(process.execPath, [generator, '--check'], { stdio: 'inherit' }).status !== 0,
);
process.exitCode = stale.length === 0 ? 0 : 1;
