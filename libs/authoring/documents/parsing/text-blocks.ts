/** A paragraph or list of a document, under its headings. */
export interface Block {
  /** From the outermost; empty before the first heading. */
  readonly headings: readonly string[];
  readonly text: string;
}

const HEADING = /^(#{1,6})[ \t]+(.{1,200})$/;
/** A heading as in printed procedures: `4.2 Inspection before use`. */
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?[ \t]+(\p{Lu}[^.!?;:]{2,80})$/u;

/** The blocks of a Markdown or plain text, whose headings start with `#`, or with a number where `numbered` is set. */
export function blocksOf(text: string, { numbered }: { readonly numbered: boolean }): Block[] {
  const blocks: Block[] = [];
  let headings: string[] = [];
  let lines: string[] = [];
  const end = (): void => {
    const paragraph = lines.join('\n').trim();
    if (paragraph !== '') blocks.push({ headings, text: paragraph });
    lines = [];
  };
  for (const line of text.split(/\r\n|\r|\n/)) {
    const heading = headingOf(line.trim(), numbered);
    if (heading === null) {
      if (line.trim() === '') end();
      else lines.push(line.trimEnd());
      continue;
    }
    end();
    headings = [...headings.slice(0, heading.level - 1), heading.title];
  }
  end();
  return blocks;
}

function headingOf(line: string, numbered: boolean): { level: number; title: string } | null {
  const marked = HEADING.exec(line);
  if (marked !== null) return { level: marked[1]?.length ?? 1, title: (marked[2] ?? '').trim() };
  const printed = numbered ? NUMBERED.exec(line) : null;
  return printed === null ? null : { level: (printed[1] ?? '').split('.').length, title: line };
}
