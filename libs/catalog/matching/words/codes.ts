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
]);
const CODE = /(?<![\p{L}\p{N}])(?<letters>[a-z]{2,8})-?(?<digits>\d{3,6})(?<suffix>[a-z]{0,2})(?![\p{L}\p{N}])/giu;

/**
 * "ISO/IEC 27001", "BS EN ISO 45001" and "UNE-EN ISO 9001" are standards of ISO. No organisation's name consists of two
 * others with a separator, and the number of repetitions is bounded: either would make the expression backtrack.
 */
const BODIES =
  /(?<![\p{L}\p{N}])(?:(?:bs|en|din|une|as|nzs|ansi|csa)[ /-]+){0,6}(?<body>iso)(?:[ /]iec|[ /]en)?(?=[ -]?\d)/giu;

/**
 * The codes of a text, such as `TRN-0042` or `HLTAID009` (in capitals, without the dash), and the text without them.
 */
export interface ExtractedCodes {
  readonly codes: readonly string[];
  readonly rest: string;
}

export function extractCodes(text: string): ExtractedCodes {
  const codes: string[] = [];
  const rest = text
    .replaceAll(BODIES, '$<body>')
    .replaceAll(CODE, (code, letters: string, digits: string, suffix: string) => {
      if (STANDARDS.has(letters.toLowerCase())) return `${letters} ${digits}${suffix}`;
      codes.push(code.replaceAll('-', '').toUpperCase());
      return ' ';
    });
  return { codes, rest };
}
