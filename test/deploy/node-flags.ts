import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { 'start:api': string } };

/** The Node flags with which the engine is started everywhere, as in `npm run start:api`. */
export const NODE_FLAGS = scripts['start:api'].split(' ').filter((word) => word.startsWith('--'));
