import MarkdownIt from 'markdown-it';

const blocks = new MarkdownIt({ html: false, maxNesting: 40 });
blocks.core.ruler.enableOnly(['normalize', 'block']);

/** Closes the block of code at the end of a Markdown text, so that a text that is added to it is not code, too. */
export function withClosedFence(markdown: string): string {
  const last = blocks.parse(`${markdown}\n\n# Added`, {}).at(-1);
  return last?.type === 'fence' ? `${markdown}\n${last.markup}` : markdown;
}
