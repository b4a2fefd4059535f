import { topicKey } from '../topics/synonyms/topic-key.js';

/** What a text is: topics are compared with titles. */
export type TextKind = 'topic' | 'title';

/** A topic or a title, and the key by which it is the same as another in the same words. */
export interface KeyedText {
  readonly kind: TextKind;
  readonly key: string;
  readonly text: string;
}

/** Each text once; one without a word has no meaning. */
export function keyedTexts(kind: TextKind, texts: readonly string[]): KeyedText[] {
  const byKey = new Map(texts.map((text) => [topicKey(text), text]));
  return [...byKey].flatMap(([key, text]) => (/[\p{L}\p{N}]/u.test(key) ? [{ kind, key, text }] : []));
}
