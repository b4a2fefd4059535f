import { nextTurn, turnIsOver } from '#platform/lifecycle';
import { ENTRY_BYTES, MIB, NUMBER_BYTES, OBJECT_BYTES, bytesOfText, bytesOfWord } from '../bytes.js';
import { KnownWords, knownWordsOf } from '../reading/known-words.js';
import { readName } from '../reading/read-name.js';
import type { Reading, Unit } from '../reading/reading.js';
import type { MatchableCourse } from '../topic-matcher.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { HomeSetting } from './home-setting.js';
import { Initials } from './initials.js';
import { Places } from './places.js';

export interface PreparedName {
  readonly kind: 'title' | 'topic';
  readonly reading: Reading;
}

export interface PreparedCourse {
  readonly course: Omit<MatchableCourse, 'topics'>;
  readonly names: readonly PreparedName[];
}

/** For the names of one library. The 26,652 names of `npm run bench:matching` take 24 MiB. */
const MOST_BYTES = 32 * MIB;
/** Above this size topics are left out, so that titles still fit. */
const MOST_BYTES_WITH_TOPICS = 28 * MIB;
/** A course with its id and category, without names. */
const A_COURSE_BYTES = 3 * OBJECT_BYTES;

/**
 * A published library read once and indexed by what its names say, so that a topic looks only at the courses that share
 * something with it.
 */
export class PreparedLibrary {
  readonly courses: PreparedCourse[] = [];
  /** The words of all names as written. */
  readonly words = new Set<string>();
  /** The same beside all others that are spelt right. */
  readonly known: KnownWords;
  readonly initials: Initials;
  private readonly setting = new HomeSetting();
  private readonly wholes = new Places();
  private readonly cores = new Places();
  private readonly codes = new Places();
  private readonly postings = new Places();
  private readonly units = new Map<string, Unit>();
  private taken = 0;
  private left = 0;

  constructor(private readonly vocabulary: Vocabulary) {
    this.known = new KnownWords([], knownWordsOf(vocabulary));
    this.initials = new Initials([], this.words, (word) => vocabulary.words.has(word));
  }

  /** The estimated size in bytes. */
  get bytes(): number {
    return this.taken + this.initials.bytes;
  }

  /** The number of names left out because the library would take too much memory. */
  get unread(): number {
    return this.left;
  }

  /** Adds a course; each step reads one name, the title first. Finish all steps before the next course is added. */
  *add({ id, title, topics, category }: MatchableCourse): Generator<void> {
    if (this.taken > MOST_BYTES) {
      this.left += 1 + topics.length;
      return;
    }
    const names: PreparedName[] = [];
    const place = this.courses.length;
    this.taken += A_COURSE_BYTES;
    for (const [index, text] of [title, ...topics].entries()) {
      if (index > 0 && this.taken > MOST_BYTES_WITH_TOPICS) {
        this.left++;
        continue;
      }
      const reading = this.compact(readName(text, this.vocabulary));
      names.push({ kind: index === 0 ? 'title' : 'topic', reading });
      this.index(reading, place);
      this.initials.add(text);
      yield;
    }
    this.setting.add(names.flatMap(({ reading }) => reading.units));
    // The copy has no spare capacity. The array that grew has room for up to 16 more.
    this.courses.push({ course: { id, title, category }, names: [...names] });
  }

  /** Frees what is needed only while courses are added. */
  finish(): void {
    this.units.clear();
  }

  /** The setting that it takes for granted. */
  get home(): number | null {
    return this.setting.concept;
  }

  /** The courses (as places in `courses`) with a title or topic of exactly these words. */
  called(whole: string): readonly number[] {
    return whole === '' ? [] : this.wholes.of(whole);
  }

  /** The same for what is left without levels of courtesy such as "refresher" and "2026". */
  calledAtCore(core: string): readonly number[] {
    return core === '' ? [] : this.cores.of(core);
  }

  withCode(code: string): readonly number[] {
    return this.codes.of(code);
  }

  /** The courses that speak of a concept, of a narrower one, or have a word. */
  speakingOf(key: string): readonly number[] {
    return this.postings.of(key);
  }

  /** How rare a thing is in this library: 1 for what one course or none speaks of, towards 0 for what all do. */
  rarity(key: string): number {
    const all = this.courses.length + 1;
    return Math.min(1, Math.log(all / (this.speakingOf(key).length + 0.5)) / Math.log(all / 1.5));
  }

  private index(reading: Reading, place: number): void {
    for (const word of reading.whole.split(' ')) this.addWord(word);
    this.taken += this.wholes.add(reading.whole, place) + this.cores.add(reading.core, place);
    for (const short of reading.shorts) this.taken += this.cores.add(short, place);
    for (const code of reading.codes) this.taken += this.codes.add(code, place);
    for (const key of reading.units.flatMap((unit) => keysOf(unit, this.vocabulary))) {
      this.taken += this.postings.add(key, place);
    }
  }

  private addWord(word: string): void {
    if (this.words.has(word)) return;
    this.words.add(word);
    this.taken += ENTRY_BYTES + bytesOfWord(word) + this.known.add(word);
  }

  /** The names of a library have many units in common. Equal units are kept once. */
  private compact(reading: Reading): Reading {
    this.taken += bytesOfReading(reading);
    return { ...reading, units: reading.units.map((unit) => this.shared(unit)) };
  }

  private shared(unit: Unit): Unit {
    const { kind, concepts, stems, joined, text, part, item } = unit;
    const words = stems.length === 1 ? joined : stems.join(' ');
    const key = `${part} ${item} ${kind} ${concepts.length === 0 ? '' : concepts.join(' ')} ${words} ${text}`;
    const known = this.units.get(key);
    if (known !== undefined) return known;
    this.units.set(key, unit);
    this.taken += bytesOfUnit(unit);
    return unit;
  }
}

/** Prepares a library, and yields to the event loop (`turns.ts`). */
export async function prepareLibrary(
  courses: Iterable<MatchableCourse>,
  vocabulary: Vocabulary,
): Promise<PreparedLibrary> {
  const library = new PreparedLibrary(vocabulary);
  for (const course of courses) {
    const names = library.add(course);
    while (names.next().done !== true) if (turnIsOver()) await nextTurn();
  }
  library.finish();
  return library;
}

export const conceptKey = (id: number): string => `#${id}`;

/**
 * What a unit is found by: its concepts, the broader and near ones, and its words, which a name may have without the
 * term.
 */
export function keysOf({ concepts, stems }: Unit, vocabulary: Vocabulary): string[] {
  return [
    ...concepts.flatMap((id) => [id, ...vocabulary.broader(id).keys(), ...vocabulary.related(id)]).map(conceptKey),
    ...stems,
  ];
}

/** The size of a reading without its units. Empty arrays are shared. */
function bytesOfReading({ text, whole, core, codes, shorts, units }: Reading): number {
  const arrays = [units, codes, shorts].filter(({ length }) => length > 0).length;
  const texts = [text, whole, core, ...codes, ...shorts].reduce((sum, part) => sum + bytesOfText(part), 0);
  return (arrays + 1) * OBJECT_BYTES + units.length * NUMBER_BYTES + texts;
}

function bytesOfUnit({ stems, joined, text }: Unit): number {
  const words = stems.reduce((sum, stemmed) => sum + NUMBER_BYTES + bytesOfText(stemmed), 0);
  return 2 * OBJECT_BYTES + bytesOfWord(text) + (stems.length === 1 ? 0 : bytesOfText(joined)) + words;
}
