import { truncate } from '../truncate.js';
import { invalidValue } from './scim-error.filter.js';
import { Filter, Schemas } from './scim-schemas.js';

/** The attributes of a response, as the library's filter; undefined: all of them. */
export type Attributes = InstanceType<typeof Filter> | undefined;

/** More than the schemas declare. */
const MAX_NAMES = 100;
const MAX_NAME_LENGTH = 255;

/** `title`, `name.givenName`, either with a schema's URN before it, or that URN alone (RFC 7644, section 3.10). */
const NAME = /^((?:urn:[\w.:-]+:)?\$?[a-z][\w-]*)(?:\.(\$?[a-z][\w-]*))?$/i;

interface Name {
  readonly attribute: string;
  /** Undefined: the attribute as a whole. */
  readonly subAttribute: string | undefined;
}

/**
 * Parses `attributes` and `excludedAttributes` (RFC 7644, section 3.9); if both are given, `attributes` takes
 * precedence. Names that no schema declares are ignored. The library gets the names as objects: if it parses them, a
 * name may be a whole filter, and `__proto__.x` writes to `Object.prototype`.
 * @throws ScimError `invalidValue` if there are too many names, or one is malformed
 */
export function attributesOf(attributes: string | undefined, excludedAttributes: string | undefined): Attributes {
  if (attributes !== undefined) return presence([SCHEMAS, ...namesIn(attributes, 'attributes')], 'pr');
  if (excludedAttributes === undefined) return undefined;
  const names = namesIn(excludedAttributes, 'excludedAttributes');
  const excluded = names.filter(({ attribute }) => attribute !== SCHEMAS.attribute);
  return excluded.length > 0 ? presence(excluded, 'np') : undefined;
}

/** Part of every response: without it the library fails to show an extension. */
const SCHEMAS: Name = { attribute: 'schemas', subAttribute: undefined };

function namesIn(list: string, parameter: string): Name[] {
  // Splits a long list only far enough to detect that it is too long.
  const names = list.split(',', MAX_NAMES + 1).map((name) => name.trim());
  if (names.length > MAX_NAMES) throw invalidValue(`${parameter} has at most ${MAX_NAMES} names`);
  const given = names.filter((name) => name !== '');
  return given.map((name) => nameIn(name, parameter)).filter((_name, index) => isDeclared(given[index] ?? ''));
}

function nameIn(text: string, parameter: string): Name {
  const [, attribute, subAttribute] = (text.length <= MAX_NAME_LENGTH ? NAME.exec(text) : null) ?? [];
  if (attribute === undefined) {
    const rule = `is not the name of an attribute, or has more than ${MAX_NAME_LENGTH} characters`;
    throw invalidValue(`${parameter}: ${truncate(text)} ${rule}`);
  }
  return { attribute: attribute.charAt(0).toLowerCase() + attribute.slice(1), subAttribute };
}

function isDeclared(name: string): boolean {
  return [Schemas.User, Schemas.Group].some(({ definition }) => {
    try {
      definition.attribute(name);
      return true;
    } catch {
      return false;
    }
  });
}

/** `{title: ['pr'], name: {givenName: ['pr']}}`; an attribute as a whole covers its parts. */
function presence(names: readonly Name[], operator: 'pr' | 'np'): Attributes {
  const isWhole = ({ subAttribute }: Name): boolean => subAttribute === undefined;
  const whole = names.filter(isWhole).map(({ attribute }) => [attribute, [operator]] as const);
  const parts = Map.groupBy(
    names.filter((name) => !isWhole(name)),
    ({ attribute }) => attribute,
  );
  const nested = [...parts].map(([attribute, subs]) => {
    return [attribute, Object.fromEntries(subs.map(({ subAttribute = '' }) => [subAttribute, [operator]]))] as const;
  });
  return new Filter([Object.fromEntries<unknown>([...nested, ...whole])]);
}
