import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { 'start:api': string } };

/** What Node is told wherever the engine is started: as `npm run start:api` says it. */
export const NODE_FLAGS = scripts['start:api'].split(' ').filter((word) => word.startsWith('--'));
