import { isJsonObject, jsonFields } from '#platform/json';
import { truncate } from '#platform/text';
import { MAX_PATH_LENGTH, reachesInherited } from './scim-body.js';
import { invalidValue, mapTypeError } from './scim-errors.js';
import { PatchOp, ScimError } from './scim-schemas.js';

/** One operation of a PATCH (RFC 7644, section 3.5.2). */
export interface PatchOperation {
  /** `add`, `remove` or `replace`, in any case. */
  readonly op: string;
  readonly path?: string;
  readonly value?: unknown;
}

/**
 * The operations in the body of a PATCH; paths have at most 512 characters.
 * @param most the largest number of operations
 * @throws ScimError
 */
export function readOperations(body: unknown, most: number): readonly PatchOperation[] {
  const { Operations: sent } = jsonFields(body);
  // Checked first, because the library searches the whole list for each operation.
  if (Array.isArray(sent) && sent.length > most) {
    throw invalidValue(`Operations has at most ${most} operations, not ${sent.length}: send them in parts`);
  }
  const { Operations } = mapTypeError(() => new PatchOp(body as ConstructorParameters<typeof PatchOp>[0]));
  const operations: readonly PatchOperation[] = Operations;
  for (const { path = '' } of operations) if (path.length > MAX_PATH_LENGTH) throw invalidPath(path);
  return operations;
}

/** The attributes in the value of an operation without a path, each with its name or path. */
export function attributesIn(value: unknown): Array<[string, unknown]> {
  return isJsonObject(value) ? Object.entries(value).filter(([key]) => !READ_ONLY_ATTRIBUTES.has(key)) : [];
}

/** Read-only for clients, but sent by some. */
const READ_ONLY_ATTRIBUTES = new Set(['id', 'schemas', 'meta']);

const NAME = String.raw`\$?[a-z][\w-]*`;
/** Quoted texts are closed and contain no backslash: with others the library's expressions take exponential time. */
const FILTER = String.raw`\[(?:[^[\]()"\\]|"[^"\\\r\n]*")+\]`;
/** `title`, `name.givenName`, `emails[type eq "work"].value`; each may follow a schema's URN (RFC 7644, figure 7). */
const PATH = new RegExp(String.raw`^(?:urn:[\w.:-]+:)?${NAME}(?:\.${NAME})?(?:${FILTER})?(?:\.${NAME})?$`, 'i');

/** Checks that the library can resolve a path in time. @throws ScimError `invalidPath` */
export function demandPath(path: string): void {
  if (path.length > MAX_PATH_LENGTH || !PATH.test(path) || reachesInherited(path)) throw invalidPath(path);
}

function invalidPath(path: string): InstanceType<typeof ScimError> {
  const detail = `${truncate(path)} is not the path of an attribute, or has more than ${MAX_PATH_LENGTH} characters`;
  return new ScimError(400, 'invalidPath', detail);
}
