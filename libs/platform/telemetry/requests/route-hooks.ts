/**
 * The path of requests by source systems, admins and operators; probes, the docs and the console's files have other
 * paths.
 */
export const CALLS = '/engine/v1/';

/** A route's hooks of one kind as a list, whether it has one or several. */
export function hooks<Hook>(given: Hook | Hook[] | undefined): Hook[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? given : [given];
}
