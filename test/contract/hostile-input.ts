import { type ApiDocument, bodySchema } from './smallest-body.js';

/** A hostile body or query, and what it is in a word. */
export interface HostileInput {
  readonly what: string;
  readonly body?: string;
  readonly contentType?: string;
  readonly query?: string;
}

/**
 * Whether a route, and each of its fields and parameters, gets all hostile inputs or only one. The position of the
 * route chooses that one, so that the other inputs are sent to other routes.
 */
export type Variants = 'all' | { readonly place: number };

const KIB = 1024;
const MIB = 1024 * KIB;

/** The longest query that Node reads: all headers together have 16 KiB. */
const QUERY_BYTES = 12 * KIB;

function filled(bytes: number, first: string, next: (index: number) => string, last: string): string {
  const parts = [first];
  for (let [index, length] = [0, first.length + last.length]; ; index++) {
    const part = `${index === 0 ? '' : ','}${next(index)}`;
    length += part.length;
    if (length > bytes) return parts.join('') + last;
    parts.push(part);
  }
}

/**
 * Wide, deep, long and repeated bodies for one operation.
 * @param bytes of each: as many as its route takes
 */
export function hostileBodies(
  document: ApiDocument,
  method: string,
  path: string,
  bytes: number,
  variants: Variants,
): HostileInput[] {
  const fields = fieldsOf(document, method, path);
  const bodies: Inputs[] = [
    {
      'a wide body': () => filled(bytes, '{', (index) => `"field${index}":1`, '}'),
      'a wide object in an array': () => filled(bytes, '[{', (index) => `"f${index}":{}`, '}]'),
      'a deep body': () => '['.repeat(bytes),
      'a deep body that ends': () => `${'{"a":'.repeat(bytes / 8)}1${'}'.repeat(bytes / 8)}`,
      'one long text': () => JSON.stringify('x'.repeat(bytes - 2)),
      'a long name': () => `{"${'n'.repeat(bytes - 8)}":1}`,
    },
    ...fields.map(({ name, isList }) => ({
      [`${name} is long`]: () => `{"${name}":"${'a@'.repeat((bytes - name.length - 7) / 2)}"}`,
      [`${name} is wide`]: () => filled(bytes, `{"${name}":{`, (index) => `"f${index}":1`, '}}'),
      [`${name} is repeated`]: () => filled(bytes, `{"${name}":[`, () => (isList ? '"x"' : '1'), ']}'),
      ...(isList
        ? { [`${name} has many elements`]: () => filled(bytes, `{"${name}":[`, (index) => `"${index}"`, ']}') }
        : {}),
    })),
  ];
  return chosen(variants, bodies).map(([what, make]) => ({ what, body: make() }));
}

/**
 * The same for a form of a page.
 * @param bytes of each: as many as its route takes
 */
export function hostileForms(bytes: number): HostileInput[] {
  const contentType = 'application/x-www-form-urlencoded';
  return [
    { what: 'many fields', contentType, body: filled(bytes, '', (index) => `&a${index}=1`, '') },
    { what: 'a repeated field', contentType, body: 'answer-0=1&'.repeat(bytes / 11) },
    { what: 'a long value', contentType, body: `version=${'x'.repeat(bytes - 8)}` },
    { what: 'broken escapes', contentType, body: '%E0%A4%'.repeat(bytes / 7) },
    { what: 'inherited names', contentType, body: '__proto__=1&constructor=1&toString=1' },
  ];
}

/** Four routes read rows, by the same reader: in the short form, each gets a quarter of the inputs. */
const ROW_TURNS = 4;

/** The same for rows, which a route takes whatever their size: their header, and one row of them. */
export function hostileRows(variants: Variants): HostileInput[] {
  const bytes = 63 * KIB;
  const csv = 'text/csv';
  const ndjson = 'application/x-ndjson';
  const inputs = [
    { what: 'a header of many columns', contentType: csv, body: `${'a,'.repeat(bytes / 2)}\n` },
    { what: 'a header without an end', contentType: csv, body: 'a,'.repeat(MIB) },
    { what: 'a row of many cells', contentType: csv, body: `externalWorkerId,name\n${'a,'.repeat(bytes / 2)}\n` },
    { what: 'a row of many quotes', contentType: csv, body: `externalWorkerId,name\n${'"'.repeat(bytes)}\n` },
    {
      what: 'wide lines',
      contentType: ndjson,
      body: `${filled(bytes, '{', (index) => `"f${index}":1`, '}')}\n`.repeat(20),
    },
    {
      what: 'deep lines',
      contentType: ndjson,
      body: `${'['.repeat(bytes)}\n${'{"name":'.repeat(bytes / 8)}1${'}'.repeat(bytes / 8)}\n`.repeat(20),
    },
    {
      what: 'lines that name what every object has',
      contentType: ndjson,
      body: '{"__proto__":{"name":"a"}}\n{"constructor":1}\n{"toString":{}}\n{"name":{"__proto__":1}}\n'.repeat(50),
    },
    { what: 'a line without an end', contentType: ndjson, body: `{"name":"${'x'.repeat(4 * MIB)}` },
  ];
  return variants === 'all' ? inputs : inputs.filter((_input, at) => at % ROW_TURNS === variants.place % ROW_TURNS);
}

/** Wide, long and repeated queries. */
export function hostileQueries(
  document: ApiDocument,
  method: string,
  path: string,
  variants: Variants,
): HostileInput[] {
  const names = operationOf(document, method, path)?.parameters?.map(({ name }) => name) ?? [];
  const repeated = (name: string): string => filled(QUERY_BYTES, '', () => `${name}=1`, '').replaceAll(',', '&');
  const queries: Inputs[] = [
    {
      'a wide query': () => filled(QUERY_BYTES, '', (index) => `f${index}`, '').replaceAll(',', '&'),
      'a query of nothing but dots': () => `attributes=${'.'.repeat(QUERY_BYTES)}`,
      'a query that names what every object has': () => '__proto__=1&constructor=1&toString=1&__proto__[a]=1',
    },
    ...names
      .filter((name) => /^[a-z]\w*$/i.test(name))
      .map((name) => ({
        [`${name} is long`]: () => `${name}=${'a@-%2C'.repeat(QUERY_BYTES / 6)}`,
        [`${name} is repeated`]: () => repeated(name),
      })),
  ];
  return chosen(variants, queries).map(([what, make]) => ({ what, query: make() }));
}

/** Hostile inputs for a route, or for one of its fields or parameters, made when they are sent. */
type Inputs = Readonly<Record<string, () => string>>;

/** All inputs, or one of each group, another one for the next field and the next route. */
function chosen(variants: Variants, groups: readonly Inputs[]): ReadonlyArray<[what: string, make: () => string]> {
  const inputs = groups.map((group) => Object.entries(group));
  if (variants === 'all') return inputs.flat();
  return inputs.flatMap((group, index) => group.filter((_, at) => at === (variants.place + index) % group.length));
}

interface Field {
  readonly name: string;
  readonly isList: boolean;
}

function fieldsOf(document: ApiDocument, method: string, path: string): Field[] {
  const model = bodySchema(document, method, path);
  return Object.entries(model?.properties ?? {}).map(([field, { type }]) => ({
    name: field,
    isList: [type].flat().includes('array'),
  }));
}

function operationOf(
  document: ApiDocument,
  method: string,
  path: string,
): ApiDocument['paths'][string][string] | undefined {
  return document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
}
