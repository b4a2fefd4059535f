import { type OpenApi, OPENAPI, type Schema } from './openapi-document.js';

/** The schema that a reference leads to, or the schema itself. */
export function resolved(schema: Schema, { components }: OpenApi = OPENAPI): Schema {
  if (schema.$ref === undefined) return schema;
  const target = components.schemas[nameOf(schema.$ref)];
  if (target === undefined) throw new Error(`the document has no ${schema.$ref}`);
  return target;
}

/** What a value is, in words: "list of text", "whole number or null", "one of `open`, `closed`". */
export function typeInWords(schema: Schema): string {
  const variants = schema.oneOf ?? schema.anyOf?.filter((variant) => variant.required === undefined);
  if (variants !== undefined && variants.length > 0) return variants.map(variantInWords).join(' or ');
  const plain = resolved(schema);
  const types = [plain.type ?? 'object'].flat();
  if (plain.enum !== undefined) return oneOf(plain.enum);
  return types.map((type) => oneType(type, plain)).join(' or ');
}

function variantInWords(schema: Schema): string {
  return schema.$ref === undefined ? typeInWords(schema) : nameOf(schema.$ref);
}

function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

function oneOf(values: readonly unknown[]): string {
  const shown = values.map((value) => (value === null ? 'null' : `\`${String(value)}\``));
  return shown.length === 1 ? (shown[0] ?? '') : `one of ${shown.join(', ')}`;
}

const FORMATS: Readonly<Record<string, string>> = { 'date-time': 'time', email: 'e-mail address', uri: 'URL' };

function oneType(type: string, schema: Schema): string {
  switch (type) {
    case 'string':
      return FORMATS[schema.format ?? ''] ?? 'text';
    case 'integer':
      return 'whole number';
    case 'array':
      return `list of ${schema.items === undefined ? 'values' : variantOrType(schema.items)}`;
    case 'object':
      return typeof schema.additionalProperties === 'object' ? `map of name to ${typeInWords(schema.additionalProperties)}` : 'object';
    default:
      return type;
  }
}

/** Lists name what they hold where it stands on its own, as an event does. */
function variantOrType(items: Schema): string {
  const words = typeInWords(items);
  return words === 'object' ? 'objects' : words;
}

/** The limits of a value: "1 to 200 characters", "default 50". */
export function limitsInWords(schema: Schema): string[] {
  const plain = resolved(schema);
  return [
    range(plain.minLength, plain.maxLength, 'characters'),
    range(plain.minimum, plain.maximum, ''),
    range(plain.minItems, plain.maxItems, 'items'),
    plain.pattern === undefined ? null : `pattern \`${plain.pattern}\``,
    plain.default === undefined ? null : `default \`${typeof plain.default === 'string' ? plain.default : JSON.stringify(plain.default)}\``,
  ].filter((words) => words !== null);
}

function range(least: number | undefined, most: number | undefined, unit: string): string | null {
  const bounds = [least, most].map((bound) => bound?.toLocaleString('en'));
  if (least !== undefined && most !== undefined) return `${bounds[0]} to ${bounds[1]} ${unit}`.trim();
  if (least !== undefined) return `at least ${bounds[0]} ${unit}`.trim();
  return most === undefined ? null : `at most ${bounds[1]} ${unit}`.trim();
}
