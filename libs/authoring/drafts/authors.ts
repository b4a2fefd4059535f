import type { Draft } from './draft.entity.js';

/** Notes that somebody has asked for, edited or submitted a draft, and therefore may not approve it. */
export function noteAuthor(draft: Draft, actor: string): void {
  if (!draft.authors.includes(actor)) draft.authors = [...draft.authors, actor];
}
