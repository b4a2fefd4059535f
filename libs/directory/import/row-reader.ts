import type { FieldError, ReadFields } from '#platform/errors';
import { truncate } from '#platform/text';
import { type ColumnMapping, MAX_COLUMNS, columnKey } from './column-mapping.js';
import { dateReader, undeclaredDate } from './date-format.js';
import type { RowSchema } from './row-schema.js';

/** Values of one field that is a list; the fields allow 50 at most. */
const MAX_VALUES = 200;
/** Length of a text, in UTF-16 code units; the fields allow 320 at most. */
const MAX_TEXT_LENGTH = 1_000;
/** Unknown fields that the errors of one row name. */
const MAX_NAMED_FIELDS = 10;

/**
 * Parses the rows of one import. A row is limited before it is validated: class-transformer takes time quadratic in
 * the number of fields, and recurses into nested values. Fields are looked up in sets and maps, in which `__proto__`
 * is not special.
 */
export class RowReader<Fields> {
  private readonly fields: ReadonlySet<string>;
  private readonly cells: ReadonlyMap<string, (cell: string) => unknown>;
  private readonly unknown: string;
  private readonly dayOf: (text: string) => string | null;
  private readonly dateRule: string;

  constructor(
    private readonly schema: RowSchema<Fields>,
    private readonly mapping: ColumnMapping,
    /** Of dates that are not ISO: `DD/MM/YYYY`. */
    dateFormat?: string,
  ) {
    this.dayOf = dateFormat === undefined ? undeclaredDate : dateReader(dateFormat);
    this.dateRule =
      dateFormat === undefined
        ? 'must be a day as YYYY-MM-DD, or of a format that is declared, as dateFormat=DD/MM/YYYY'
        : `must be a day as ${dateFormat}, or as YYYY-MM-DD`;
    this.fields = new Set(schema.fields);
    this.cells = new Map(Object.entries(schema.cells));
    this.unknown = `is not a field: they are ${schema.fields.join(', ')}`;
  }

  /** @param columns the field of each column; null: the column is ignored */
  readCells(cells: readonly string[], columns: ReadonlyArray<string | null>): ReadFields<Fields> {
    // Shifted cells would set the wrong fields. Excel leaves out the blank cells at the end of some rows.
    if (cells.slice(columns.length).some((cell) => cell !== '')) {
      return refused('row', `has ${cells.length} cells where the header has ${columns.length}`);
    }
    const record: Record<string, unknown> = {};
    for (const [index, field] of columns.entries()) {
      if (field !== null) record[field] = this.valueOf(field, cells[index] ?? '');
    }
    return this.read(record);
  }

  /** @param object an untrusted JSON object; null: the line is none */
  readObject(object: Readonly<Record<string, unknown>> | null): ReadFields<Fields> {
    if (object === null) return refused('row', 'is not a JSON object');
    const names = Object.keys(object);
    const count = names.length;
    if (count > MAX_COLUMNS) return refused('row', `has ${count} fields, at most ${MAX_COLUMNS} are read`);
    const record: Record<string, unknown> = {};
    const unknown: string[] = [];
    for (const [name, value] of this.flattened(object)) {
      const field = this.fieldOf(name);
      if (field !== null) record[field] = this.valueOf(field, value);
      // As with columns: with a mapping, fields that it does not name are ignored.
      else if (this.mapping.size === 0) unknown.push(name);
    }
    const read = this.read(record);
    if (unknown.length === 0) return read;
    return { errors: [...this.errorsOf(unknown), ...('errors' in read ? read.errors : [])] };
  }

  /**
   * The members of an object whose fields have dotted names, such as `appliesTo.kind`, stand beside the other members.
   */
  private flattened(object: Readonly<Record<string, unknown>>): Array<[string, unknown]> {
    return Object.entries(object).flatMap(([name, value]): Array<[string, unknown]> => {
      const isDotted = this.schema.fields.some((field) => field.startsWith(`${name}.`));
      if (!isDotted || typeof value !== 'object' || value === null) return [[name, value]];
      return Object.entries(value)
        .slice(0, MAX_NAMED_FIELDS)
        .map(([inner, member]) => [`${name}.${inner}`, member]);
    });
  }

  private fieldOf(name: string): string | null {
    const mapped = this.mapping.size === 0 ? undefined : this.mapping.get(columnKey(name));
    const field = mapped === undefined ? name : mapped;
    return field !== null && this.fields.has(field) ? field : null;
  }

  private valueOf(field: string, value: unknown): unknown {
    const read = this.cells.get(field);
    return read !== undefined && typeof value === 'string' ? read(value) : value;
  }

  private read(record: Readonly<Record<string, unknown>>): ReadFields<Fields> {
    for (const field of Object.keys(record)) {
      const message = sizeError(record[field]);
      if (message !== null) return refused(field, message);
    }
    return this.readDates(record);
  }

  private readDates(record: Readonly<Record<string, unknown>>): ReadFields<Fields> {
    const days: Record<string, unknown> = {};
    for (const field of this.schema.dates ?? []) {
      const value = record[field];
      if (typeof value !== 'string' || value.trim() === '') continue;
      const day = this.dayOf(value.trim());
      if (day === null) return refused(field, this.dateRule);
      days[field] = day;
    }
    return this.schema.read({ ...record, ...days });
  }

  private errorsOf(unknown: readonly string[]): FieldError[] {
    const named = unknown.slice(0, MAX_NAMED_FIELDS).map((name) => ({ field: truncate(name), message: this.unknown }));
    return unknown.length === named.length
      ? named
      : [...named, { field: 'row', message: `has ${unknown.length - named.length} more unknown fields` }];
  }
}

function refused(field: string, message: string): { errors: FieldError[] } {
  return { errors: [{ field, message }] };
}

/** The error of a value that is too large to be validated; null if it is not. */
function sizeError(value: unknown): string | null {
  if (typeof value === 'string') return isLong(value) ? `must have at most ${MAX_TEXT_LENGTH} characters` : null;
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return 'must not be an object';
  if (value.length > MAX_VALUES) return `must have at most ${MAX_VALUES} values`;
  if (value.some((one) => typeof one === 'object' && one !== null)) return 'must be a list of texts';
  return value.some(isLong) ? `must have texts of at most ${MAX_TEXT_LENGTH} characters` : null;
}

function isLong(value: unknown): boolean {
  return typeof value === 'string' && value.length > MAX_TEXT_LENGTH;
}
