import bidiFactory from 'bidi-js';
import { type FontName, fontOfScript } from './fonts.js';

/** A piece of a line in one font and one direction. */
export interface TextRun {
  /** In logical order, even if it is drawn from right to left. */
  readonly text: string;
  readonly font: FontName;
  readonly isRightToLeft: boolean;
}

const bidi = bidiFactory();

/** Text that Noto Sans draws from left to right, character by character. */
const PLAIN = /^[\u0020-\u052f\u1e00-\u20cf]*$/u;

/**
 * Splits a line into runs in the order in which they are drawn, from left to right, by the Unicode Bidirectional
 * Algorithm (UAX #9). The line reads from left to right as a whole.
 */
export function textRuns(line: string): TextRun[] {
  if (PLAIN.test(line)) return line === '' ? [] : [{ text: line, font: 'text', isRightToLeft: false }];
  return visualOrder(leveledRuns(line)).map(({ text, font, level }) => ({
    text,
    font,
    isRightToLeft: level % 2 === 1,
  }));
}

interface LeveledRun {
  text: string;
  readonly font: FontName;
  readonly level: number;
}

function leveledRuns(line: string): LeveledRun[] {
  const { levels } = bidi.getEmbeddingLevels(line, 'ltr');
  const runs: LeveledRun[] = [];
  let index = 0;
  for (const character of line) {
    const level = levels[index] ?? 0;
    index += character.length;
    const last = runs.at(-1);
    const isRightToLeft = level % 2 === 1;
    const font = fontFor(character, isRightToLeft, last);
    const drawn = isRightToLeft ? (bidi.getMirroredCharacter(character) ?? character) : character;
    if (last !== undefined && last.level === level && last.font === font) last.text += drawn;
    else runs.push({ text: drawn, font, level });
  }
  return runs;
}

/**
 * An accent has the font of its letter. A space inside Arabic or Hebrew text has the font of that script, so that the
 * words are one run and keep their order.
 */
function fontFor(character: string, isRightToLeft: boolean, last: LeveledRun | undefined): FontName {
  const font = fontOfScript(character);
  if (font !== null) return font;
  const staysInRun = isRightToLeft ? last !== undefined && last.level % 2 === 1 : /\p{M}/u.test(character);
  return staysInRun && last !== undefined ? last.font : 'text';
}

/** Rule L2: from the highest level down, reverses each sequence of runs of that level or a higher one. */
function visualOrder(runs: readonly LeveledRun[]): LeveledRun[] {
  let ordered = [...runs];
  const highest = Math.max(...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) ordered = reversedFrom(ordered, level);
  return ordered;
}

function reversedFrom(runs: readonly LeveledRun[], level: number): LeveledRun[] {
  const result: LeveledRun[] = [];
  let sequence: LeveledRun[] = [];
  for (const run of runs) {
    if (run.level >= level) {
      sequence = [run, ...sequence];
    } else {
      result.push(...sequence, run);
      sequence = [];
    }
  }
  return [...result, ...sequence];
}
