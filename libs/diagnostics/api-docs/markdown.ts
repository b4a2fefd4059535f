import MarkdownIt, { type Token } from 'markdown-it';
import { Html, html } from '#platform/pages';

interface MarkdownOptions {
  /** The address of a link on the page; null: there is none, and only its text is shown. */
  readonly linkTo?: (address: string) => string | null;
  /** Leaves out images, which a page that loads nothing cannot show. */
  readonly withoutImages?: boolean;
}

const markdownIt = new MarkdownIt();
const { rules } = markdownIt.renderer;
// The heading, its text, and its end.
rules.heading_close = (tokens, index, options, _environment, renderer) =>
  ` ${anchor(String(tokens[index - 2]?.attrGet('id') ?? '')).text}${renderer.renderToken(tokens, index, options)}`;
rules.fence = (tokens, index) => {
  const { content = '', info = '' } = tokens[index] ?? {};
  return codeBlock(content.trimEnd(), info || 'text').text;
};

/**
 * Markdown as HTML, with headings one level lower (the page has its own title) and anchors. Tables have explicit
 * roles, which browsers would drop on a phone, where CSS stacks the rows.
 */
export function markdown(text: string, options: MarkdownOptions = {}): Html {
  const tokens = markdownIt.parse(text, {});
  tokens.forEach((token, index) => {
    const [content, end] = tokens.slice(index + 1, index + 3);
    if (token.type !== 'heading_open' || content === undefined || end === undefined) return;
    const level = Number(token.tag.slice(1)) + 1;
    const title = markdownIt.renderer.render([content], markdownIt.options, {});
    token.tag = end.tag = `h${level}`;
    token.attrSet('id', slugOf(title));
  });
  describeTables(tokens);
  for (const { children } of tokens) for (const child of children ?? []) adapt(child, options);
  return new Html(markdownIt.renderer.render(tokens, markdownIt.options, {}));
}

/** Links to nothing that is served stay text; so do images, which a page that loads nothing cannot show. */
function adapt(token: Token, { linkTo, withoutImages = false }: MarkdownOptions): void {
  if (withoutImages && token.type === 'image') Object.assign(token, { type: 'text', content: '' });
  if (token.type !== 'link_open' || linkTo === undefined) return;
  const target = linkTo(String(token.attrGet('href') ?? ''));
  if (target === null) token.attrs = null;
  else token.attrSet('href', target);
}

const TABLE_ROLES: Readonly<Record<string, string>> = {
  table_open: 'table',
  thead_open: 'rowgroup',
  tbody_open: 'rowgroup',
  tr_open: 'row',
  th_open: 'columnheader',
  td_open: 'cell',
};

/** Gives the elements of tables their roles, and each cell the name of its column. */
function describeTables(tokens: readonly Token[]): void {
  let names: string[] = [];
  let column = 0;
  tokens.forEach((token, index) => {
    const role = TABLE_ROLES[token.type];
    if (role === undefined) return;
    token.attrSet('role', role);
    if (token.type === 'table_open') names = [];
    if (token.type === 'tr_open') column = 0;
    if (token.type === 'th_open') {
      token.attrSet('scope', 'col');
      names.push(tokens[index + 1]?.content ?? '');
    }
    if (token.type === 'td_open') token.attrSet('data-label', names[column++] ?? '');
  });
}

/** One line of Markdown: a description with `code` in it. */
export function inlineMarkdown(text: string): Html {
  return new Html(markdownIt.renderInline(text));
}

/** A block of code that can be scrolled with the keyboard if it is wider than the page. */
export function codeBlock(code: string, language: string): Html {
  return html`<pre class="wide" tabindex="0" role="group" aria-label="Code: ${language}"><code>${code}</code></pre> `;
}

/** A heading with the text below it. */
export interface Section {
  /** The anchor of the heading, as {@link markdown} writes it; empty before the first heading below the title. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The sections of a text, for a search. The first one has the title of the whole. */
export function sectionsOf(text: string): Section[] {
  const sections: Array<{ id: string; title: string; text: string }> = [];
  const tokens = markdownIt.parse(text, {});
  tokens.forEach((token, index) => {
    if (tokens[index - 1]?.type === 'heading_open') {
      const isTitle = tokens[index - 1]?.tag === 'h1';
      const rendered = markdownIt.renderer.render([token], markdownIt.options, {});
      sections.push({ id: isTitle ? '' : slugOf(rendered), title: token.content.replaceAll('`', ''), text: '' });
      return;
    }
    const section = sections.at(-1);
    if (section !== undefined && token.content !== '') section.text += `${token.content} `;
  });
  return sections;
}

/** A link of a heading to itself, to copy. */
export function anchor(id: string): Html {
  return html`<a class="anchor" href="#${id}" aria-label="Link to this section">#</a>`;
}

function slugOf(title: string): string {
  return title
    .replaceAll(/<[^>]+>|&#?\w+;/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
