/**
 * The scope of queries for unknown tenants. No tenant has this id (RFC 9562, "Nil UUID"), so the scope contains no
 * users.
 */
export const UNKNOWN_TENANT = '00000000-0000-0000-0000-000000000000';
