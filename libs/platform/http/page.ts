import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ids } from '../database/index.js';
import { Invalid } from '../errors/index.js';
import { isStorable } from '../text/index.js';

export const Cursor = (): PropertyDecorator => applyDecorators(IsOptional(), IsString(), MaxLength(4_000));
export const Limit = (): PropertyDecorator =>
  applyDecorators(
    IsOptional(),
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(200),
  );

/** Query of every list. */
export class PageQuery {
  /** `nextCursor` of the page before. */
  @Cursor()
  cursor?: string;

  /** The number of items of a page. */
  @Limit()
  limit: number = 50;
}

/** One page of a list; `nextCursor` is null on the last one. */
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** The types of the values by which a list is ordered. */
interface KeyTypes {
  readonly uuid: string;
  readonly text: string;
  readonly integer: number;
  /** ISO 8601 UTC with milliseconds, as `isoTime` returns it. */
  readonly time: string;
}
export type KeyKind = keyof KeyTypes;

type Keyset<Kinds extends readonly KeyKind[]> = { -readonly [Index in keyof Kinds]: KeyTypes[Kinds[Index]] };

/** A cursor is input: a value that PostgreSQL would not accept for its type must not reach the query. */
const IS_KEY: Readonly<Record<KeyKind, (value: unknown) => boolean>> = {
  uuid: (value) => typeof value === 'string' && ids.isUuid(value),
  text: (value) => typeof value === 'string' && isStorable(value),
  // Within PostgreSQL's integer.
  integer: (value) => typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31,
  // A day that exists, and a year that PostgreSQL accepts.
  time: (value) =>
    typeof value === 'string' &&
    /^(?!0000)\d{4}-/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString() === value,
};

/** The keyset of the last row of a page as an opaque cursor: base64url of its JSON. */
export function encodeCursor(keyset: ReadonlyArray<string | number>): string {
  return Buffer.from(JSON.stringify(keyset)).toString('base64url');
}

/**
 * The keyset in a cursor, or null for the first page.
 * @param kinds types of the values by which the list is ordered
 * @throws Invalid if the text is no cursor of such a list
 */
export function decodeCursor<const Kinds extends readonly KeyKind[]>(
  cursor: string | undefined,
  kinds: Kinds,
): Keyset<Kinds> | null {
  if (cursor === undefined) return null;
  try {
    const keyset: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (isKeyset(keyset, kinds)) return keyset;
  } catch {
    // Refused below, like every other text that is no cursor.
  }
  throw new Invalid([{ field: 'cursor', message: 'must be the nextCursor of the page before' }]);
}

function isKeyset<Kinds extends readonly KeyKind[]>(value: unknown, kinds: Kinds): value is Keyset<Kinds> {
  return (
    Array.isArray(value) && value.length === kinds.length && kinds.every((kind, index) => IS_KEY[kind](value[index]))
  );
}

/** The maximum size of a page's rows in bytes: a page of larger rows has fewer than requested. */
export const MAX_PAGE_BYTES = 1024 * 1024;

/**
 * The number of rows of a page: at most as many as requested, at most {@link MAX_PAGE_BYTES} of them, and at least
 * one.
 * @param sizes of the rows in bytes, in order; read before the rows themselves if these may be large
 */
export function fitting(sizes: readonly number[], limit: number): number {
  let bytes = 0;
  const beyond = sizes.findIndex((size, index) => (bytes += size) > MAX_PAGE_BYTES && index > 0);
  return Math.min(beyond === -1 ? sizes.length : beyond, limit);
}

/**
 * Creates a page from rows that were read with one more than the limit, to know whether another page follows.
 * @param keysetOf the values by which the list is ordered, the id last
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Item,
  keysetOf: (row: Row) => Array<string | number>,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(show),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keysetOf(last)) : null,
  };
}

/**
 * Creates a page of possibly large rows, ordered by id: it has fewer than requested if they would not fit.
 * @param found ids and sizes of the rows, one more than the limit
 * @param read reads the rows with the given ids, in any order
 */
export async function largePageOf<Row extends { readonly id: string }, Item>(
  found: ReadonlyArray<{ readonly id: string; readonly bytes: number }>,
  limit: number,
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
  show: (row: Row) => Item,
): Promise<Page<Item>> {
  const shown = fitting(
    found.map(({ bytes }) => bytes),
    limit,
  );
  const rows = await read(found.slice(0, shown).map(({ id }) => id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const { items, nextCursor } = pageOf(
    found,
    shown,
    ({ id }) => byId.get(id),
    ({ id }) => [id],
  );
  return { items: items.filter((row) => row !== undefined).map(show), nextCursor };
}
