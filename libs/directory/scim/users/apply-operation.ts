import { isJsonObject } from '#platform/json';
import { truncate } from '#platform/text';
import { type AttributeNode } from '../attribute-tree.js';
import type { FilterNode } from '../filter/parse-filter.js';
import { type ComplexValue, matchesValue } from '../filter/matches-value.js';
import type { PatchOperation } from '../patch-operations.js';
import { invalidValue } from '../scim-errors.js';
import { ScimError } from '../scim-schemas.js';
import { booleanOf } from '../boolean-of.js';
import { noSuchAttribute, patchTarget } from './patch-target.js';

/** A user, or an extension of one, while a PATCH is applied to it. */
export type PatchedObject = Record<string, unknown>;

/**
 * Applies one operation of a PATCH with a path to a user (RFC 7644, section 3.5.2). Removing what is absent changes
 * nothing; a null value removes (RFC 7643, section 2.5). Removing the required part of a value that a filter selects
 * removes that value.
 * @throws ScimError `invalidPath`, `invalidValue`, `noTarget`; `mutability` for what may not be removed or changed
 */
export function applyOperation(user: PatchedObject, { op, path = '', value }: PatchOperation): void {
  const { nodes, filter } = patchTarget(path);
  const [first, ...inner] = nodes;
  const isRemoval = op.toLowerCase() === 'remove' || isUnassigned(value);
  const change: Change = { path, value, filter, isAdding: op.toLowerCase() === 'add' };
  const last = inner.at(-1) ?? first;
  // Entra ID removes `emails[type eq "work"].value` of a user who has no such address any more, and may name it.
  if (isRemoval && filter !== undefined && inner.length > 0 && last.keptAs === 'required')
    return changeAt(user, nodes.slice(0, -1), { ...change, value: undefined, isRemoval });
  if (last.keptAs === 'read-only' || (isRemoval && last.keptAs !== undefined)) throw mutabilityError(path, last);
  changeAt(user, nodes, isRemoval ? { ...change, isRemoval } : change);
}

interface Change {
  readonly path: string;
  readonly value: unknown;
  readonly filter: FilterNode | undefined;
  readonly isAdding: boolean;
  readonly isRemoval?: boolean;
}

function changeAt(container: PatchedObject, [node, ...inner]: readonly AttributeNode[], change: Change): void {
  if (node === undefined) return;
  if (node.isMultiValued) return changeValues(container, node, inner[0], change);
  if (inner.length === 0) return change.isRemoval === true ? remove(container, node) : assign(container, node, change);
  const within = objectIn(container, node);
  changeAt(within, inner, change);
  if (Object.keys(within).length > 0) container[node.name] = within;
  else remove(container, node);
}

function remove(container: PatchedObject, { name }: AttributeNode): void {
  delete container[name];
}

function objectIn(container: PatchedObject, { name }: AttributeNode): PatchedObject {
  const object = container[name];
  return isJsonObject(object) ? { ...object } : {};
}

/** Both `add` and `replace` keep the parts of a complex attribute that the value does not name. */
function assign(container: PatchedObject, node: AttributeNode, { value, path }: Change): void {
  if (node.parts.size === 0) container[node.name] = node.kind === 'boolean' ? booleanOf(value) : value;
  else if (!isJsonObject(value)) throw invalidValue(`${truncate(path)} must be an object`);
  else container[node.name] = { ...objectIn(container, node), ...partsOf(node, value, path) };
}

/** The parts of a value in the spelling of the schema, without those that are unassigned. */
function partsOf({ parts }: AttributeNode, value: ComplexValue, path: string): ComplexValue {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const part = parts.get(key.toLowerCase());
      if (part === undefined) throw noSuchAttribute(`${path}.${key}`);
      return isUnassigned(one)
        ? [[part.name, undefined]]
        : [[part.name, part.kind === 'boolean' ? booleanOf(one) : one]];
    }),
  );
}

function changeValues(
  container: PatchedObject,
  node: AttributeNode,
  part: AttributeNode | undefined,
  change: Change,
): void {
  const known = valuesIn(container, node);
  const changed =
    change.isRemoval === true ? withoutValues(known, node, part, change) : withValues(known, node, part, change);
  if (changed.length > 0) container[node.name] = onePrimary(known, changed);
  else remove(container, node);
}

function valuesIn(container: PatchedObject, { name }: AttributeNode): readonly ComplexValue[] {
  return [container[name] ?? []].flat().filter(isJsonObject);
}

