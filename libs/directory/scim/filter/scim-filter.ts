import { shortened } from '../../shortened.js';
import { invalidFilter } from './filter-tokens.js';
import { type Comparison, type FilterNode, type Operator, parseFilter } from './parse-filter.js';

/** A part of a statement, with the values of its parameters. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** How an attribute is compared in SQL. */
export interface FilterAttribute {
  /** An expression, without parameters. */
  readonly sql: string;
  /** `exact`: as it is written; `text`: in whatever case. */
  readonly kind: 'text' | 'exact' | 'boolean' | 'time';
  /** Of `eq`, where an index knows better. */
  readonly equals?: (value: string) => Condition;
}

/** By path, in lower case. */
export type FilterAttributes = Readonly<Record<string, FilterAttribute>>;

/**
 * A filter of SCIM (RFC 7644, section 3.4.2.2) as a condition of SQL: all of it, so that a page is a page and the total
 * is the total.
 * @throws ScimError for what cannot be parsed, exceeds a limit, or names an attribute that is not filtered by
 */
export function filterCondition(text: string, attributes: FilterAttributes): Condition {
  return conditionOf(parseFilter(text), attributes);
}

function conditionOf(node: FilterNode, attributes: FilterAttributes): Condition {
  if ('any' in node)
    return joined(
      node.any.map((part) => conditionOf(part, attributes)),
      ' or ',
    );
  if ('all' in node)
    return joined(
      node.all.map((part) => conditionOf(part, attributes)),
      ' and ',
    );
  return compared(node, attributes);
}

function compared(comparison: Comparison, attributes: FilterAttributes): Condition {
  const { path, isNegated } = comparison;
  const name = path.replace(CORE, '').toLowerCase();
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (attribute === undefined) throw invalidFilter(`there is no filter by ${shortened(path)}`);
  const condition = comparing(attribute, comparison);
  return isNegated ? { sql: `(${condition.sql}) is not true`, values: condition.values } : condition;
}

/** Attributes may be written with their schema before them. */
const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):/i;

function comparing({ sql, kind, equals }: FilterAttribute, { operator, value, path }: Comparison): Condition {
  if (operator === 'pr') return { sql: `${sql} is not null`, values: [] };
  if (kind === 'boolean') {
    const sign = signOf(operator, EQUALITY, path);
    return { sql: `${sql} ${sign} ?::boolean`, values: [demand('boolean', value, path)] };
  }
  const given = demand('string', value, path);
  if (kind === 'time') {
    const sign = signOf(operator, ORDER, path);
    return { sql: `${sql} ${sign} ?::timestamptz`, values: [timeIn(given, path)] };
  }
  if (operator === 'eq' && equals !== undefined) return equals(given);
  const [left, wanted] = kind === 'exact' ? [sql, given] : [`lower(${sql})`, given.toLowerCase()];
  const pattern = PATTERNS.get(operator);
  // Beside `like`, whatever is in the text means itself.
  if (pattern !== undefined) return { sql: `${left} like ?`, values: [pattern(wanted.replaceAll(/[\\%_]/g, '\\$&'))] };
  if (operator === 'ne') return { sql: `${left} is distinct from ?`, values: [wanted] };
  return { sql: `${left} collate "C" ${signOf(operator, ORDER, path)} ?`, values: [wanted] };
}

type Signs = ReadonlyMap<Operator, string>;
const EQUALITY: Signs = new Map([
  ['eq', '='],
  ['ne', '<>'],
]);
const ORDER: Signs = new Map([...EQUALITY, ['gt', '>'], ['ge', '>='], ['lt', '<'], ['le', '<=']]);
const PATTERNS: ReadonlyMap<Operator, (text: string) => string> = new Map([
  ['co', (text) => `%${text}%`],
  ['sw', (text) => `${text}%`],
  ['ew', (text) => `%${text}`],
]);

function signOf(operator: Operator, signs: Signs, path: string): string {
  const sign = signs.get(operator);
  if (sign === undefined) throw invalidFilter(`${shortened(path)} is not compared by ${operator}`);
  return sign;
}

function demand(type: 'string' | 'boolean', value: Comparison['value'], path: string): string {
  // A flag in quotes is understood, as some providers send it.
  const given = type === 'boolean' && (value === 'true' || value === 'false') ? value === 'true' : value;
  if (typeof given !== type) throw invalidFilter(`${shortened(path)} is compared with a ${type}`);
  return String(given);
}

/** JavaScript writes years before 1 and after 9999 as PostgreSQL does not read them. */
const STORABLE_TIME = /^(?!0000)\d{4}-/;

function timeIn(text: string, path: string): string {
  const time = new Date(text);
  const iso = Number.isNaN(time.getTime()) ? '' : time.toISOString();
  if (!STORABLE_TIME.test(iso)) throw invalidFilter(`${shortened(path)} is compared with a time`);
  return iso;
}

function joined(conditions: readonly Condition[], by: string): Condition {
  return { sql: conditions.map(({ sql }) => `(${sql})`).join(by), values: conditions.flatMap(({ values }) => values) };
}
