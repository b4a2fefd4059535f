/**
 * The scope of what is asked before any tenant is known: no tenant has this id, and this one has no users (RFC 9562,
 * "Nil UUID").
 */
export const UNKNOWN_TENANT = '00000000-0000-0000-0000-000000000000';
