import { invalidFilter } from './filter-tokens.js';
import type { Comparison, FilterNode, Operator } from './parse-filter.js';

/** One value of a multi-valued attribute: `{"value": "ada@acme.com", "type": "work"}`. */
export type ComplexValue = Record<string, unknown>;

/**
 * Whether a value meets the filter in the brackets of a path, like `type eq "work" and primary eq true` (RFC 7644,
 * section 3.5.2). Texts are compared without regard to case.
 * @throws ScimError `invalidFilter` for a comparison that the value's type does not have
 */
export function matchesValue(value: ComplexValue, node: FilterNode): boolean {
  if ('any' in node) return node.any.some((part) => matchesValue(value, part));
  if ('all' in node) return node.all.every((part) => matchesValue(value, part));
  return compares(subAttributeOf(value, node.path), node) !== node.isNegated;
}

/** Sub-attributes are written in the spelling of the schema; a filter may use any case. */
function subAttributeOf(value: ComplexValue, name: string): unknown {
  const key = Object.keys(value).find((known) => known.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : value[key];
}

function compares(given: unknown, { operator, value: wanted, path }: Comparison): boolean {
  if (operator === 'pr') return given !== undefined && given !== '';
  const equal = folded(given) === folded(wanted ?? undefined);
  if (operator === 'eq' || operator === 'ne') return equal === (operator === 'eq');
  const compare = TEXT_COMPARISONS[operator];
  if (compare === undefined) throw invalidFilter(`${path} cannot be compared by ${operator}`);
  return typeof given === 'string' && typeof wanted === 'string' && compare(given.toLowerCase(), wanted.toLowerCase());
}

const TEXT_COMPARISONS: Partial<Record<Operator, (given: string, wanted: string) => boolean>> = {
  co: (given, wanted) => given.includes(wanted),
  sw: (given, wanted) => given.startsWith(wanted),
  ew: (given, wanted) => given.endsWith(wanted),
};

/** Some providers quote booleans. */
function folded(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.toLowerCase();
  return text === 'true' || text === 'false' ? text === 'true' : text;
}
