import { fieldList, parameterList } from './fields.js';
import { type Html, html } from '#platform/pages';
import { anchor, codeBlock, inlineMarkdown } from './markdown.js';
import type { ApiResponse, Content, Example, OpenApi, ApiOperation, Schema } from './openapi-document.js';
import { exampleCall } from './example-call.js';
import { nameOf, typeInWords } from './schema-words.js';

/** An operation with its method and path. */
interface Call {
  readonly verb: string;
  readonly path: string;
  readonly operation: ApiOperation;
}

export interface Feature {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly calls: readonly Call[];
}

/** The operations by feature, in the document's order. */
export function featuresOf({ tags, paths }: OpenApi): Feature[] {
  const calls = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, operation]) => ({ verb: verb.toUpperCase(), path, operation })),
  );
  return tags.map(({ name, description }) => ({
    id: name.toLowerCase().replaceAll(' ', '-'),
    name,
    description,
    calls: calls.filter(({ operation }) => operation.tags.includes(name)),
  }));
}

/** The calls of one feature. */
export function reference({ id, name, description, calls }: Feature): Html {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${name} ${anchor(id)}</h2>
    <p>${inlineMarkdown(description)}</p>
    ${calls.map(oneCall)}
  </section> `;
}

/** `GET /engine/v1/admin/needs/{id}`, for headings and the table of contents. */
export function methodAndPath({ verb, path }: Pick<Call, 'verb' | 'path'>): Html {
  return html`<span class="method ${verb.toLowerCase()}">${verb}</span> <code>${path}</code>`;
}

function oneCall(call: Call): Html {
  const { operationId, summary, description, parameters = [], requestBody, responses } = call.operation;
  const entries = Object.entries(responses);
  const good = entries.filter(([status]) => status < '400');
  const bad = entries.filter(([status]) => status >= '400');
  return html`<article class="call" aria-labelledby="${operationId}">
    <h3 id="${operationId}">${methodAndPath(call)} ${anchor(operationId)}</h3>
    <p class="summary">${inlineMarkdown(summary)}.</p>
    ${description === undefined ? null : html`<p>${inlineMarkdown(description)}</p>`}
    ${
      parameters.length === 0
        ? null
        : html`<h4>Parameters</h4>
            ${parameterList(parameters)}`
    }
    ${
      requestBody === undefined
        ? null
        : html`<h4>Body</h4>
            ${contents(requestBody.content, 'body')}`
    }
    <h4>Example</h4>
    ${codeBlock(exampleCall(call), 'shell')}
    <h4>Answer</h4>
    ${good.map(([status, answer]) => goodAnswer(status, answer))}
    ${
      bad.length === 0
        ? null
        : html`<h4>Errors</h4>
            <ul class="errors">
              ${bad.map(([status, answer]) => html`<li><strong>${status}</strong> ${inlineMarkdown(answer.description)}</li>`)}
            </ul>`
    }
  </article> `;
}

function goodAnswer(status: string, { description, headers = {}, content = {} }: ApiResponse): Html {
  const sent = Object.keys(headers);
  return html`<p>
      <strong>${status}</strong>
      ${inlineMarkdown(description)}${sent.length === 0 ? null : html` Sends ${sent.map((name) => html`<code>${name}</code>`)}.`}
    </p>
    ${contents(content, 'answer')}`;
}

/** The fields of a body are visible, because readers need them first; those of a response are folded. */
function contents(content: Content, purpose: 'body' | 'answer'): Html {
  return html`${Object.entries(content).map(([type, { schema, example, examples = {} }]) => {
    const single = example === undefined || purpose === 'body' ? [] : [{ value: example }];
    const shown = [...single, ...Object.values(examples)].map(
      ({ summary, value }: Example) =>
        html`<p>${summary ?? 'Example'}:</p>
          ${codeBlock(JSON.stringify(value, null, 2), 'JSON')}`,
    );
    return html`<details${purpose === 'body' ? html` open` : null}><summary><code>${type}</code> <span class="type">${inlineMarkdown(typeInWords(schema))}</span></summary>${variants(schema, purpose)}${shown}</details>
`;
  })}`;
}

/** The fields of a schema, or of each of its variants. */
function variants(schema: Schema, purpose: 'body' | 'answer'): Html {
  const objects = (schema.oneOf ?? []).filter(({ $ref }) => $ref !== undefined);
  if (objects.length === 0) return html`${fieldList(schema, purpose)}`;
  return html`${objects.map(
    (variant) =>
      html`<p><code>${nameOf(variant)}</code></p>
        ${fieldList(variant, purpose)}`,
  )}`;
}
