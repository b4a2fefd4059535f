import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Invalid } from '../errors/index.js';

/** Query of every list. */
export class PageQuery {
  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  cursor?: string;

  /** Items a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

/** One page of a list; `nextCursor` is null on the last one. */
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** The keyset of the last row of a page as an opaque cursor: base64url of its JSON. */
export function encodeCursor(keyset: ReadonlyArray<string | number>): string {
  return Buffer.from(JSON.stringify(keyset)).toString('base64url');
}

/**
 * The keyset in a cursor, or null for the first page.
 * @param length how many values the list's keyset has
 * @throws Invalid where the text is no cursor of such a list
 */
export function decodeCursor(cursor: string | undefined, length: number): Array<string | number> | null {
  if (cursor === undefined) return null;
  try {
    const keyset: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(keyset) && keyset.length === length && keyset.every(isKey)) return keyset;
  } catch {
    // Told below, as any other text that is no cursor.
  }
  throw new Invalid([{ field: 'cursor', message: 'must be the nextCursor of the page before' }]);
}

function isKey(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/**
 * Makes a page of rows that were read with one more than the limit, to know whether another follows.
 * @param keysetOf the values by which the list is ordered, the id last
 */
export function pageOf<Row, Item>(rows: readonly Row[], limit: number, show: (row: Row) => Item, keysetOf: (row: Row) => Array<string | number>): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(show), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keysetOf(last)) : null };
}
