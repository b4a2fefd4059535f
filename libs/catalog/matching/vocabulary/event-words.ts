import { splitWords } from '../words/split-words.js';
import { stem } from '../words/stem.js';
import { stopWords } from '../words/word-lists.js';
import { type EventsFile, readEvents } from './data-files.js';
import { type Vocabulary, wordsOfTerm } from './vocabulary.js';

/** Limits of a term in words, and of the places of a term that are tried, so that no topic costs more than others. */
const MAX_TERM = 3;
const MAX_PLACES = 4;
/** The longest distance between the first and the last word of an event. */
const MAX_DISTANCE = 9;

/** What an event is found by: the stem of a word in English, and as it is written. */
interface EventToken {
  readonly at: number;
  readonly stem: string;
  readonly original: string;
}

interface EventWord<Token> {
  readonly token: Token;
  /** The stems of its words as they are written. */
  readonly written: readonly string[];
}

interface Event {
  readonly mechanism: number;
  /** One word of each of these lists names the mechanism. */
  readonly lists: readonly number[];
}

interface FoundEvent<Token> {
  readonly mechanism: number;
  readonly tokens: readonly Token[];
}

/**
 * Finds the mechanism that words of a log name together, in any order: what happened ("reversed"), and with what
 * ("pallet truck", "foot").
 */
export class EventWords {
  /** By the stems of a term, as it is written. */
  private readonly written = new Map<string, readonly number[]>();
  /** The same of English terms, for topics in other languages. */
  private readonly english = new Map<string, readonly number[]>();
  private readonly events: readonly Event[];

  constructor({ words, events }: EventsFile, vocabulary: Vocabulary) {
    const names = Object.keys(words);
    for (const [list, name] of names.entries())
      for (const term of words[name] ?? []) {
        const asWritten = keyOf(meaningfulWords(term));
        const inEnglish = keyOf(wordsOfTerm(term));
        addList(this.written, asWritten, list);
        if (inEnglish === asWritten) addList(this.english, inEnglish, list);
      }
    const ids = new Map(vocabulary.concepts.map(({ name }, id) => [name, id]));
    this.events = events.flatMap(({ mechanism, has }) => {
      const id = ids.get(mechanism);
      return id === undefined ? [] : [{ mechanism: id, lists: has.map((name) => names.indexOf(name)) }];
    });
  }

  /** Returns the first event of the data whose words a topic has. */
  find<Token extends EventToken>(tokens: readonly Token[]): FoundEvent<Token> | null {
    const places = this.placesByList(tokens);
    for (const { mechanism, lists } of this.events) {
      const found = onOtherWords(lists.map((list) => places.get(list) ?? []));
      if (found !== null) return { mechanism, tokens: found.toSorted((a, b) => a.at - b.at) };
    }
    return null;
  }

  private placesByList<Token extends EventToken>(tokens: readonly Token[]): Map<number, Token[][]> {
    const words = tokens.map((token) => ({ token, written: meaningfulWords(token.original).map(stem) }));
    const places = new Map<number, Token[][]>();
    for (let length = MAX_TERM; length > 0; length--)
      for (let from = 0; from + length <= words.length; from++) {
        const run = words.slice(from, from + length);
        for (const list of this.listsOf(run)) {
          const known = places.get(list) ?? [];
          if (known.length < MAX_PLACES) places.set(list, [...known, run.map(({ token }) => token)]);
        }
      }
    return places;
  }

  private listsOf(run: ReadonlyArray<EventWord<EventToken>>): ReadonlySet<number> {
    const english = run.map(({ token }) => token.stem).join('');
    const written = run
      .filter(({ token }, index) => token.original !== run[index - 1]?.token.original)
      .flatMap((word) => word.written);
    const keys = new Set([written.join(''), ...(run.length === 1 ? written : [])]);
    return new Set([...(this.english.get(english) ?? []), ...[...keys].flatMap((key) => this.written.get(key) ?? [])]);
  }
}

const meaningfulWords = (text: string): string[] =>
  splitWords(text)
    .map(({ text: word }) => word)
    .filter((word) => !stopWords.has(word));

const keyOf = (words: readonly string[]): string => words.map(stem).join('');

function addList(lists: Map<string, readonly number[]>, key: string, list: number): void {
  const known = lists.get(key) ?? [];
  if (key !== '' && !known.includes(list)) lists.set(key, [...known, list]);
}

/** Takes one place of each list, so that no word counts for two of them and all are near each other. */
function onOtherWords<Token extends EventToken>(
  [places, ...others]: ReadonlyArray<ReadonlyArray<readonly Token[]>>,
  taken: readonly Token[] = [],
): readonly Token[] | null {
  if (places === undefined) return taken;
  for (const place of places) {
    if (place.some((token) => taken.includes(token)) || distance([...taken, ...place]) > MAX_DISTANCE) continue;
    const found = onOtherWords(others, [...taken, ...place]);
    if (found !== null) return found;
  }
  return null;
}

function distance(tokens: readonly EventToken[]): number {
  const positions = tokens.map(({ at }) => at);
  return Math.max(...positions) - Math.min(...positions);
}

const eventWords = new WeakMap<Vocabulary, EventWords>();

/** Returns the events of the data files whose mechanisms a vocabulary has. They are read once. */
export function eventWordsOf(vocabulary: Vocabulary): EventWords {
  const known = eventWords.get(vocabulary);
  if (known !== undefined) return known;
  const words = new EventWords(readEvents(), vocabulary);
  eventWords.set(vocabulary, words);
  return words;
}
