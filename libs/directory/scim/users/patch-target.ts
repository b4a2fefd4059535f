import { truncate } from '#platform/text';
import { type AttributeNode, USER_ATTRIBUTES, findAttribute } from '../attribute-tree.js';
import { type FilterNode, parseFilter } from '../filter/parse-filter.js';
import { demandPath } from '../patch-operations.js';
import { ScimError } from '../scim-schemas.js';

/** What the path of an operation points at. */
export interface PatchTarget {
  /** From the outermost to the one that is named: an extension, an attribute, a sub-attribute. */
  readonly nodes: readonly [AttributeNode, ...AttributeNode[]];
  /** Which values of a multi-valued attribute; undefined: all of them. */
  readonly filter: FilterNode | undefined;
}

/** `emails[type eq "work"].value`: an attribute, the filter of its values, and a sub-attribute. */
const WITH_FILTER = /^([^[]+)\[(.+)\](?:\.([^.[\]]+))?$/;

/**
 * Resolves a path (RFC 7644, figure 7).
 * @throws ScimError `invalidPath` if no attribute has it, `invalidFilter` if its filter cannot be parsed
 */
export function patchTarget(path: string): PatchTarget {
  demandPath(path);
  const [, attribute = path, filter, part] = WITH_FILTER.exec(path) ?? [];
  const nodes = findAttribute(part === undefined ? attribute : `${attribute}.${part}`, USER_ATTRIBUTES);
  const [first, ...inner] = nodes;
  if (first === undefined) throw noSuchAttribute(path);
  if (filter !== undefined && !nodes.some(({ isMultiValued }) => isMultiValued)) throw noSuchAttribute(path);
  return { nodes: [first, ...inner], filter: filter === undefined ? undefined : parseFilter(filter) };
}

export function noSuchAttribute(path: string): InstanceType<typeof ScimError> {
  return new ScimError(400, 'invalidPath', `a user has no attribute ${truncate(path)}`);
}
