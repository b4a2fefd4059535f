import { Marked, type Tokens } from 'marked';
import { Html, escapeHtml, html } from './html.js';

/** A heading in the table of contents. */
export interface Heading {
  readonly id: string;
  readonly title: string;
  readonly level: number;
}

/**
 * Markdown as HTML, with headings one level lower (the page has its own title) and anchors. Tables have explicit
 * roles, which browsers would drop on a phone, where CSS stacks the rows.
 */
export function markdown(text: string): { readonly body: Html; readonly headings: readonly Heading[] } {
  const headings: Heading[] = [];
  const marked = new Marked({
    renderer: {
      html: ({ text: raw }) => escapeHtml(raw),
      heading({ tokens, depth }) {
        const title = this.parser.parseInline(tokens);
        const heading = { id: slugOf(title), title, level: depth + 1 };
        headings.push(heading);
        return `<h${heading.level} id="${heading.id}">${title} ${anchor(heading.id).text}</h${heading.level}>\n`;
      },
      code: ({ text: code, lang }: Tokens.Code) => codeBlock(code, lang ?? 'text').text,
      table({ header, rows }) {
        const names = header.map(({ text: name }) => escapeHtml(name));
        const head = tableRow(names.map((name) => `<th scope="col" role="columnheader">${name}</th>`));
        const body = rows.map((cells) =>
          tableRow(
            cells.map(
              ({ tokens }, column) =>
                `<td role="cell" data-label="${names[column] ?? ''}">${this.parser.parseInline(tokens)}</td>`,
            ),
          ),
        );
        return `<table role="table"><thead role="rowgroup">${head}</thead><tbody role="rowgroup">${body.join('')}</tbody></table>\n`;
      },
    },
  });
  return { body: new Html(marked.parse(text, { async: false })), headings };
}

function tableRow(cells: readonly string[]): string {
  return `<tr role="row">${cells.join('')}</tr>\n`;
}

const inline = new Marked({ renderer: { html: ({ text }) => escapeHtml(text) } });

/** One line of Markdown: a description with `code` in it. */
export function inlineMarkdown(text: string): Html {
  return new Html(inline.parseInline(text, { async: false }));
}

/** A block of code that can be scrolled with the keyboard if it is wider than the page. */
export function codeBlock(code: string, language: string): Html {
  return html`<pre class="wide" tabindex="0" role="group" aria-label="Code: ${language}"><code>${code}</code></pre> `;
}

/** A link of a heading to itself, to copy. */
export function anchor(id: string): Html {
  return html`<a class="anchor" href="#${id}" aria-label="Link to this section">#</a>`;
}

function slugOf(title: string): string {
  return title
    .replaceAll(/<[^>]+>|&#?\w+;/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
