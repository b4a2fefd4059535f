/**
 * Where the calls of source systems, admins and operators are; probes, the docs and the console's files are elsewhere.
 */
export const CALLS = '/engine/v1/';

/** A route's hooks of one kind as a list, whichever way they were given. */
export function hooks<Hook>(given: Hook | Hook[] | undefined): Hook[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? given : [given];
}
