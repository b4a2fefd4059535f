import type { FieldError } from '#platform/errors';
import { FirstRows } from './first-rows.js';

/** Detects rows that have a key of an earlier row, and would overwrite what that row wrote. */
export class UniqueRows<Fields> {
  private readonly firstRows: ReadonlyArray<readonly [field: keyof Fields & string, rows: FirstRows]>;

  constructor(fields: ReadonlyArray<keyof Fields & string>) {
    this.firstRows = fields.map((field) => [field, new FirstRows()]);
  }

  /** @returns an error for each key that an earlier row has; none: the row has its keys from now on */
  repeats(row: number, fields: Fields): FieldError[] {
    return this.firstRows.flatMap(([field, rows]) => {
      const value = fields[field];
      if (typeof value !== 'string' || value === '') return [];
      const earlier = rows.claim(field === 'email' ? value.toLowerCase() : value, row);
      return earlier === null ? [] : [{ field, message: `same ${field} as row ${earlier}` }];
    });
  }
}
