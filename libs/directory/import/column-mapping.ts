import { type FieldError, Invalid } from '#platform/errors';
import { truncate } from '#platform/text';

/** Columns of a table, and fields of a JSON object. */
export const MAX_COLUMNS = 500;

/** The caller's names of columns: the field by the key of the column's name; null: the column is not read. */
export type ColumnMapping = ReadonlyMap<string, string | null>;

/** The key of a column's name: "External worker ID", `external_worker_id` and `externalWorkerId` have the same. */
export function columnKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '');
}

/**
 * Parses `mapping=`: a JSON object, or `Employee ID:externalWorkerId,Mail:email`. Either side may be the field; the
 * other one is the column. In JSON, null is a column that is not read, although its name is that of a field.
 * @throws Invalid if it is neither, a pair has no field, or a column has two
 */
export function readMapping(text: string | undefined, fields: readonly string[]): ColumnMapping {
  const mapping = new Map<string, string | null>();
  for (const pair of pairsOf(text?.trim() ?? '')) {
    const [column, field] = columnOf(pair, fields);
    const key = columnKey(column);
    if (mapping.has(key) && mapping.get(key) !== field)
      throw new Invalid([{ field: 'mapping', message: `maps the column "${truncate(column)}" twice` }]);
    mapping.set(key, field);
  }
  return mapping;
}

type Pair = readonly [string, string | null];

function columnOf([one, other]: Pair, fields: readonly string[]): Pair {
  if (other === null || fields.includes(other)) return [one, other];
  if (fields.includes(one)) return [other, one];
  const pair = `"${truncate(one)}:${truncate(other)}"`;
  throw new Invalid([{ field: 'mapping', message: `${pair} has no field: they are ${fields.join(', ')}` }]);
}

function pairsOf(text: string): Pair[] {
  if (text === '') return [];
  const pairs = text.startsWith('{')
    ? jsonPairs(text)
    : text.split(',').map((pair) => pair.split(/[:=]/).map((part) => part.trim()));
  return pairs.map(([one, other, ...more]) => {
    const isPair = typeof one === 'string' && one !== '' && more.length === 0;
    if (isPair && other === null) return [one, other];
    if (!isPair || typeof other !== 'string' || other === '') throw new Invalid([UNREADABLE]);
    return [one, other];
  });
}

const UNREADABLE = {
  field: 'mapping',
  message: 'must be a JSON object of columns and fields, or "column:field,column:field"',
};

function jsonPairs(text: string): unknown[][] {
  try {
    return Object.entries(JSON.parse(text) as object);
  } catch {
    throw new Invalid([UNREADABLE]);
  }
}

/**
 * The field of each column; null for a column that is not read. With a mapping, unknown columns are ignored; without
 * one, they are errors.
 * @throws Invalid with an error for each wrong column
 */
export function fieldsOfColumns(
  header: readonly string[],
  fields: readonly string[],
  mapping: ColumnMapping,
): Array<string | null> {
  if (header.length > MAX_COLUMNS) {
    throw new Invalid([{ field: 'header', message: `has ${header.length} columns, at most ${MAX_COLUMNS} are read` }]);
  }
  const known = new Map([...fields.map((field): [string, string | null] => [columnKey(field), field]), ...mapping]);
  const keys = header.map(columnKey);
  const columns = keys.map((key) => known.get(key) ?? null);
  const errors = [
    ...(mapping.size === 0
      ? header.flatMap((name, index) => (columns[index] === null ? unknownColumn(name, index, fields) : []))
      : []),
    ...columns.flatMap((field, index) =>
      field !== null && columns.indexOf(field) < index ? [{ field, message: 'is in two columns' }] : [],
    ),
    ...missingColumns([...mapping].filter(([key]) => !keys.includes(key))),
  ];
  if (errors.length > 0) throw new Invalid(limitErrors(errors));
  return columns;
}

function unknownColumn(name: string, index: number, fields: readonly string[]): FieldError {
  return name.trim() === ''
    ? { field: `column ${index + 1}`, message: 'has no name in the header: name it after a field, or remove it' }
    : { field: truncate(name), message: `is not a field: they are ${fields.join(', ')}` };
}

function missingColumns(mapped: ReadonlyArray<[string, string | null]>): FieldError[] {
  return mapped.flatMap(([key, field]) =>
    field === null ? [] : { field: 'mapping', message: `there is no column "${truncate(key)}" for the field ${field}` },
  );
}

/** Errors of a header that an answer lists. */
const MAX_ERRORS = 20;

function limitErrors(errors: readonly FieldError[]): readonly FieldError[] {
  const more = errors.length - MAX_ERRORS;
  return more > 0 ? [...errors.slice(0, MAX_ERRORS), { field: 'header', message: `has ${more} more errors` }] : errors;
}
