/** Sentences of a Markdown text, one by one: its headings and list items are sentences too. Linear in its length. */
export function sentencesOf(markdown: string): string[] {
  return markdown
    .split('\n')
    .map((line) => line.replace(/^[\s#>*+-]+/, '').replaceAll(/[*_`|]/g, ''))
    .flatMap((line) => line.split(/(?<=[.!?:;])\s/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** Words of a text in lower case, without punctuation. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{N}’'-]*/gu) ?? [];
}
