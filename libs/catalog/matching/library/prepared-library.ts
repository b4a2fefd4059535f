import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { ENTRY_BYTES, MIB, OBJECT_BYTES, bytesOfWord } from '../bytes.js';
import { KnownWords, knownWordsOf } from '../parsing/known-words.js';
import type { ParsedName, Unit } from '../parsing/parsed-name.js';
import type { MatchableCourse } from '../topic-matcher.js';
import { translator } from '../vocabulary/translator.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import { expandAbbreviation } from '../words/abbreviations.js';
import { stem } from '../words/stem.js';
import { type CourseName, bytesOfUnit, parseCourseName } from './course-names.js';
import { DefaultSetting } from './default-setting.js';
import { Initials } from './initials.js';
import { Postings } from './postings.js';

export interface PreparedName {
  readonly kind: 'title' | 'topic';
  readonly parsed: ParsedName;
}

export interface PreparedCourse {
  readonly course: Omit<MatchableCourse, 'topics'>;
  readonly names: readonly PreparedName[];
}

/** The limit for the names of one library. The 26,652 names of `npm run bench:matching` take 27 MiB. */
const MAX_BYTES = 32 * MIB;
/** Above this size topics are left out, so that titles still fit. */
const MAX_BYTES_WITH_TOPICS = 28 * MIB;
/** The size of a course with its id and category, without names. */
const COURSE_BYTES = 3 * OBJECT_BYTES;

/**
 * A published library, parsed and indexed by what its names mention, so that a topic is compared only with courses that
 * have something in common with it.
 */
export class PreparedLibrary {
  readonly courses: PreparedCourse[] = [];
  /** The normalised words of all names. */
  readonly words = new Set<string>();
  /** These words together with all other correctly spelt words. */
  readonly known: KnownWords;
  readonly initials: Initials;
  private readonly settingCounter = new DefaultSetting();
  private readonly byName = new Postings();
  private readonly byCore = new Postings();
  private readonly byCode = new Postings();
  private readonly byKey = new Postings();
  /** Those of all names, which are counted once. */
  private readonly units = new Set<Unit>();
  private used = 0;
  private skipped = 0;

  constructor(private readonly vocabulary: Vocabulary) {
    this.known = new KnownWords([], knownWordsOf(vocabulary));
    this.initials = new Initials(this.words, (word, isAlone) => isWordOf(vocabulary, word, isAlone));
  }

  /** The estimated size in bytes. */
  get bytes(): number {
    return this.used + this.initials.bytes;
  }

  /** The number of names left out because the library would take too much memory. */
  get skippedNames(): number {
    return this.skipped;
  }

  /** Adds a course. Each step parses one name, the title first. Finish all steps before you add the next course. */
  *add({ id, title, topics, category }: MatchableCourse): Generator<void> {
    if (this.used > MAX_BYTES) {
      this.skipped += 1 + topics.length;
      return;
    }
    const names: PreparedName[] = [];
    const settings: Unit[] = [];
    const place = this.courses.length;
    this.used += COURSE_BYTES;
    for (const [index, text] of [title, ...topics].entries()) {
      if (index > 0 && this.used > MAX_BYTES_WITH_TOPICS) {
        this.skipped++;
        continue;
      }
      const name = parseCourseName(text, this.vocabulary);
      names.push({ kind: index === 0 ? 'title' : 'topic', parsed: name.parsed });
      this.count(name, settings);
      this.index(name, place);
      this.initials.add(text, name.initials);
      yield;
    }
    this.settingCounter.add(settings);
    // The copy has no spare capacity. The array that grew has room for up to 16 more.
    this.courses.push({ course: { id, title, category }, names: [...names] });
  }

  /** Frees memory that is needed only while courses are added. */
  finish(): void {
    this.units.clear();
  }

  /** The id of the setting that most courses have; null if there is none. */
  get defaultSetting(): number | null {
    return this.settingCounter.concept;
  }

  /** The positions in `courses` of those with a title or topic of exactly these words. */
  withName(whole: string): readonly number[] {
    return whole === '' ? [] : this.byName.get(whole);
  }

  /** The positions of courses with a name that has this core. */
  withCore(core: string): readonly number[] {
    return core === '' ? [] : this.byCore.get(core);
  }

  withCode(code: string): readonly number[] {
    return this.byCode.get(code);
  }

  /** The positions of courses that mention a concept, a narrower or related one, or a word. */
  mentioning(key: string): readonly number[] {
    return this.byKey.get(key);
  }

  /** How rare a key is in this library: 1 if at most one course mentions it, near 0 if all do. */
  rarity(key: string): number {
    const all = this.courses.length + 1;
    return Math.min(1, Math.log(all / (this.mentioning(key).length + 0.5)) / Math.log(all / 1.5));
  }

  /** @param settings receives the units of the name that are settings */
  private count({ parsed, bytes }: CourseName, settings: Unit[]): void {
    this.used += bytes;
    for (const unit of parsed.units) {
      if (unit.kind === 'setting') settings.push(unit);
      if (this.units.has(unit)) continue;
      this.units.add(unit);
      this.used += bytesOfUnit(unit);
    }
  }

  private index({ parsed, words, keys }: CourseName, place: number): void {
    for (const word of words) this.addWord(word);
    this.used += this.byName.add(parsed.normalized, place) + this.byCore.add(parsed.core, place);
    for (const short of parsed.abbreviations) this.used += this.byCore.add(short, place);
    for (const code of parsed.codes) this.used += this.byCode.add(code, place);
    for (const key of keys) this.used += this.byKey.add(key, place);
  }

  private addWord(word: string): void {
    if (this.words.has(word)) return;
    this.words.add(word);
    this.used += ENTRY_BYTES + bytesOfWord(word) + this.known.add(word);
  }
}

/**
 * Whether a word needs no expansion. One without a vowel is an abbreviation. As a whole topic it may stand for
 * something else than within the terms of the vocabulary: BST in "GWO BST".
 */
function isWordOf(vocabulary: Vocabulary, word: string, isAlone: boolean): boolean {
  if (translator().translates(word) || expandAbbreviation(word) !== word) return true;
  return isAlone && !/[aeiouy]/.test(word) ? vocabulary.named([stem(word)]).length > 0 : vocabulary.words.has(word);
}

/** Prepares a library, and yields to the event loop (`event-loop.ts`). */
export async function prepareLibrary(
  courses: Iterable<MatchableCourse>,
  vocabulary: Vocabulary,
): Promise<PreparedLibrary> {
  const library = new PreparedLibrary(vocabulary);
  for (const course of courses) {
    const names = library.add(course);
    while (names.next().done !== true) if (mustYield()) await yieldToEventLoop();
  }
  library.finish();
  return library;
}
