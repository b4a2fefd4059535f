/** Organisations whose "codes" are names of standards, and so topics: ISO45001, NFPA-704, SB1343. */
const STANDARDS = new Set([
  'iso',
  'iec',
  'en',
  'bs',
  'as',
  'nzs',
  'din',
  'nfpa',
  'ansi',
  'asme',
  'astm',
  'osha',
  'cfr',
  'nist',
  'sb',
  'ab',
  'une',
  'nom',
  'ppe',
  'covid',
  'soc',
  'pas',
  'ohsas',
  'sa',
  'csa',
  'api',
  'ip',
  'un',
  'nr',
  // Parts of a regulation or a building, and no codes of courses: "Part 145".
  'part',
  'section',
  'annex',
  'chapter',
  'article',
  'rule',
  'room',
]);
const CODE = /(?<![\p{L}\p{N}])(?<letters>[a-z]{2,8})-?(?<digits>\d{3,6})(?<suffix>[a-z]{0,2})(?![\p{L}\p{N}])/giu;

/**
 * "ISO/IEC 27001", "BS EN ISO 45001" and "UNE-EN ISO 9001" are standards of ISO. No organisation's name consists of two
 * others with a separator, and the number of repetitions is bounded: either would make the expression backtrack.
 */
const BODIES =
  /(?<![\p{L}\p{N}])(?:(?:bs|en|din|une|as|nzs|ansi|csa)[ /-]+){0,6}(?<body>iso)(?:[ /]iec|[ /]en)?(?=[ -]?\d)/giu;

/** "10830NAT": an accredited course of Australia; "(UDM8)" and "UDM 8": a short code, in brackets or by itself. */
const NUMBER_FIRST = /(?<![\p{L}\p{N}])\d{4,6}[A-Z]{2,4}(?![\p{L}\p{N}])/gu;
const SHORT = /(?:^|\()(?<short>[A-Z]{2,6}[ -]?\d{1,2}[A-Z]?)(?:$|\))/gu;

/** The form in which codes are compared: in capitals, without separators and without the letter of the version. */
export function codeKey(code: string): string {
  return code
    .replaceAll(/[\s-]/g, '')
    .toUpperCase()
    .replace(/(?<=\d)[A-Z]$/, '');
}

/** Whether two codes are of the same family but not equal: the letters are the same, the numbers are not. */
export function areSiblingCodes(one: string, other: string): boolean {
  const family = /^[A-Z]{3,}/.exec(one)?.[0];
  return family !== undefined && one !== other && family === /^[A-Z]{3,}/.exec(other)?.[0];
}

/**
 * The codes of a text, such as `TRN-0042` or `HLTAID009` (as `codeKey` writes them), and the text without them.
 */
export interface ExtractedCodes {
  readonly codes: readonly string[];
  /** The codes that were removed, with the letters of their version. */
  readonly written: readonly string[];
  readonly rest: string;
}

export function extractCodes(text: string): ExtractedCodes {
  const codes = [...text.matchAll(SHORT)]
    .map(({ groups }) => groups?.['short'] ?? '')
    .filter((code) => !STANDARDS.has((/^[A-Z]+/.exec(code)?.[0] ?? '').toLowerCase()))
    .map(codeKey);
  const written: string[] = [];
  const rest = text
    .replaceAll(BODIES, '$<body>')
    .replaceAll(NUMBER_FIRST, (code) => {
      codes.push(codeKey(code));
      written.push(code);
      return ' ';
    })
    .replaceAll(CODE, (code, letters: string, digits: string, suffix: string) => {
      if (STANDARDS.has(letters.toLowerCase())) return `${letters} ${digits}${suffix}`;
      codes.push(codeKey(code));
      written.push(code.replaceAll('-', ''));
      return ' ';
    });
  return { codes: [...new Set(codes)], written, rest };
}