/** Entra ID names the values to remove in the value, and not in a filter. */
function withoutValues(
  known: readonly ComplexValue[],
  node: AttributeNode,
  part: AttributeNode | undefined,
  { filter, value }: Change,
): readonly ComplexValue[] {
  const named = isUnassigned(value) ? null : [value].flat().map((one: unknown) => wantedParts(node, one));
  const isMeant = (one: ComplexValue): boolean =>
    (filter === undefined || matchesValue(one, filter)) &&
    (named === null || part !== undefined || named.some((wanted) => hasAll(one, wanted)));
  if (part === undefined) return known.filter((one) => !isMeant(one));
  return known.map((one) => (isMeant(one) ? { ...one, [part.name]: undefined } : one));
}

/** `{"type": "work", "value": "ada@acme.com"}` */
function wantedParts(node: AttributeNode, value: unknown): ComplexValue {
  const parts = isJsonObject(value) ? Object.entries(value) : [];
  const wanted = parts.map(([key, one]) => [node.parts.get(key.toLowerCase())?.name ?? '', one] as const);
  if (!isJsonObject(value) || wanted.some(([name, one]) => name === '' || typeof one === 'object'))
    throw invalidValue(
      `${node.name}: a value to remove must be an object of booleans and texts, named as in the schema`,
    );
  return Object.fromEntries<unknown>(wanted);
}

function hasAll(value: ComplexValue, wanted: ComplexValue): boolean {
  return Object.entries(wanted).every(([key, one]) => value[key] === one);
}

function withValues(
  known: readonly ComplexValue[],
  node: AttributeNode,
  part: AttributeNode | undefined,
  { filter, value, path, isAdding }: Change,
): readonly ComplexValue[] {
  const parts = part === undefined ? null : { [part.name]: part.kind === 'boolean' ? booleanOf(value) : value };
  if (filter === undefined && parts === null) {
    const given = listOf(node, value, path);
    if (!isAdding) return given;
    return [...known, ...given.filter((one) => !known.some((other) => hasAll(other, one)))];
  }
  const isMeant = (one: ComplexValue): boolean => filter === undefined || matchesValue(one, filter);
  const update = parts ?? partsOf(node, objectOf(value, path), path);
  if (known.some(isMeant)) return known.map((one) => (isMeant(one) ? { ...one, ...update } : one));
  return [...known, { ...valueOfFilter(node, filter, path), ...update }];
}

/** Entra ID replaces `emails[type eq "work"].value` of a user who has no such address: it is added. */
function valueOfFilter(node: AttributeNode, filter: FilterNode | undefined, path: string): ComplexValue {
  if (filter === undefined) return {};
  const only = onlyComparison(filter);
  const part = only === null ? undefined : node.parts.get(only.path.toLowerCase());
  if (only === null || part === undefined || only.operator !== 'eq' || only.isNegated)
    throw new ScimError(400, 'noTarget', `no value matches ${truncate(path)}`);
  return { [part.name]: part.kind === 'boolean' ? booleanOf(only.value) : only.value };
}

function onlyComparison(node: FilterNode): Exclude<FilterNode, { any: unknown } | { all: unknown }> | null {
  const [inner, ...others] = 'any' in node ? node.any : 'all' in node ? node.all : [];
  if (!('any' in node) && !('all' in node)) return node;
  return inner === undefined || others.length > 0 ? null : onlyComparison(inner);
}

/** Making a value the primary one ends that of the others (RFC 7644, section 3.5.2). */
function onePrimary(before: readonly ComplexValue[], after: readonly ComplexValue[]): readonly ComplexValue[] {
  const added = after.filter((one) => one['primary'] === true && !before.includes(one)).at(-1);
  if (added === undefined) return after;
  return after.map((one) => (one !== added && one['primary'] === true ? { ...one, primary: false } : one));
}

function listOf(node: AttributeNode, value: unknown, path: string): ComplexValue[] {
  return [value].flat().map((one: unknown) => partsOf(node, objectOf(one, path), path));
}

function objectOf(value: unknown, path: string): ComplexValue {
  if (!isJsonObject(value)) throw invalidValue(`${truncate(path)}: a value must be an object`);
  return value;
}

/** The same as no value (RFC 7643, section 2.5). */
function isUnassigned(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function mutabilityError(path: string, { keptAs }: AttributeNode): InstanceType<typeof ScimError> {
  const why = keptAs === 'required' ? 'is required and cannot be removed' : 'is read-only';
  return new ScimError(400, 'mutability', `${truncate(path)} ${why}`);
}
