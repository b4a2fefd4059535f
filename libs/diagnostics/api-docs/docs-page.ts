import { readFileSync } from 'node:fs';
import { type Html, StyleSheet, contentSecurityPolicy, escapeHtml, html } from '#platform/pages';
import { COPY_SCRIPT } from './copy-script.js';
import { GUIDES, QUICK_START, guide, guideEntries, guideTitle } from './guides.js';
import { anchor, inlineMarkdown, markdown } from './markdown.js';
import { openApi } from './openapi-document.js';
import { type Feature, featuresOf, methodAndPath, reference } from './reference.js';
import { type DocsEntry, DocsIndex } from './docs-index.js';

/** The address in the guides, that of `npm start`, which is replaced by the engine's own. */
const EXAMPLE_URL = 'http://127.0.0.1:3000';

const STYLE = new StyleSheet(readFileSync(new URL('./docs-page.css', import.meta.url), 'utf8'));

/** A page loads nothing: it has text, one style sheet, and the one script that copies code. */
export const CONTENT_SECURITY_POLICY = contentSecurityPolicy(
  STYLE,
  `script-src ${COPY_SCRIPT.source}; form-action 'self'`,
);

/**
 * The documentation as HTML pages, each rendered when it is first asked for. The first one has the quick start and the
 * table of contents; each feature of the API and each guide has a page of its own.
 */
export class DocsSite {
  private readonly pages = new Map<string, string>();
  private readonly features = featuresOf(openApi());
  private index: DocsIndex | null = null;

  /** @param baseUrl the address of the engine for readers, which the snippets use */
  constructor(private readonly baseUrl: string) {}

  firstPage(): string {
    return this.page('', () => this.renderFirst());
  }

  /** @param name as in the table of contents: `training-needs`. Undefined: there is none. */
  featurePage(name: string): string | undefined {
    const feature = this.features.find(({ id }) => id === name);
    if (feature === undefined) return undefined;
    return this.page(`api/${name}`, () => layout(feature.name, contents(this.features, feature), reference(feature)));
  }

  /** @param name of the file under docs/, without its ending. Undefined: there is none. */
  guidePage(name: string): string | undefined {
    if (!GUIDES.includes(name)) return undefined;
    return this.page(`guides/${name}`, () => {
      return layout(guideTitle(name), contents(this.features, name), html`<div class="text">${guide(name)}</div>`);
    });
  }

  /** The parts of all pages that have the words. */
  searchPage(words: string): string {
    this.index ??= new DocsIndex([...callEntries(this.features), ...guideEntries()]);
    const found = this.index.find(words);
    return layout(
      'search',
      contents(this.features, ''),
      html`<h2>${found.length === 0 ? 'Nothing found' : 'Found'}</h2>
        <p>
          ${found.length === 0 ? 'No page has all of these words: ' : 'The parts with all of these words, the closest first: '}
          <b>${words}</b>
        </p>
        <ul class="index">
          ${found.map(({ page, title, path, excerpt }) => html`<li><a href="${path}">${title}</a> <span class="note">${page}</span><br />${excerpt}</li>`)}
        </ul>`,
      words,
    );
  }

  private renderFirst(): string {
    const introduction = markdown(openApi().info.description);
    return layout(
      'documentation',
      contents(this.features, QUICK_START),
      html`<section class="text" aria-label="Connector quick start">${guide(QUICK_START)}</section>
        <section aria-labelledby="api">
          <h2 id="api">API reference ${anchor('api')}</h2>
          <div class="text">${introduction}</div>
          ${this.features.map((feature) => summary(feature))}
        </section>`,
    );
  }

  private page(path: string, render: () => string): string {
    const known = this.pages.get(path);
    if (known !== undefined) return known;
    const page = render().replaceAll(EXAMPLE_URL, () => escapeHtml(this.baseUrl));
    this.pages.set(path, page);
    return page;
  }
}

function layout(title: string, navigation: Html, main: Html, words = ''): string {
  const { info } = openApi();
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${info.title}: ${title}</title>
        ${STYLE.element}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the text</a>
        <header>
          <h1><a href="/engine/docs">${info.title}</a></h1>
          <p>
            Documentation of version ${info.version} · <a href="/engine/openapi.json">OpenAPI 3.1</a> ·
            <a href="/engine/scim/openapi.json">OpenAPI 3.1 of SCIM</a>
          </p>
          <form role="search" action="/engine/docs/search">
            <input
              type="search"
              name="q"
              value="${words}"
              maxlength="200"
              aria-label="Search the documentation"
              required
            />
            <button>Search</button>
          </form>
        </header>
        ${navigation}
        <main id="main">${main}</main>
        ${COPY_SCRIPT.element}
      </body>
    </html> `.text;
}

/** The table of contents; the calls of the shown feature are listed below it. */
function contents(features: readonly Feature[], shown: Feature | string): Html {
  return html`<nav aria-label="Contents">
    <p><a href="/engine/docs">Connector quick start</a></p>
    <p>API reference</p>
    <ul>
      ${features.map(
        (feature) =>
          html`<li>
            <a href="${pageOf(feature)}">${feature.name}</a>
            ${feature === shown ? calls(feature) : null}
          </li>`,
      )}
    </ul>
    <p>Guides</p>
    <ul>
      ${GUIDES.map((name) => html`<li><a href="/engine/docs/guides/${name}">${guideTitle(name)}</a></li>`)}
    </ul>
  </nav>`;
}

function calls(feature: Feature): Html {
  return html`<ul class="calls">
    ${feature.calls.map((call) => html`<li><a href="${pageOf(feature)}#${call.operation.operationId}">${methodAndPath({ ...call, path: shortened(call.path) })}</a></li>`)}
  </ul>`;
}

/** A feature on the first page: what it is for, and its calls. */
function summary(feature: Feature): Html {
  return html`<h3><a href="${pageOf(feature)}">${feature.name}</a></h3>
    <p>${feature.description}</p>
    <ul class="index">
      ${feature.calls.map(
        ({ verb, path, operation }) =>
          html`<li>
            <a href="${pageOf(feature)}#${operation.operationId}">${methodAndPath({ verb, path: shortened(path) })}</a>
            ${inlineMarkdown(operation.summary)}
          </li>`,
      )}
    </ul>`;
}

function pageOf({ id }: Feature): string {
  return `/engine/docs/api/${id}`;
}

function callEntries(features: readonly Feature[]): DocsEntry[] {
  return features.flatMap((feature) =>
    feature.calls.map(({ verb, path, operation }) => ({
      page: feature.name,
      title: `${verb} ${path}`,
      path: `${pageOf(feature)}#${operation.operationId}`,
      text: `${operation.summary}. ${operation.description ?? ''}`,
    })),
  );
}

/** The path without the common prefix of a feature, because the column is narrow. */
function shortened(path: string): string {
  return path.replace(/^\/engine(?:\/v1\/(?:admin|operator))?/, '');
}
