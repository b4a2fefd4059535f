import { jsonFields } from '#platform/json';
import { truncate } from '#platform/text';
import { invalidFilter } from '../filter/filter-tokens.js';
import { type Comparison, type FilterNode, parseFilter } from '../filter/parse-filter.js';
import { attributesIn, readOperations } from '../patch-operations.js';
import { ScimError } from '../scim-schemas.js';

/** The changes of a PATCH. Members are public ids (`wrk_…`). */
export interface GroupChanges {
  readonly displayName?: string;
  readonly externalId?: string | null;
  /** True: removes all members except those in `added`. */
  readonly removesAll: boolean;
  readonly added: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
}

/** Some providers send one operation per member. */
const MAX_OPERATIONS = 1_000;

/**
 * Merges the operations of a PATCH into one set of changes, so that members whom it does not name need not be read.
 * Accepts the formats of Okta and Entra ID: members to remove as a filter or as a list, several attributes in one
 * value.
 * @throws ScimError
 */
export function groupChanges(body: unknown): GroupChanges {
  const gathered = new GroupChangesBuilder();
  for (const { op, path, value } of readOperations(body, MAX_OPERATIONS)) {
    if (path !== undefined) gathered.take(op.toLowerCase(), path, value);
    else for (const [key, one] of attributesIn(value)) gathered.take(op.toLowerCase(), key, one);
  }
  return gathered;
}

class GroupChangesBuilder implements GroupChanges {
  displayName?: string;
  externalId?: string | null;
  removesAll = false;
  readonly added = new Set<string>();
  readonly removed = new Set<string>();

  take(op: string, path: string, value: unknown): void {
    const attribute = path.replace(/^urn:ietf:params:scim:schemas:core:2\.0:Group:/i, '');
    if (/^(?:id|meta|schemas)$/i.test(attribute)) throw new ScimError(400, 'mutability', `${attribute} is read-only`);
    if (/^displayName$/i.test(attribute) && op === 'remove')
      throw new ScimError(400, 'mutability', 'displayName is required and cannot be removed');
    if (/^displayName$/i.test(attribute)) this.displayName = textOf(value, 'displayName');
    else if (/^externalId$/i.test(attribute))
      this.externalId = op === 'remove' || isUnassigned(value) ? null : textOf(value, 'externalId');
    else if (/^members$/i.test(attribute)) this.takeMembers(op, value);
    else if (/^members\[/i.test(attribute) && op === 'remove') this.remove(membersOfFilter(attribute));
    else throw new ScimError(400, 'invalidPath', `a group has no editable attribute ${truncate(path)}`);
  }

  private takeMembers(op: string, value: unknown): void {
    if (op === 'remove' && value !== undefined && value !== null) {
      this.remove(membersOf(value));
      return;
    }
    if (op !== 'add') {
      this.removesAll = true;
      this.added.clear();
      this.removed.clear();
    }
    if (op === 'remove') return;
    for (const member of membersOf(value)) {
      this.added.add(member);
      this.removed.delete(member);
    }
  }

  private remove(members: readonly string[]): void {
    for (const member of members) {
      this.added.delete(member);
      this.removed.add(member);
    }
  }
}

/** The same as no value, as for a user. */
function isUnassigned(value: unknown): boolean {
  return value === null || value === '';
}

function textOf(value: unknown, what: string): string {
  if (typeof value !== 'string' || value.trim() === '')
    throw new ScimError(400, 'invalidValue', `${what} must be a text`);
  return value.trim();
}

/** Reads `[{"value": "wrk_…"}]`, or a single object; null is no value (RFC 7643, section 2.5). @throws ScimError */
export function membersOf(value: unknown): string[] {
  const members: readonly unknown[] = value === null ? [] : [value].flat();
  return members.map((member) => {
    const { value: id } = jsonFields(member);
    if (typeof id !== 'string')
      throw new ScimError(400, 'invalidValue', 'a member must be an object with a value, the id of a user');
    return id;
  });
}

/** `members[value eq "wrk_…" or value eq "wrk_…"]` */
function membersOfFilter(path: string): string[] {
  return comparisonsOf(parseFilter(path)).map(({ path: attribute, operator, value, isNegated }) => {
    const isById = attribute.toLowerCase() === 'members.value' && operator === 'eq' && !isNegated;
    if (!isById || typeof value !== 'string') throw unsupportedMembersFilter();
    return value;
  });
}

/** The comparisons of a filter that has no `and`. */
function comparisonsOf(node: FilterNode): readonly Comparison[] {
  if ('any' in node) return node.any.flatMap(comparisonsOf);
  if (!('all' in node)) return [node];
  if (node.all.length > 1) throw unsupportedMembersFilter();
  return node.all.flatMap(comparisonsOf);
}

function unsupportedMembersFilter(): InstanceType<typeof ScimError> {
  return invalidFilter('members can only be selected by value eq "…"');
}
