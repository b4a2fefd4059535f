import { type FieldError, Invalid } from '#platform/errors';

/** The columns that a caller names itself: by the key of the column's name, the field that it holds. */
export type ColumnMapping = ReadonlyMap<string, string>;

/** "External worker ID", `external_worker_id` and `externalWorkerId` name the same column. */
export function columnKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/[\s_-]+/g, '');
}

/**
 * Reads `mapping=`: a JSON object, or `Employee ID:externalWorkerId,Mail:email`. Either side may be the column, as the other is a
 * field that is known.
 * @throws Invalid where it is neither, or names no field
 */
export function readMapping(text: string | undefined, fields: readonly string[]): ColumnMapping {
  const mapping = new Map<string, string>();
  for (const [one, other] of pairsOf(text?.trim() ?? '')) {
    if (fields.includes(other)) mapping.set(columnKey(one), other);
    else if (fields.includes(one)) mapping.set(columnKey(other), one);
    else throw new Invalid([{ field: 'mapping', message: `"${one}:${other}" names no field: they are ${fields.join(', ')}` }]);
  }
  return mapping;
}

function pairsOf(text: string): Array<readonly [string, string]> {
  if (text === '') return [];
  const pairs = text.startsWith('{') ? jsonPairs(text) : text.split(',').map((pair) => pair.split(/[:=]/).map((part) => part.trim()));
  return pairs.map(([one, other, ...more]) => {
    if (typeof one !== 'string' || one === '' || typeof other !== 'string' || other === '' || more.length > 0) throw new Invalid([UNREADABLE]);
    return [one, other];
  });
}

const UNREADABLE = { field: 'mapping', message: 'must be a JSON object of column and field, or "column:field,column:field"' };

function jsonPairs(text: string): unknown[][] {
  try {
    return Object.entries(JSON.parse(text) as object);
  } catch {
    throw new Invalid([UNREADABLE]);
  }
}

/**
 * The field in each column; null where nothing of it is read. A caller that names columns has said which ones matter, so others are
 * passed over; without that, a column that is no field is a mistake.
 * @throws Invalid and names each column that is wrong
 */
export function fieldsOfColumns(header: readonly string[], fields: readonly string[], mapping: ColumnMapping): Array<string | null> {
  const known = new Map([...fields.map((field): [string, string] => [columnKey(field), field]), ...mapping]);
  const columns = header.map((name) => known.get(columnKey(name)) ?? null);
  const missing = [...mapping].filter(([key]) => !header.some((name) => columnKey(name) === key));
  const errors: FieldError[] = [
    ...header.flatMap((name, index) => (columns[index] === null && mapping.size === 0 ? [{ field: name, message: `is no field: they are ${fields.join(', ')}` }] : [])),
    ...columns.flatMap((field, index) => (field !== null && columns.indexOf(field) < index ? [{ field, message: 'is in two columns' }] : [])),
    ...missing.map(([key, field]) => ({ field: 'mapping', message: `no column is called "${key}", which should hold ${field}` })),
  ];
  if (errors.length > 0) throw new Invalid(errors);
  return columns;
}
