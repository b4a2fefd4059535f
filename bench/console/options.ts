import { parseArgs } from 'node:util';
import { whole } from '../harness/command-line.js';
import type { ConsoleTenant } from './console-browser.js';

const PAGES = ['needs', 'readiness', 'demo'] as const;

/** The options of the command line. */
export interface Options {
  /**
   * `readiness`: the board, the matrix, and the page of one person. `demo`: Lighthouse rates the pages of a running
   * engine.
   */
  readonly page: (typeof PAGES)[number];
  /** Needs of the tenant whose inbox is shown. */
  readonly needs: number;
  /** People of the tenant whose board is shown. */
  readonly workers: number;
  /** How often each is measured. */
  readonly rounds: number;
  readonly lighthouse: boolean;
  /** The running engine of `demo`. */
  readonly demo: ConsoleTenant;
  readonly jsonFile: string | null;
}

export const USAGE = `npm run bench:console -- [options]
  --page P            ${PAGES.join(', ')} (needs)
  --needs N           needs of the tenant whose inbox is shown (1000000)
  --workers N         people of the tenant whose board is shown (200000)
  --rounds N          how often each step is measured (7)
  --lighthouse        also let Lighthouse rate the page (npx installs it)
  --url, --tenant, --token  the running engine of the page demo (http://127.0.0.1:3000, acme, none)
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
      url: { type: 'string', default: 'http://127.0.0.1:3000' },
      tenant: { type: 'string', default: 'acme' },
      token: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const page = PAGES.find((known) => known === values.page);
  if (page === undefined) throw new Error(`--page should be ${PAGES.join(' or ')}, not "${values.page}"`);
  if (page === 'demo' && values.token === undefined) throw new Error('--page demo needs the admin token as --token');
  return {
    page,
    needs: whole('--needs', values.needs),
    workers: whole('--workers', values.workers),
    rounds: whole('--rounds', values.rounds),
    lighthouse: values.lighthouse,
    demo: { url: values.url, slug: values.tenant, adminToken: values.token ?? '' },
    jsonFile: values.json ?? null,
  };
}
