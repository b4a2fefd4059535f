/** A paragraph or list of a document, under its headings. */
export interface Block {
  /** From the outermost; empty before the first heading. A level that the document leaves out is an empty text. */
  readonly headings: readonly string[];
  readonly text: string;
}

const HEADING = /^(#{1,6})[ \t]+(.{1,200})$/;
/** The marks that may end a heading of Markdown: `## Forks ##`. */
const CLOSING = /(?:^|[ \t]+)#+$/;
/** A heading as in printed procedures: `4.2 Inspection before use`. */
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?[ \t]+(\p{Lu}[^.!?;:]{2,80})$/u;
/** `2 Driving`: where headings look like this, `2. Sound the horn` is an item of a list. */
const WITHOUT_DOT = /^\d{1,2}[ \t]/;
const WITH_DOT = /^\d{1,2}\.[ \t]/;
/** The page in a table of contents. */
const PAGE_NUMBER = /[ \t]+\d{1,4}$/;

/**
 * The blocks of a Markdown or plain text, whose headings start with `#`, or with a number where `numbered` is set. A
 * heading with nothing below it is a block, because it may be the step of a procedure: `2. Check the forks`. One that
 * repeats another heading is left out, because it is of a table of contents.
 */
export function blocksOf(text: string, { numbered }: { readonly numbered: boolean }): Block[] {
  const blocks: Block[] = [];
  const bare = new Set<Block>();
  let headings: string[] = [];
  let lines: string[] = [];
  let isBare = false;
  let hasItems = false;
  const end = (): void => {
    const paragraph = lines.join('\n').trim();
    if (paragraph !== '') blocks.push({ headings, text: paragraph });
    isBare &&= paragraph === '';
    lines = [];
  };
  /** @param level of the next heading; 1: the text ends */
  const endSection = (level: number): void => {
    end();
    if (!isBare || level > headings.length) return;
    const block = { headings: headings.slice(0, -1), text: headings.at(-1) ?? '' };
    blocks.push(block);
    bare.add(block);
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const heading = headingOf(line.trim(), numbered);
    if (heading === null || (hasItems && WITH_DOT.test(heading.title))) {
      if (line.trim() === '') end();
      else lines.push(line.trimEnd());
      continue;
    }
    endSection(heading.level);
    headings = [...Array.from({ length: heading.level - 1 }, (_, level) => headings[level] ?? ''), heading.title];
    isBare = true;
    hasItems ||= numbered && WITHOUT_DOT.test(heading.title);
  }
  endSection(1);
  const titles = new Set(blocks.filter((block) => !bare.has(block)).flatMap((block) => block.headings.map(keyOf)));
  return blocks.filter((block) => !bare.has(block) || !titles.has(keyOf(block.text)));
}

/** A heading as it is repeated in a table of contents. */
function keyOf(heading: string): string {
  return heading.replace(PAGE_NUMBER, '').replaceAll(/\s+/g, ' ');
}

function headingOf(line: string, numbered: boolean): { level: number; title: string } | null {
  const marked = HEADING.exec(line);
  if (marked !== null) return { level: marked[1]?.length ?? 1, title: (marked[2] ?? '').trim().replace(CLOSING, '') };
  const printed = numbered ? NUMBERED.exec(line) : null;
  return printed === null ? null : { level: (printed[1] ?? '').split('.').length, title: line };
}
