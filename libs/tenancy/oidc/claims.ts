import { isEmail } from 'class-validator';
import { isStorable } from '#platform/text';
import { ROLES, type Role } from '../access/role.js';
import type { OidcSettings } from './oidc-settings.entity.js';

/** The claims of an ID token, or of the userinfo endpoint. */
export type ClaimSet = Readonly<Record<string, unknown>>;

/** The claims that the provider has verified. */
export interface Claims {
  readonly subject: string;
  /** In lower case; null: the provider names none, or has not verified it ({@link isVerified}). */
  readonly email: string | null;
  readonly name: string | null;
  /** The values of the role claim. */
  readonly roles: readonly string[];
}

/**
 * @param sets the ID token's claims first, which take precedence; an address and its verification come from the same
 * set
 */
export function claimsOf(subject: string, sets: readonly ClaimSet[], roleClaim: string | null): Claims {
  const ofAddress = sets.find((set) => 'email' in set) ?? {};
  const { email } = ofAddress;
  const name = sets
    .map((set) => set['name'])
    .find(isName)
    ?.trim();
  const roles =
    roleClaim === null ? undefined : sets.map((set) => valueAt(set, roleClaim)).find((value) => value !== undefined);
  return {
    subject,
    email:
      isVerified(ofAddress) && typeof email === 'string' && email.length <= 320 && isStorable(email) && isEmail(email)
        ? email.toLowerCase()
        : null,
    name: name ?? null,
    roles: [roles].flat().filter((value) => typeof value === 'string'),
  };
}

/** The values that Entra ID uses for true in `xms_edov`. */
const TRUE: ReadonlySet<unknown> = new Set([true, 1, '1', 'true']);

/**
 * Whether the provider has verified the address. Entra ID never sends `email_verified`: its optional claim `xms_edov`
 * says that the domain of the address belongs to the organisation of the user.
 */
function isVerified({ email_verified: verified, xms_edov: isOfOwnDomain }: ClaimSet): boolean {
  return verified === undefined ? TRUE.has(isOfOwnDomain) : verified === true;
}

/** True if an address is of one of the domains, or if none is configured. */
export function isOfDomains(email: string | null, domains: readonly string[]): boolean {
  return domains.length === 0 || (email !== null && domains.includes(email.slice(email.lastIndexOf('@') + 1)));
}

/** The role of a user by the settings; null: none. */
export function roleOf(
  { roles }: Claims,
  { roles: mappings, defaultRole }: Pick<OidcSettings, 'roles' | 'defaultRole'>,
): Role | null {
  const mapped = mappings.filter(({ value }) => roles.includes(value)).map(({ role }) => role);
  return ROLES.findLast((role) => mapped.includes(role)) ?? defaultRole ?? null;
}

/** A claim by its name, which may contain dots (`https://acme.com/roles`), or by its path (`realm_access.roles`). */
export function valueAt(set: ClaimSet, claim: string): unknown {
  if (Object.hasOwn(set, claim)) return set[claim];
  return claim
    .split('.')
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? Reflect.get(value, step)
          : undefined,
      set,
    );
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.trim().length <= 200 && isStorable(value);
}
