import { type Schema, openApi } from './openapi-document.js';

/** Resolves a reference to a schema. */
export function resolved(schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const target = openApi().components.schemas[nameOf(schema)];
  if (target === undefined) throw new Error(`the document has no ${schema.$ref}`);
  return target;
}

/** The type of a value in words: "list of text", "whole number or null", "one of `open`, `closed`". */
export function typeInWords(schema: Schema): string {
  const variants = schema.oneOf ?? schema.anyOf?.filter((variant) => variant.required === undefined);
  if (variants !== undefined && variants.length > 0) {
    const isOneOfSeveral = variants.filter(({ type }) => type !== 'null').length > 1;
    return variants.map(isOneOfSeveral ? variantInWords : typeInWords).join(' or ');
  }
  const plain = resolved(schema);
  const types = [plain.type ?? 'object'].flat();
  if (plain.enum !== undefined) return oneOf(plain.enum);
  return types.map((type) => oneType(type, plain)).join(' or ');
}

/** Variants that are objects are shown by their names. */
function variantInWords(schema: Schema): string {
  if (schema.items?.$ref !== undefined) return `list of ${nameOf(schema.items)}`;
  return schema.$ref === undefined ? typeInWords(schema) : nameOf(schema);
}

/** The name of a referenced schema; empty for an inline one. */
export function nameOf({ $ref = '' }: Schema): string {
  return $ref.slice($ref.lastIndexOf('/') + 1);
}

function oneOf(values: readonly unknown[]): string {
  const shown = values.map((value) => (value === null ? 'null' : `\`${literal(value)}\``));
  return shown.length === 1 ? (shown[0] ?? '') : `one of ${shown.join(', ')}`;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const FORMATS: Readonly<Record<string, string>> = {
  date: 'day',
  'date-time': 'time',
  email: 'e-mail address',
  uri: 'URL',
};

function oneType(type: string, schema: Schema): string {
  switch (type) {
    case 'string':
      return FORMATS[schema.format ?? ''] ?? 'text';
    case 'integer':
      return 'whole number';
    case 'array':
      return `list of ${schema.items === undefined ? 'values' : itemsInWords(schema.items)}`;
    case 'object':
      return typeof schema.additionalProperties === 'object'
        ? `map of name to ${typeInWords(schema.additionalProperties)}`
        : 'object';
    default:
      return type;
  }
}

function itemsInWords(items: Schema): string {
  const words = typeInWords(items);
  return words === 'object' ? 'objects' : words.replace(/^one of /, '');
}

/** The limits of a value: "1 to 200 characters", "default 50". */
export function limitsInWords(schema: Schema): string[] {
  const plain = resolved(schema);
  return [
    range(plain.minLength, plain.maxLength, 'characters'),
    range(plain.minimum, plain.maximum, ''),
    range(plain.minItems, plain.maxItems, 'items'),
    plain.pattern === undefined ? null : `pattern \`${plain.pattern}\``,
    plain.default === undefined ? null : `default \`${literal(plain.default)}\``,
  ].filter((words) => words !== null);
}

function range(least: number | undefined, most: number | undefined, unit: string): string | null {
  const bounds = [least, most].map((bound) => bound?.toLocaleString('en'));
  if (least !== undefined && most !== undefined) return `${bounds[0]} to ${bounds[1]} ${unit}`.trim();
  if (least !== undefined) return `at least ${bounds[0]} ${unit}`.trim();
  return most === undefined ? null : `at most ${bounds[1]} ${unit}`.trim();
}
