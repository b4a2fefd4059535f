import { Filter, ScimError } from '../scim-schemas.js';

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

type Value = string | number | boolean | null | undefined;

/**
 * A filter of SCIM (RFC 7644, section 3.4.2.2) as a condition of SQL: all of it, so that a page is a page and the total is the total.
 * @throws ScimError for what cannot be read, or names an attribute that is not filtered by
 */
export function filterCondition(text: string, attributes: FilterAttributes): Condition {
  // The library reads a negated group as if it was none.
  if (/\bnot\s*\(/i.test(text.replaceAll(/"[^"]*"/g, ''))) throw invalid('"not (…)" is not supported');
  const branches = parse(text).map((branch) => all(conditionsOf(branch, '', attributes)));
  return joined(branches, ' or ');
}

function parse(text: string): object[] {
  try {
    return [...new Filter(text)] as object[];
  } catch (error) {
    throw error instanceof ScimError ? error : invalid('the filter cannot be read');
  }
}

/** The comparisons of one branch: `{userName: ['eq', 'ada'], name: {formatted: ['sw', 'A']}}`. */
function conditionsOf(branch: object, path: string, attributes: FilterAttributes): Condition[] {
  return Object.entries(branch).flatMap(([name, expression]: [string, unknown]): Condition[] => {
    const attribute = `${path}${name}`;
    if (!Array.isArray(expression)) return conditionsOf(expression as object, `${attribute}.`, attributes);
    const comparisons = (Array.isArray(expression[0]) ? expression : [expression]) as Array<readonly Value[]>;
    return comparisons.map((comparison) => compared(attribute, comparison, attributes));
  });
}

function compared(path: string, comparison: readonly Value[], attributes: FilterAttributes): Condition {
  const isNegated = comparison[0] === 'not';
  const [operator, value] = comparison.slice(isNegated ? 1 : 0);
  const attribute = attributes[path.replace(CORE, '').toLowerCase()];
  if (attribute === undefined) throw invalid(`there is no filter by ${path}`);
  const condition = comparing(attribute, String(operator).toLowerCase(), value, path);
  return isNegated ? { sql: `(${condition.sql}) is not true`, values: condition.values } : condition;
}

/** Attributes may be written with their schema before them. */
const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):/i;

function comparing(attribute: FilterAttribute, operator: string, value: Value, path: string): Condition {
  const { sql, kind, equals } = attribute;
  if (operator === 'pr') return { sql: `${sql} is not null`, values: [] };
  if (kind === 'boolean') return { sql: `${sql} ${SIGNS[demandSign(operator, ['eq', 'ne'], path)]} ?::boolean`, values: [demand('boolean', value, path)] };
  const given = demand('string', value, path);
  if (kind === 'time') return { sql: `${sql} ${SIGNS[demandSign(operator, ORDERED, path)]} ?::timestamptz`, values: [timeIn(given, path)] };
  if (operator === 'eq' && equals !== undefined) return equals(given);
  const [left, wanted] = kind === 'exact' ? [sql, given] : [`lower(${sql})`, given.toLowerCase()];
  const pattern = PATTERNS[operator];
  // Beside `like`, whatever is in the text means itself.
  if (pattern !== undefined) return { sql: `${left} like ?`, values: [pattern(wanted.replaceAll(/[\\%_]/g, '\\$&'))] };
  if (operator === 'ne') return { sql: `${left} is distinct from ?`, values: [wanted] };
  return { sql: `${left} collate "C" ${SIGNS[demandSign(operator, ORDERED, path)]} ?`, values: [wanted] };
}

const ORDERED = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
const SIGNS = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' } as const;
const PATTERNS: Readonly<Record<string, (text: string) => string>> = { co: (text) => `%${text}%`, sw: (text) => `${text}%`, ew: (text) => `%${text}` };

function demandSign(operator: string, allowed: ReadonlyArray<keyof typeof SIGNS>, path: string): keyof typeof SIGNS {
  const sign = allowed.find((one) => one === operator);
  if (sign === undefined) throw invalid(`${path} is not compared by ${operator}`);
  return sign;
}

function demand(type: 'string' | 'boolean', value: Value, path: string): string {
  // A flag in quotes is understood, as some providers send it.
  const given = type === 'boolean' && (value === 'true' || value === 'false') ? value === 'true' : value;
  if (typeof given !== type) throw invalid(`${path} is compared with a ${type}`);
  return String(given);
}

function timeIn(text: string, path: string): string {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw invalid(`${path} is compared with a time`);
  return time.toISOString();
}

function all(conditions: readonly Condition[]): Condition {
  return joined(conditions, ' and ');
}

function joined(conditions: readonly Condition[], by: string): Condition {
  return { sql: conditions.map(({ sql }) => `(${sql})`).join(by), values: conditions.flatMap(({ values }) => values) };
}

function invalid(detail: string): InstanceType<typeof ScimError> {
  return new ScimError(400, 'invalidFilter', detail);
}
