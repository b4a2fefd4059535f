import type { MatchableCourse } from '../topic-matcher.js';
import { readName } from '../reading/read-name.js';
import { homeSetting } from './home-setting.js';
import type { Reading, Unit } from '../reading/reading.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';

export interface PreparedName {
  readonly kind: 'title' | 'topic';
  readonly reading: Reading;
}

export interface PreparedCourse {
  readonly course: MatchableCourse;
  readonly names: readonly PreparedName[];
}

/** A published library read once and indexed by what its names say, so that a topic looks only at the courses that share something with it. */
export class PreparedLibrary {
  readonly courses: readonly PreparedCourse[];
  /** The words of all names as written. */
  readonly words: ReadonlySet<string>;
  /** The setting that it takes for granted. */
  readonly home: number | null;
  private readonly equal = new Map<string, number[]>();
  private readonly codes = new Map<string, number[]>();
  private readonly postings = new Map<string, number[]>();

  constructor(courses: readonly MatchableCourse[], vocabulary: Vocabulary) {
    const words = new Set<string>();
    this.courses = courses.map((course, at) => {
      const names = [course.title, ...course.topics].map((text, index): PreparedName => ({ kind: index === 0 ? 'title' : 'topic', reading: readName(text, vocabulary) }));
      for (const { reading } of names) {
        for (const word of reading.whole.split(' ')) words.add(word);
        put(this.equal, reading.whole, at);
        put(this.equal, `~${reading.core}`, at);
        for (const short of reading.shorts) put(this.equal, `~${short}`, at);
        for (const code of reading.codes) put(this.codes, code, at);
        for (const unit of reading.units) for (const key of keysOf(unit, vocabulary)) put(this.postings, key, at);
      }
      return { course, names };
    });
    this.words = words;
    this.home = homeSetting(this.courses.map(({ names }) => names.flatMap(({ reading }) => reading.units)));
  }

  /** The courses (as places in `courses`) with a title or topic of exactly these words. */
  called(whole: string): readonly number[] {
    return whole === '' ? [] : (this.equal.get(whole) ?? []);
  }

  /** The same for what is left without levels of courtesy such as "refresher" and "2026". */
  calledAtCore(core: string): readonly number[] {
    return core === '' ? [] : (this.equal.get(`~${core}`) ?? []);
  }

  withCode(code: string): readonly number[] {
    return this.codes.get(code) ?? [];
  }

  /** The courses that speak of a concept, of a narrower one, or have a word. */
  speakingOf(key: string): readonly number[] {
    return this.postings.get(key) ?? [];
  }

  /** How rare a thing is in this library: 1 for what one course or none speaks of, towards 0 for what all do. */
  rarity(key: string): number {
    const all = this.courses.length + 1;
    return Math.min(1, Math.log(all / (this.speakingOf(key).length + 0.5)) / Math.log(all / 1.5));
  }
}

export const conceptKey = (id: number): string => `#${id}`;

/** What a unit is found by: its concepts and all that those are kinds of or close to, and its words. */
function keysOf({ concepts, stems }: Unit, vocabulary: Vocabulary): string[] {
  return [...concepts.flatMap((id) => [id, ...vocabulary.broader(id).keys(), ...vocabulary.near(id)]).map(conceptKey), ...stems];
}

function put(index: Map<string, number[]>, key: string, at: number): void {
  const places = index.get(key);
  if (places === undefined) index.set(key, [at]);
  else if (places.at(-1) !== at) places.push(at);
}
