/** Actors who asked for, edited or submitted a draft, with one more. */
export function withAuthor(authors: readonly string[], actor: string): string[] {
  return [...new Set([...authors, actor])];
}
