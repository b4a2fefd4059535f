import { truncate } from '#platform/text';
import { invalidValue } from './scim-errors.js';
import { type AttributeNode, GROUP_ATTRIBUTES, USER_ATTRIBUTES, findAttribute } from './attribute-tree.js';
import { Filter } from './scim-schemas.js';

/** The attributes of a response, as the library's filter; undefined: all of them. */
export type Attributes = InstanceType<typeof Filter> | undefined;

/** More than the schemas declare. */
const MAX_NAMES = 100;
const MAX_NAME_LENGTH = 255;

/** `title`, `name.givenName`, either with a schema's URN before it, or that URN alone (RFC 7644, section 3.10). */
const NAME = /^(?:urn:[\w.:-]+:)?\$?[a-z][\w-]*(?:\.\$?[a-z][\w-]*)?$/i;

/** In the spelling of the schemas: clients may use any case (RFC 7643, section 2.1). */
interface Name {
  /** An attribute of an extension follows its URN. */
  readonly attribute: string;
  /** Undefined: the attribute as a whole. */
  readonly subAttribute: string | undefined;
  /** The sub-attributes that each value of the attribute has: they are shown with any other one. */
  readonly required: readonly string[];
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
  const excluded = names.filter(
    ({ attribute, subAttribute = '', required }) => !ALWAYS_RETURNED.has(attribute) && !required.includes(subAttribute),
  );
  return excluded.length > 0 ? presence(excluded, 'np') : undefined;
}

const ALWAYS_RETURNED = new Set(['schemas', 'id']);

/** Part of every response: without it the library fails to show an extension. */
const SCHEMAS: Name = { attribute: 'schemas', subAttribute: undefined, required: [] };

function namesIn(list: string, parameter: string): Name[] {
  // Splits a long list only far enough to detect that it is too long.
  const names = list.split(',', MAX_NAMES + 1).map((name) => name.trim());
  if (names.length > MAX_NAMES) throw invalidValue(`${parameter} has at most ${MAX_NAMES} names`);
  return names.filter((name) => name !== '').flatMap((name) => declaredName(name, parameter) ?? []);
}

function declaredName(text: string, parameter: string): Name | null {
  if (text.length > MAX_NAME_LENGTH || !NAME.test(text)) {
    const rule = `is not the name of an attribute, or has more than ${MAX_NAME_LENGTH} characters`;
    throw invalidValue(`${parameter}: ${truncate(text)} ${rule}`);
  }
  const ofUser = findAttribute(text, USER_ATTRIBUTES);
  const [first, ...inner] = ofUser.length > 0 ? ofUser : findAttribute(text, GROUP_ATTRIBUTES);
  if (first === undefined) return null;
  const [part, subPart] = inner;
  return first.kind === 'extension' && part !== undefined
    ? { attribute: `${first.name}:${part.name}`, subAttribute: subPart?.name, required: requiredParts(part) }
    : { attribute: first.name, subAttribute: part?.name, required: requiredParts(first) };
}

function requiredParts({ parts }: AttributeNode): string[] {
  return [...parts.values()].filter(({ isRequired }) => isRequired).map(({ name }) => name);
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
    const named = subs.flatMap(({ subAttribute = '', required }) => [
      subAttribute,
      ...(operator === 'pr' ? required : []),
    ]);
    return [attribute, Object.fromEntries(named.map((name) => [name, [operator]]))] as const;
  });
  return new Filter([Object.fromEntries<unknown>([...nested, ...whole])]);
}
