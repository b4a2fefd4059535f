import { type Attribute, Schemas, type SchemaDefinition, isExtension } from './scim-schemas.js';

/** An attribute, a sub-attribute, or an extension as a whole, as `/Schemas` declares it. */
export interface AttributeNode {
  readonly name: string;
  readonly kind: 'extension' | 'complex' | 'boolean' | 'other';
  readonly isMultiValued: boolean;
  /** Why a client may not remove it; undefined: it may. */
  readonly keptAs: 'required' | 'read-only' | undefined;
  /** A value of the attribute around it always has it. */
  readonly isRequired: boolean;
  /** By name in lower case: names of attributes are case-insensitive (RFC 7643, section 2.1). */
  readonly parts: ReadonlyMap<string, AttributeNode>;
}

const NO_PARTS: ReadonlyMap<string, AttributeNode> = new Map();

function byName(nodes: readonly AttributeNode[]): ReadonlyMap<string, AttributeNode> {
  return new Map(nodes.map((node) => [node.name.toLowerCase(), node]));
}

function attributeNode(attribute: Attribute): AttributeNode {
  const { name, type, config, subAttributes } = attribute;
  return {
    name,
    kind: type === 'complex' || type === 'boolean' ? type : 'other',
    isMultiValued: config.multiValued === true,
    keptAs:
      config.mutable === false || name === 'schemas' ? 'read-only' : config.required === true ? 'required' : undefined,
    isRequired: config.required === true,
    parts: subAttributes === undefined ? NO_PARTS : byName(subAttributes.map(attributeNode)),
  };
}

function schemaNodes({ attributes }: SchemaDefinition): AttributeNode[] {
  return attributes.map((attribute) =>
    isExtension(attribute)
      ? {
          name: attribute.id,
          kind: 'extension',
          isMultiValued: false,
          keptAs: undefined,
          isRequired: false,
          // The common attributes are those of the resource, not of its extension.
          parts: byName(schemaNodes(attribute).filter(({ name }) => !COMMON.has(name))),
        }
      : attributeNode(attribute),
  );
}

const COMMON = new Set(['schemas', 'id', 'externalId', 'meta']);

/** The attributes of a user, with the common ones (RFC 7643, section 3.1). */
export const USER_ATTRIBUTES = byName(schemaNodes(Schemas.User.definition));
/** The same, of a group. */
export const GROUP_ATTRIBUTES = byName(schemaNodes(Schemas.Group.definition));

const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):/i;

/**
 * Finds what a name without filters stands for: `title`, `name.givenName`, an extension's URN, either with a schema's
 * URN before it.
 * @returns the nodes from the outermost to the one that is named; empty if no schema declares it
 */
export function findAttribute(name: string, attributes: ReadonlyMap<string, AttributeNode>): readonly AttributeNode[] {
  const path = name.replace(CORE, '').toLowerCase();
  for (const node of attributes.values()) {
    const urn = node.name.toLowerCase();
    if (node.kind !== 'extension' || !path.startsWith(urn)) continue;
    if (path === urn) return [node];
    const inner = path.charAt(urn.length) === ':' ? findParts(path.slice(urn.length + 1), node.parts) : [];
    return inner.length > 0 ? [node, ...inner] : [];
  }
  return findParts(path, attributes);
}

function findParts(path: string, attributes: ReadonlyMap<string, AttributeNode>): readonly AttributeNode[] {
  const dot = path.indexOf('.');
  const node = attributes.get(dot === -1 ? path : path.slice(0, dot));
  if (node === undefined) return [];
  if (dot === -1) return [node];
  const part = node.parts.get(path.slice(dot + 1));
  return part === undefined ? [] : [node, part];
}
