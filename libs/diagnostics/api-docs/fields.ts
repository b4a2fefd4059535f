import { type Html, html } from '#platform/pages';
import { inlineMarkdown } from './markdown.js';
import type { Parameter, Schema } from './openapi-document.js';
import { limitsInWords, resolved, typeInWords } from './schema-words.js';

/** Deeper objects are named but not shown; the document itself has them. */
const MAX_DEPTH = 4;

/** Whether a field of a body is required, or whether a field of a response may be missing. */
type Purpose = 'body' | 'answer';

/** The fields of a body or a response, with nested lists for nested objects. Null if there are none. */
export function fieldList(schema: Schema, purpose: Purpose, depth = 0): Html | null {
  const { properties, required = [] } = objectIn(schema);
  if (properties === undefined || depth > MAX_DEPTH) return null;
  const fields = Object.entries(properties).map(([name, field]) => {
    const isRequired = required.includes(name);
    const mark = purpose === 'body' ? (isRequired ? REQUIRED : null) : isRequired ? null : OPTIONAL;
    return oneField(name, field, { mark, inner: fieldList(field, purpose, depth + 1) });
  });
  return fields.length === 0
    ? null
    : html`<ul class="fields">
        ${fields}
      </ul>`;
}

const REQUIRED = html` <span class="required">required</span>`;
const OPTIONAL = html` <span class="optional">may be missing</span>`;

const PLACES = { path: ['in the path'], query: [], header: ['header'] } as const;

export function parameterList(parameters: readonly Parameter[]): Html {
  return html`<ul class="fields">
    ${parameters.map((parameter) => {
      const schema = { ...parameter.schema, description: parameter.description };
      const mark = parameter.required === true ? REQUIRED : null;
      return oneField(parameter.name, schema, { mark, place: PLACES[parameter.in] });
    })}
  </ul>`;
}

interface FieldNotes {
  /** Whether the field is required, if that is worth saying. */
  readonly mark: Html | null;
  /** The fields of its object. */
  readonly inner?: Html | null;
  /** Where a parameter is sent. */
  readonly place?: readonly string[];
}

function oneField(name: string, schema: Schema, { mark, inner = null, place = [] }: FieldNotes): Html {
  const description = schema.description ?? (schema.$ref === undefined ? undefined : resolved(schema).description);
  const words = [typeInWords(schema), ...limitsInWords(schema), ...place].join(', ');
  return html`<li>
    <p><code class="name">${name}</code> <span class="type">${inlineMarkdown(words)}</span>${mark}</p>
    ${description === undefined ? null : html`<p class="note">${inlineMarkdown(description)}</p>`}${inner}
  </li> `;
}

/** The object of a value, or that in its list, its map or its only variant. */
function objectIn(schema: Schema): Schema {
  const plain = resolved(schema);
  const inner =
    plain.items ??
    (typeof plain.additionalProperties === 'object' ? plain.additionalProperties : undefined) ??
    onlyVariant(plain);
  return plain.properties === undefined && inner !== undefined ? objectIn(inner) : plain;
}

function onlyVariant({ oneOf, anyOf }: Schema): Schema | undefined {
  const variants = (oneOf ?? anyOf ?? []).filter(({ type }) => type !== 'null');
  return variants.length === 1 ? variants[0] : undefined;
}
