import { Invalid, readFields } from '#platform/errors';
import { isJsonObject } from '#platform/json';
import { NameBody } from '../../names/name.dto.js';
import { withoutMeta } from '../scim-body.js';
import { mapTypeError } from '../scim-errors.js';
import { Schemas } from '../scim-schemas.js';
import { type GroupChanges, membersOf } from './group-changes.js';

/** A group as the provider sent it. */
export interface SentGroup {
  readonly displayName: string;
  readonly externalId?: string;
  /** Undefined: the members stay unchanged. */
  readonly members?: readonly string[];
}

/** The library parses everything but the members, each of which would take it 40 µs. @throws ScimError */
export function parseGroup(body: unknown): SentGroup {
  const isObject = isJsonObject(body);
  const entries: ReadonlyArray<[string, unknown]> = isObject ? Object.entries(body) : [];
  const members = entries.filter(isMembers);
  const others = isObject ? Object.fromEntries(entries.filter((entry) => !isMembers(entry))) : body;
  const { displayName, externalId } = mapTypeError(() => new Schemas.Group(withoutMeta(others), 'in'));
  const memberIds = members.length === 0 ? undefined : members.flatMap(([, value]) => membersOf(value));
  return { displayName, externalId, members: memberIds };
}

function isMembers([name]: [string, unknown]): boolean {
  return name.toLowerCase() === 'members';
}

export function changesTo({ displayName, externalId, members }: SentGroup): GroupChanges {
  return { displayName, externalId, removesAll: members !== undefined, added: new Set(members), removed: new Set() };
}

/** @throws Invalid */
export function parseName(displayName: string): NameBody {
  const read = readFields(NameBody, { name: displayName });
  if ('errors' in read) throw new Invalid(read.errors.map(({ message }) => ({ field: 'displayName', message })));
  return read.fields;
}
