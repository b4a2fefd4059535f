import { type Html, html } from './html.js';
import { inlineMarkdown } from './markdown.js';
import type { Parameter, Schema } from './openapi-document.js';
import { limitsInWords, resolved, typeInWords } from './schema-words.js';

/** Deeper objects are named and not shown: what is read that far down is read in the document itself. */
const MAX_DEPTH = 4;

/** The fields of a body or an answer, objects inside it as lists inside the list. Null where there are none to show. */
export function fieldList(schema: Schema, depth = 0): Html | null {
  const { properties, required = [] } = objectIn(schema);
  if (properties === undefined || depth > MAX_DEPTH) return null;
  const fields = Object.entries(properties).map(([name, field]) => oneField(name, field, required.includes(name), fieldList(field, depth + 1)));
  return fields.length === 0 ? null : html`<ul class="fields">${fields}</ul>`;
}

/** Whether every field of a body has to be sent is worth a word; what an answer has, it has. */
export function parameterList(parameters: readonly Parameter[]): Html {
  const places = { path: 'in the path', query: 'in the query', header: 'header' } as const;
  return html`<ul class="fields">${parameters.map((parameter) => oneField(parameter.name, { ...parameter.schema, description: parameter.description }, parameter.required ?? false, null, places[parameter.in]))}</ul>`;
}

function oneField(name: string, schema: Schema, isRequired: boolean, inner: Html | null, place: string | null = null): Html {
  const description = schema.description ?? (schema.$ref === undefined ? undefined : resolved(schema).description);
  const words = [typeInWords(schema), ...limitsInWords(schema), ...(place === null ? [] : [place])].join(', ');
  return html`<li><p><code class="name">${name}</code> <span class="type">${inlineMarkdown(words)}</span>${isRequired ? html` <span class="required">required</span>` : null}</p>
${description === undefined ? null : html`<p class="note">${inlineMarkdown(description)}</p>`}${inner}</li>
`;
}

/** The object that a value is, or that its list, its map or its only variant holds. */
function objectIn(schema: Schema): Schema {
  const plain = resolved(schema);
  const inner = plain.items ?? (typeof plain.additionalProperties === 'object' ? plain.additionalProperties : undefined) ?? onlyVariant(plain);
  return plain.properties === undefined && inner !== undefined ? objectIn(inner) : plain;
}

function onlyVariant({ oneOf, anyOf }: Schema): Schema | undefined {
  const variants = (oneOf ?? anyOf ?? []).filter(({ type }) => type !== 'null');
  return variants.length === 1 ? variants[0] : undefined;
}
