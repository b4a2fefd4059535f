import type { Block } from './text-blocks.js';

/** A part of a document that can be cited. */
export interface NewPassage {
  readonly section: string;
  readonly text: string;
}

/** Characters of a passage: enough for a rule with its conditions, and short enough to be quoted. */
const MAX_PASSAGE_LENGTH = 1_200;
const MAX_SECTION_LENGTH = 300;

/**
 * Joins the blocks of a section to passages, and splits those that are longer, at the end of a sentence if there is
 * one.
 */
export function splitPassages(blocks: readonly Block[]): NewPassage[] {
  const passages: Array<{ section: string; text: string }> = [];
  for (const { headings, text } of blocks) {
    const section = cut(headings.filter(Boolean).join(' › '), MAX_SECTION_LENGTH);
    for (const part of partsOf(text)) {
      const last = passages.at(-1);
      if (last?.section === section && last.text.length + part.length + 2 <= MAX_PASSAGE_LENGTH)
        last.text += `\n\n${part}`;
      else passages.push({ section, text: part });
    }
  }
  return passages;
}

function partsOf(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > MAX_PASSAGE_LENGTH) {
    const window = cut(rest, MAX_PASSAGE_LENGTH);
    const end = [window.lastIndexOf('. ') + 1, window.lastIndexOf('\n'), window.lastIndexOf(' ')].find(
      (at) => at > MAX_PASSAGE_LENGTH / 3,
    );
    parts.push(rest.slice(0, end ?? window.length).trim());
    rest = rest.slice(end ?? window.length).trim();
  }
  return rest === '' ? parts : [...parts, rest];
}

/** As `firstCharacters` of `#platform/text`, which would load its decorators into the process that parses a file. */
function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Cs}$/u, '');
}
