import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { topicKey } from '../matching/words/topic-key.js';

/** What a text is: topics are compared with titles. */
export type TextKind = 'topic' | 'title';

/** A topic or a title, and the key by which it is the same as another in the same words. */
export interface KeyedText {
  readonly kind: TextKind;
  readonly key: string;
  readonly text: string;
}

/** Each text once, without those that contain no word. */
export async function keyedTexts(kind: TextKind, texts: readonly string[]): Promise<KeyedText[]> {
  const byKey = new Map<string, string>();
  for (const text of texts) {
    byKey.set(topicKey(text), text);
    if (mustYield()) await yieldToEventLoop();
  }
  return [...byKey].flatMap(([key, text]) => (/[\p{L}\p{N}]/u.test(key) ? [{ kind, key, text }] : []));
}
