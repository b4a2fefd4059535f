/**
 * The level of a course, from 0 (awareness) to 8 (of the European Qualifications Framework), with its text for the
 * evidence.
 */
export interface Level {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Levels of single words. Awareness and introduction may be the same course; neither may be an advanced one. */
const LEVEL_WORDS: ReadonlyMap<string, readonly [from: number, to: number]> = new Map(
  Object.entries<readonly [from: number, to: number]>({
    awareness: [0, 1],
    basic: [0, 1],
    basics: [0, 1],
    beginner: [0, 1],
    beginners: [0, 1],
    introduction: [0, 1],
    introductory: [0, 1],
    intro: [0, 1],
    foundation: [0, 1],
    foundations: [0, 1],
    fundamentals: [0, 1],
    elementary: [0, 1],
    basico: [0, 1],
    basica: [0, 1],
    introduccion: [0, 1],
    essentials: [0, 1],
    intermediate: [2, 3],
    intermedio: [2, 3],
    intermediaire: [2, 3],
    avance: [3, 5],
    avancee: [3, 5],
    debutant: [0, 1],
    fortgeschrittene: [3, 5],
    anfanger: [0, 1],
    anfaenger: [0, 1],
    einsteiger: [0, 1],
    principiante: [0, 1],
    principiantes: [0, 1],
    iniciantes: [0, 1],
    debutants: [0, 1],
    podstawowy: [0, 1],
    podstawowe: [0, 1],
    intermediario: [2, 3],
    vertiefung: [2, 5],
    perfectionnement: [2, 5],
    zaawansowany: [3, 5],
    zaawansowane: [3, 5],
    avances: [3, 5],
    avancees: [3, 5],
    grundkurs: [0, 1],
    basiskurs: [0, 1],
    aufbaukurs: [2, 5],
    advanced: [3, 5],
    expert: [3, 5],
    avanzado: [3, 5],
    avanzada: [3, 5],
  }),
);
const LEVEL_PREFIXES = new Set([
  'level',
  'lvl',
  'lev',
  'stage',
  'tier',
  'nivel',
  'niveau',
  'niv',
  'livello',
  'liv',
  'stufe',
  'l',
  'bsl',
]);
const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '0': 0,
    '1': 1,
    '2': 2,
    '3': 3,
    '4': 4,
    '5': 5,
    '6': 6,
    '7': 7,
    '8': 8,
    i: 1,
    ii: 2,
    iii: 3,
    iv: 4,
    v: 5,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    uno: 1,
    dos: 2,
    tres: 3,
  }),
);
/** "L8" is a code of practice. */
const LEVEL_IN_ONE_WORD = /^(?:(?:level|lvl|niv|bsl)([0-8])|l([0-5]))$/;

/** Returns the level that starts at this word, and the number of words that express it. */
export function levelAt(
  words: readonly string[],
  at: number,
): { readonly level: Level; readonly length: 1 | 2 | 3 } | null {
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  const byWord = LEVEL_WORDS.get(word);
  if (byWord !== undefined) return { level: { from: byWord[0], to: byWord[1], text: word }, length: 1 };
  const [, ofLevel, ofL] = LEVEL_IN_ONE_WORD.exec(word) ?? [];
  const joined = ofLevel ?? ofL;
  if (joined !== undefined)
    return { level: { from: Number(joined), to: Number(joined), text: `level ${joined}` }, length: 1 };
  const number = LEVEL_PREFIXES.has(word) ? NUMBERS.get(next) : undefined;
  if (number === undefined) return null;
  const last = NUMBERS.get(words[at + 2] ?? '');
  return last === number + 1
    ? { level: { from: number, to: last, text: `level ${number} and ${last}` }, length: 3 }
    : { level: { from: number, to: number, text: `level ${number}` }, length: 2 };
}

/**
 * Whether two levels may belong to one course. A missing level agrees with every other. Level 3 may be intermediate or
 * advanced, but an intermediate course is no advanced one.
 */
export function levelsAgree(a: Level | null, b: Level | null): boolean {
  if (a === null || b === null) return true;
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return shared > 0 || (shared === 0 && (a.from === a.to || b.from === b.to));
}
