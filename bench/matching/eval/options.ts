import { parseArgs } from 'node:util';

export interface Options {
  readonly casesFile: string;
  readonly librariesFile: string;
  /** Where the predictions go, one JSON object a line. */
  readonly out: string | null;
  readonly crossValidate: boolean;
  readonly byLibrary: boolean;
}

export const USAGE = `npm run eval:matching -- --cases FILE --libraries FILE [options]
  --cases FILE        topics and the courses that answer them, as in docs/matching.md
  --libraries FILE    the courses, by library
  --out FILE          write what was matched, one JSON object a line
  --cross-validate    also match each concept's cases without the vocabulary that speaks of it
  --by-library        also match each library's cases with the limits that suit the other libraries best`;

/** @throws Error if an option is unknown or a file is not named */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      cases: { type: 'string' },
      libraries: { type: 'string' },
      out: { type: 'string' },
      'cross-validate': { type: 'boolean', default: false },
      'by-library': { type: 'boolean', default: false },
    },
  });
  const { cases, libraries } = values;
  if (cases === undefined || libraries === undefined)
    throw new Error('--cases and --libraries should each name a file');
  return {
    casesFile: cases,
    librariesFile: libraries,
    out: values.out ?? null,
    crossValidate: values['cross-validate'],
    byLibrary: values['by-library'],
  };
}
