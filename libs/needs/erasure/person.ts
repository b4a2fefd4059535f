import { fold } from '#platform/text';
import type { PersonKeys } from '#directory';
import type { OwnRecords } from './own-records.js';

/** A person whose personal data is erased. */
export interface Person {
  readonly workerId: string;
  /** The pseudonym that replaces everything that names the person: `erased-0a1b2c3d4e5f`. */
  readonly pseudonym: string;
  /**
   * Matches texts that name this person and nobody else, which are replaced in all records. Null: no text is that
   * distinctive.
   */
  readonly distinctive: Naming | null;
  /** Matches texts that name the person in records about them. */
  readonly inOwn: Naming | null;
  /** All names and keys, folded: replaced in own records where they are the whole value. */
  readonly values: ReadonlySet<string>;
}

interface Naming {
  readonly pattern: RegExp;
  /** A PostgreSQL regular expression for the text of a column, which also matches more. */
  readonly sql: string;
}

/** Shorter keys also occur in numbers and dates of other people. */
const MIN_KEY_LENGTH = 6;
const MIN_MIXED_KEY_LENGTH = 4;
const MIN_NAME_LENGTH = 2;
const MIN_WORD_LENGTH = 3;

/** A letter, a mark on one, such as a vowel of Hindi, or a digit. */
const IN_WORD = String.raw`[\p{L}\p{M}\p{N}]`;

/**
 * Works out how a person is recognised in stored texts. An e-mail address, a long key, and a name of several words that
 * no other worker has are replaced everywhere. Other names and keys are replaced only in records about the person.
 * @param ownKeys without the keys that another worker has now
 * @param isShared whether another worker has this name
 */
export function personOf(
  workerId: string,
  { keys, ownKeys }: Pick<OwnRecords, 'keys' | 'ownKeys'>,
  isShared: (name: string) => boolean,
): Person {
  const names = keys.names.filter((name) => name.trim().length >= MIN_NAME_LENGTH);
  const all = [...names, ...keys.externalWorkerIds, ...keys.learnerIds, ...keys.emails];
  const distinctive = [...distinctiveKeys(ownKeys), ...names.filter((name) => /\S\s+\S/.test(name) && !isShared(name))];
  return {
    workerId,
    pseudonym: `erased-${workerId.slice(-12)}`,
    distinctive: namingOf(distinctive),
    inOwn: namingOf([...distinctive, ...distinctiveKeys(keys), ...names, ...names.flatMap(wordsOf)]),
    values: new Set(all.map(fold)),
  };
}

/** A PostgreSQL regular expression for texts with one of the names, in any spelling; null: there are none. */
export function patternOfNames(names: readonly string[]): string | null {
  return namingOf(names)?.sql ?? null;
}

/** People are called by a part of their name, and the identity of a topic has its words in another order. */
function wordsOf(name: string): string[] {
  return name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word.length >= MIN_WORD_LENGTH);
}

function distinctiveKeys({ emails, externalWorkerIds, learnerIds }: PersonKeys): string[] {
  return [...emails, ...[...externalWorkerIds, ...learnerIds].filter(isDistinctiveKey)];
}

function isDistinctiveKey(key: string): boolean {
  return key.length >= (/\p{L}/u.test(key) && /\d/.test(key) ? MIN_MIXED_KEY_LENGTH : MIN_KEY_LENGTH);
}

/**
 * The spellings of a text: as given, as the dedupe keys and indexes of the engine fold it, and as an address has it.
 */
function spellingsOf(text: string): string[] {
  const folded = fold(text);
  return [
    text,
    text.normalize('NFC'),
    text.normalize('NFD'),
    text.toUpperCase(),
    // "Σ" ends a word as "ς", which PostgreSQL takes for another letter.
    text.toLowerCase(),
    folded,
    folded.replaceAll('%', '%25').replaceAll(':', '%3A'),
    encodeURIComponent(text.toWellFormed()),
  ];
}

function namingOf(texts: readonly string[]): Naming | null {
  // Longest first: an alternation takes the first branch that matches.
  const spellings = [...new Set(texts.flatMap(spellingsOf))]
    .filter((spelling) => spelling.trim() !== '')
    .toSorted((one, other) => other.length - one.length);
  if (spellings.length === 0) return null;
  return {
    pattern: new RegExp(`(?<!${IN_WORD})(?:${anyOf(spellings.map(expressionOf))})(?!${IN_WORD})`, 'giu'),
    // In a column of JSON, quotes are escaped.
    sql: anyOf(spellings.flatMap((text) => [expressionOf(text), expressionOf(JSON.stringify(text).slice(1, -1))])),
  };
}

function anyOf(expressions: readonly string[]): string {
  return [...new Set(expressions)].join('|');
}

/** Any blanks may separate words. */
function expressionOf(text: string): string {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[$()*+./?[\\\]^{|}]/g, '\\$&'))
    .join('\\s+');
}
