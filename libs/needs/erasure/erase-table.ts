import { randomUUID } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import {
  type SqlFragment,
  type TenantColumn,
  type TenantTable,
  type TenantTransaction,
  joinSql,
} from '#platform/database';
import { parseExactly } from '#platform/json';
import { eraseColumn, eraseEvent, eraseJson } from './erase-values.js';
import { type OwnRecords, isOwnRow } from './own-records.js';
import type { Person } from './person.js';
import { readInParts } from './read-in-parts.js';

const TEXT = new Set(['text', 'character varying']);
/** Columns with codes of the engine that no constraint lists. */
const CODES = new Set(['action', 'subject_kind']);
/** Columns whose texts are JSON, as they are read. */
const AS_JSON = new Set(['json', 'jsonb', 'text[]']);

/** A row with the texts that may name the person. */
interface TextRow {
  readonly isOwn: boolean;
  /** The primary key as it is: a key that names the person is changed itself. */
  readonly key: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string | null>>;
}

interface ErasedPerson {
  readonly person: Person;
  readonly own: OwnRecords;
}

/**
 * Replaces what names the person in all texts of a table: in rows that are about the person, and in other rows the
 * distinctive texts. Rows are locked before they are changed. It reads all of the tenant's rows.
 * @param within narrows it to some of the rows
 * @returns the number of changed rows
 */
export async function eraseTable(
  tx: TenantTransaction,
  table: TenantTable,
  { person, own }: ErasedPerson,
  within: SqlFragment = sql`true`,
): Promise<number> {
  const columns = table.columns.filter(isText);
  if (columns.length === 0) return 0;
  const isOwn = isOwnRow(table, own);
  const names = person.distinctive?.sql;
  const conditions = names === undefined ? [] : columns.map(({ name }) => sql`${sql.ref(name)}::text ~* ${names}`);
  const isWanted = joinSql([isOwn, ...conditions], ' or ');
  const wanted = sql`
    select ${isOwn} as "isOwn", ${objectOf(table.key.map((name) => ({ name, value: sql.ref(name) })))} as key,
      ${objectOf(columns.map(textOf))} as texts
    from ${sql.ref(table.name)} where tenant_id = ${tx.tenantId} and ${within} and (${isWanted}) for update`;
  let count = 0;
  for await (const rows of readInParts<TextRow>(tx, wanted)) {
    const changed = rows.flatMap((row) => {
      const texts = erasedRow(table.name, columns, row, person);
      const isSame = columns.every(({ name }) => texts.get(name) === row.texts[name]);
      return isSame ? [] : [{ key: row.key, texts }];
    });
    if (changed.length > 0) await store(tx, table, columns, changed);
    count += changed.length;
  }
  return count;
}

interface ErasedRow {
  readonly key: TextRow['key'];
  readonly texts: ReadonlyMap<string, string | null>;
}

/**
 * Stores erased rows. Keys that named the person in different ways may be equal with the pseudonym in them, or equal to
 * a stored one. Such a row gets a unique key.
 */
async function store(
  tx: TenantTransaction,
  table: TenantTable,
  columns: readonly TenantColumn[],
  rows: readonly ErasedRow[],
): Promise<void> {
  try {
    await tx.transactional((savepoint) => savepoint.execute(write(tx.tenantId, table, columns, rows)));
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const half = Math.floor(rows.length / 2);
    if (half === 0) await tx.execute(write(tx.tenantId, table, columns, rows.map(withOwnKeys)));
    else for (const part of [rows.slice(0, half), rows.slice(half)]) await store(tx, table, columns, part);
  }
}

/** In tables with unique names, the columns of their keys end in `_key`. */
function withOwnKeys({ key, texts }: ErasedRow): ErasedRow {
  const own = [...texts].map(([name, text]): [string, string | null] => [
    name,
    name.endsWith('_key') && text !== null ? `${text} ${randomUUID()}` : text,
  ]);
  return { key, texts: new Map(own) };
}

