import { sql } from '@mikro-orm/postgresql';
import { type SqlFragment, joinSql } from '#platform/database';
import { truncate } from '#platform/text';
import { booleanOf } from '../boolean-of.js';
import { invalidFilter } from './filter-tokens.js';
import { type Comparison, type FilterNode, type Operator, parseFilter } from './parse-filter.js';

/** How an attribute is compared in SQL. */
export interface FilterAttribute {
  readonly expression: SqlFragment;
  /** `text` is compared without regard to case, `exact` with. An `id` equals another one, or not. */
  readonly kind: 'text' | 'exact' | 'id' | 'boolean' | 'time';
  /** The condition for `eq`, and negated for `ne`, if the expression is not what is shown, or no index has it. */
  readonly equals?: (value: string) => SqlFragment;
}

/** By path, in lower case. */
export type FilterAttributes = Readonly<Record<string, FilterAttribute>>;

/**
 * Attributes that a resource lacks, and other resources of the same query have: without a value (RFC 7644, section
 * 3.4.2.1).
 */
export function withoutValues(attributes: FilterAttributes): FilterAttributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([path, { kind }]) => [path, { kind, expression: NO_VALUE[kind] }]),
  );
}

const NO_VALUE: Readonly<Record<FilterAttribute['kind'], SqlFragment>> = {
  text: sql`null::text`,
  exact: sql`null::text`,
  id: sql`null::text`,
  boolean: sql`null::boolean`,
  time: sql`null::timestamptz`,
};

/**
 * Translates a SCIM filter (RFC 7644, section 3.4.2.2) into one SQL condition. PostgreSQL evaluates all of it, so
 * that pages are full and the total is exact.
 * @throws ScimError if the filter cannot be parsed, exceeds a limit, or names an attribute without a filter
 */
export function filterCondition(text: string, attributes: FilterAttributes): SqlFragment {
  return conditionOf(parseFilter(text), attributes);
}

function conditionOf(node: FilterNode, attributes: FilterAttributes): SqlFragment {
  if ('any' in node) return joinConditions(node.any, ' or ', attributes);
  if ('all' in node) return joinConditions(node.all, ' and ', attributes);
  return comparisonCondition(node, attributes);
}

function comparisonCondition(comparison: Comparison, attributes: FilterAttributes): SqlFragment {
  const { path, isNegated } = comparison;
  const name = path.replace(CORE, '').toLowerCase();
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (attribute === undefined) throw invalidFilter(`${truncate(path)} cannot be used in a filter`);
  const condition = compare(attribute, comparison);
  return isNegated ? sql`(${condition}) is not true` : condition;
}

/** Attributes may be prefixed with their schema. */
const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):/i;

function compare({ expression, kind, equals }: FilterAttribute, { operator, value, path }: Comparison): SqlFragment {
  if (operator === 'pr') return sql`${expression} is not null`;
  if (kind === 'boolean') {
    const sign = signOf(operator, EQUALITY, path);
    return sql`${expression} ${sign} ${valueOfType('boolean', value, path)}::boolean`;
  }
  const given = valueOfType('string', value, path);
  if (kind === 'time') {
    const sign = signOf(operator, ORDER, path);
    return sql`${expression} ${sign} ${timeIn(given, path)}::timestamptz`;
  }
  if (kind === 'id') signOf(operator, EQUALITY, path);
  if (operator === 'eq' && equals !== undefined) return equals(given);
  if (operator === 'ne' && equals !== undefined) return sql`(${equals(given)}) is not true`;
  // PostgreSQL and JavaScript have other small letters of "Σ" and "İ".
  const cased = (text: SqlFragment): SqlFragment => (kind === 'exact' ? text : sql`lower(${text})`);
  const pattern = PATTERNS.get(operator);
  // Escaped: `%`, `_` and the backslash have no special meaning in a SCIM filter.
  if (pattern !== undefined)
    return sql`${cased(expression)} like ${cased(sql`${pattern(given.replaceAll(/[\\%_]/g, '\\$&'))}::text`)}`;
  const wanted = cased(sql`${given}::text`);
  if (operator === 'ne') return sql`${cased(expression)} is distinct from ${wanted}`;
  return sql`${cased(expression)} collate "C" ${signOf(operator, ORDER, path)} ${wanted}`;
}

type Signs = ReadonlyMap<Operator, SqlFragment>;
const EQUALITY: Signs = new Map([
  ['eq', sql`=`],
  ['ne', sql`<>`],
]);
const ORDER: Signs = new Map([...EQUALITY, ['gt', sql`>`], ['ge', sql`>=`], ['lt', sql`<`], ['le', sql`<=`]]);
const PATTERNS: ReadonlyMap<Operator, (text: string) => string> = new Map([
  ['co', (text) => `%${text}%`],
  ['sw', (text) => `${text}%`],
  ['ew', (text) => `%${text}`],
]);

function signOf(operator: Operator, signs: Signs, path: string): SqlFragment {
  const sign = signs.get(operator);
  if (sign === undefined) throw invalidFilter(`${truncate(path)} cannot be compared by ${operator}`);
  return sign;
}

function valueOfType(type: 'string' | 'boolean', value: Comparison['value'], path: string): string {
  const given = type === 'boolean' ? booleanOf(value) : value;
  if (typeof given !== type) throw invalidFilter(`${truncate(path)} can only be compared with a ${type}`);
  return String(given);
}

/** PostgreSQL does not accept JavaScript's format of years before 1 and after 9999. */
const STORABLE_TIME = /^(?!0000)\d{4}-/;

function timeIn(text: string, path: string): string {
  const time = new Date(text);
  const iso = Number.isNaN(time.getTime()) ? '' : time.toISOString();
  if (!STORABLE_TIME.test(iso)) throw invalidFilter(`${truncate(path)} can only be compared with a time`);
  return iso;
}

function joinConditions(nodes: readonly FilterNode[], separator: string, attributes: FilterAttributes): SqlFragment {
  return joinSql(
    nodes.map((node) => sql`(${conditionOf(node, attributes)})`),
    separator,
  );
}
