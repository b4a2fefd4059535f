import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import MarkdownIt, { type Token } from 'markdown-it';
import { mustYield, yieldToEventLoop } from '../lifecycle/index.js';
import { Html, html } from './html.js';

/**
 * The longest paragraph, list item or other block that is parsed. For hostile text, the parsing time is quadratic in
 * the length of a block: 100,000 characters take 3 s, and 10,000 take 30 ms.
 */
const MAX_BLOCK_LENGTH = 10_000;

/** Blocks are separated by blank lines. */
const BLANK_LINES = /\n[^\S\n]*\n/;

const OPTIONS = { html: false, linkify: false, maxNesting: 40 } as const;

/** HTML is shown as text (`html: false`), and so are addresses that are not of the web or of mail. */
const markdown = new MarkdownIt(OPTIONS);
markdown.validateLink = (address) => /^(?:https?|mailto):/i.test(address.trim());
// A page loads nothing from elsewhere: an image is shown as its description.
markdown.renderer.rules.image = (tokens, index) => html`<em>${tokens[index]?.content ?? ''}</em>`.text;
markdown.renderer.rules.link_open = (tokens, index, options, _env, renderer) => {
  tokens[index]?.attrSet('rel', 'noopener noreferrer');
  tokens[index]?.attrSet('target', '_blank');
  return renderer.renderToken(tokens, index, options);
};
// A wide table scrolls by itself, also with the keyboard.
markdown.renderer.rules.table_open = () =>
  '<div class="wide" tabindex="0" role="group" aria-label="Table" dir="auto"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';
// The markers of a list, the bar of a quotation and the columns of a table begin on the side where their text begins.
for (const block of ['bullet_list_open', 'ordered_list_open', 'blockquote_open']) {
  markdown.renderer.rules[block] = (tokens, index, options, _env, renderer) => {
    tokens[index]?.attrSet('dir', 'auto');
    return renderer.renderToken(tokens, index, options);
  };
}
// The parser aligns columns by style attributes, which the policies of the pages refuse.
for (const cell of ['th_open', 'td_open']) {
  markdown.renderer.rules[cell] = (tokens, index, options, _env, renderer) => {
    const token = tokens[index];
    const [, side] = /^text-align:(center|right)$/.exec(String(token?.attrGet('style'))) ?? [];
    if (token !== undefined) token.attrs = side === undefined ? null : [['class', `to-${side}`]];
    return renderer.renderToken(tokens, index, options);
  };
}

/** The rules before the text of each block is parsed, and those after it. */
const before = new MarkdownIt(OPTIONS);
before.core.ruler.enableOnly(['normalize', 'block', 'strip_references']);
const after = new MarkdownIt(OPTIONS);
after.core.ruler.enableOnly(['text_join']);

/**
 * By the digest of the text: a hostile text of 100,000 characters takes 300 ms, and each view of a page would repeat
 * it.
 */
const rendered = new LRUCache<string, Html>({
  maxSize: 8 * 1024 * 1024,
  sizeCalculation: ({ text }) => 2 * text.length + 100,
});

/**
 * Markdown that an author or a model wrote, as HTML that runs and loads nothing. Its headings begin at level 2, since
 * the page has its own title. Yields to the event loop.
 */
export async function materialOf(text: string): Promise<Html> {
  const key = createHash('sha256').update(text).digest('base64');
  const material = rendered.get(key) ?? (await render(text));
  rendered.set(key, material);
  return material;
}

async function render(text: string): Promise<Html> {
  if (text.split(BLANK_LINES).some(({ length }) => length > MAX_BLOCK_LENGTH))
    return html`<div class="verbatim">${text}</div>`;
  const tokens = await tokensOf(text);
  const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close');
  const highest = Math.min(...headings.map(({ tag }) => levelOf(tag)));
  for (const heading of headings) heading.tag = `h${Math.min(6, levelOf(heading.tag) - highest + 2)}`;
  return new Html(markdown.renderer.render(tokens, markdown.options, {}));
}

/** What `markdown.parse` returns. */
async function tokensOf(text: string): Promise<Token[]> {
  const state = new markdown.core.State(text, markdown, {});
  before.core.process(state);
  for (const { type, content, children } of state.tokens) {
    if (type === 'inline') markdown.inline.parse(content, markdown, state.env, children ?? []);
    if (mustYield()) await yieldToEventLoop();
  }
  after.core.process(state);
  return state.tokens;
}

function levelOf(tag: string): number {
  return Number(tag.slice(1));
}
