import { parseArgs } from 'node:util';
import { whole } from '../harness/command-line.js';

const PAGES = ['needs', 'readiness'] as const;

/** The options of the command line. */
export interface Options {
  /** `readiness`: the board, the matrix, and the page of one person. */
  readonly page: (typeof PAGES)[number];
  /** Needs of the tenant whose inbox is shown. */
  readonly needs: number;
  /** People of the tenant whose board is shown. */
  readonly workers: number;
  /** How often each is measured. */
  readonly rounds: number;
  readonly lighthouse: boolean;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:console -- [options]
  --page P            ${PAGES.join(' or ')} (needs)
  --needs N           needs of the tenant whose inbox is shown (1000000)
  --workers N         people of the tenant whose board is shown (200000)
  --rounds N          how often each step is measured (7)
  --lighthouse        also let Lighthouse rate the page (npx installs it)
  --json FILE         also write the JSON result there`;

/** @throws Error if an option is unknown or its value is invalid */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      page: { type: 'string', default: 'needs' },
      needs: { type: 'string', default: '1000000' },
      workers: { type: 'string', default: '200000' },
      rounds: { type: 'string', default: '7' },
      lighthouse: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const page = PAGES.find((known) => known === values.page);
  if (page === undefined) throw new Error(`--page should be ${PAGES.join(' or ')}, not "${values.page}"`);
  return {
    page,
    needs: whole('--needs', values.needs),
    workers: whole('--workers', values.workers),
    rounds: whole('--rounds', values.rounds),
    lighthouse: values.lighthouse,
    jsonFile: values.json ?? null,
  };
}
