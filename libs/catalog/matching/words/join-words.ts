/** Shorter words stand beside any other one by chance. */
const MIN_PART = 3;
const MIN_JOINED = 7;
const WORD_AND_GAP = /(?<word>\p{L}+)(?<gap>[ -](?=\p{L}))?/gu;

/**
 * Writes two words of a text as one if only that is a word of the library: "chair lift" in a library with "Chairlift".
 * @param isWord whether the library has a word, in small letters
 */
export function joinWords(text: string, isWord: (word: string) => boolean): string {
  let joined = '';
  let end = 0;
  let before: { readonly word: string; readonly at: number } | null = null;
  for (const { index, groups = {} } of text.matchAll(WORD_AND_GAP)) {
    const word = groups['word'] ?? '';
    if (before !== null && isOne(before.word, word, isWord)) {
      joined += text.slice(end, before.at) + before.word + word;
      end = index + word.length;
      before = null;
    } else before = groups['gap'] === undefined ? null : { word, at: index };
  }
  return joined + text.slice(end);
}

function isOne(first: string, second: string, isWord: (word: string) => boolean): boolean {
  const [one, other] = [first.toLowerCase(), second.toLowerCase()];
  return (
    one.length >= MIN_PART &&
    other.length >= MIN_PART &&
    one.length + other.length >= MIN_JOINED &&
    isWord(one + other) &&
    !(isWord(one) && isWord(other))
  );
}
