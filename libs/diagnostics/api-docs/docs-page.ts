import { existsSync, readFileSync } from 'node:fs';
import { Html, StyleSheet, contentSecurityPolicy, escapeHtml, html } from '#platform/pages';
import { type Heading, anchor, markdown } from './markdown.js';
import { openApi } from './openapi-document.js';
import { type Feature, featuresOf, methodAndPath, reference } from './reference.js';

/** The address in docs/connector.md, that of `npm start`, which is replaced by the engine's own. */
const EXAMPLE_URL = 'http://127.0.0.1:3000';

const STYLE = new StyleSheet(readFileSync(new URL('./docs-page.css', import.meta.url), 'utf8'));

/** The page loads and runs nothing: it has only text and one style sheet. */
export const CONTENT_SECURITY_POLICY = contentSecurityPolicy(STYLE);

let rendered: string | null = null;

/**
 * The documentation as one HTML page. It is rendered once, with the address of the example.
 * @param baseUrl the address of the engine for readers, which the snippets use
 */
export function docsPage(baseUrl: string): string {
  rendered ??= render();
  return rendered.replaceAll(EXAMPLE_URL, () => escapeHtml(baseUrl));
}

function render(): string {
  const quickStart = markdown(readFileSync(above('docs/connector.md'), 'utf8'));
  const { info } = openApi();
  const introduction = markdown(info.description);
  const features = featuresOf(openApi());
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${info.title}: documentation</title>
        ${STYLE.element}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the text</a>
        <header>
          <h1>${info.title}</h1>
          <p>
            Documentation of version ${info.version} · <a href="/engine/openapi.json">OpenAPI 3.1</a> ·
            <a href="/engine/scim/openapi.json">OpenAPI 3.1 of SCIM</a>
          </p>
        </header>
        ${contents(quickStart.headings, features)}
        <main id="main">
          <section class="text" aria-label="Connector quick start">${quickStart.body}</section>
          <section aria-labelledby="api">
            <h2 id="api">API reference ${anchor('api')}</h2>
            <div class="text">${introduction.body}</div>
            ${reference(features)}
          </section>
        </main>
      </body>
    </html> `.text;
}

function contents(headings: readonly Heading[], features: readonly Feature[]): Html {
  const [title, ...sections] = headings.filter(({ level }) => level <= 3);
  return html`<nav aria-label="Contents">
    <p><a href="#${title?.id ?? 'main'}">Connector quick start</a></p>
    <ul>
      ${sections.map(({ id, title: text }) => html`<li><a href="#${id}">${new Html(text)}</a></li>`)}
    </ul>
    <p><a href="#api">API reference</a></p>
    <ul>
      ${features.map(
        ({ id, name, calls }) =>
          html`<li>
            <a href="#${id}">${name}</a>
            <ul class="calls">
              ${calls.map((call) => html`<li><a href="#${call.operation.operationId}">${methodAndPath({ ...call, path: shortened(call.path) })}</a></li>`)}
            </ul>
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** The path without the common prefix of a feature, because the column is narrow. */
function shortened(path: string): string {
  return path.replace(/^\/engine(?:\/v1\/(?:admin|operator))?/, '');
}

/** A file of the package by its path: the sources are one folder higher than the compiled files. */
function above(path: string): URL {
  const candidates = ['../../../', '../../../../'].map((up) => new URL(up + path, import.meta.url));
  const file = candidates.find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`${path} is missing: the documentation cannot be shown without it`);
  return file;
}
