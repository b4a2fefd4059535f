/** What a token or a user may do inside its tenant; each role may do all that the ones before it may. */
export const ROLES = ['viewer', 'author', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** True where `role` may do what `needed` may. */
export function covers(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