/** A name may contain the word of a code: "Temp Worker". */
function isText({ name, type, isGenerated, isCode }: TenantColumn): boolean {
  return !isGenerated && !isCode && !CODES.has(name) && (TEXT.has(type.replace(/\(.*/, '')) || AS_JSON.has(type));
}

function erasedRow(
  table: string,
  columns: readonly TenantColumn[],
  { isOwn, key, texts }: TextRow,
  person: Person,
): Map<string, string | null> {
  return new Map(
    columns.map(({ name, type }): [string, string | null] => {
      const text = texts[name] ?? null;
      if (text === null) return [name, null];
      if (name === 'dedupe_key')
        return [name, erasedKey(text, person, isOwn) ?? `${person.pseudonym}:${String(key['id'])}`];
      if (table === 'readiness_cause' && name === 'gap')
        return [name, erasedGap(text, texts['name'] ?? '', person, isOwn)];
      if (isOwn && table === 'signal' && name === 'raw')
        return [name, JSON.stringify(eraseEvent(JSON.parse(text), person))];
      // They repeat the payload's fields and values.
      if (isOwn && ((table === 'signal' && name === 'warnings') || (table === 'need' && name === 'content')))
        return [name, null];
      const isJson = AS_JSON.has(type) || isObject(text);
      return [name, isJson ? erasedJson(text, person, isOwn) : eraseColumn(name, text, person, isOwn)];
    }),
  );
}

/**
 * The key of a data point; null: it names the person. With a pseudonym in it, it could be the key of another need, or
 * too long.
 */
function erasedKey(key: string, person: Person, isOwn: boolean): string | null {
  return !isOwn && eraseColumn('dedupe_key', key, person, isOwn) === key ? key : null;
}

/** The identity of a cause has the words of its name folded and sorted: a search for the name does not find them. */
function erasedGap(gap: string, name: string, person: Person, isOwn: boolean): string {
  const erased = eraseColumn('name', name, person, isOwn);
  return erased === name ? eraseColumn('gap', gap, person, isOwn) : topicIdentity(erased);
}

function erasedJson(text: string, person: Person, isOwn: boolean): string {
  const value = parseExactly(text);
  const erased = JSON.stringify(eraseJson(value, person, isOwn));
  // Otherwise the spelling of a number could change.
  return erased === JSON.stringify(value) ? text : erased;
}

/** Some texts are JSON, such as the body of a kept event. */
function isObject(text: string): boolean {
  if (!text.startsWith('{')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON of a row, in which JSON keeps its text. */
function rowOf(columns: readonly TenantColumn[], texts: ReadonlyMap<string, string | null>): string {
  const fields = columns.map(({ name, type }) => {
    const text = texts.get(name) ?? null;
    return `${JSON.stringify(name)}:${text !== null && AS_JSON.has(type) ? text : JSON.stringify(text)}`;
  });
  return `{${fields.join(',')}}`;
}

function textOf({ name, type }: TenantColumn): { name: string; value: SqlFragment } {
  const column = sql.ref(name);
  return { name, value: type === 'text[]' ? sql`to_json(${column})::text` : sql`${column}::text` };
}

function objectOf(columns: ReadonlyArray<{ readonly name: string; readonly value: SqlFragment }>): SqlFragment {
  if (columns.length === 0) return sql`'{}'::json`;
  const pairs = columns.map(({ name, value }) => sql`${name}::text, ${value}`);
  return sql`json_build_object(${joinSql(pairs, ', ')})`;
}

/** The table's own row type gives each value its type. */
function write(
  tenantId: string,
  table: TenantTable,
  columns: readonly TenantColumn[],
  rows: readonly ErasedRow[],
): SqlFragment {
  const given = rows.map(({ key, texts }) => `{"key":${JSON.stringify(key)},"row":${rowOf(columns, texts)}}`);
  const target = sql.ref(table.name);
  const assignments = columns.map(({ name }) => sql`${sql.ref(name)} = erased.${sql.ref(name)}`);
  const matches = table.key.map((name) => sql`${target}.${sql.ref(name)} = known.${sql.ref(name)}`);
  return sql`
    update ${target} set ${joinSql(assignments, ', ')}
    from json_array_elements(${`[${given.join(',')}]`}::json) as given (value)
      cross join lateral json_populate_record(null::${target}, value -> 'key') as known
      cross join lateral json_populate_record(null::${target}, value -> 'row') as erased
    where ${joinSql([sql`${target}.tenant_id = ${tenantId}`, ...matches], ' and ')}`;
}
