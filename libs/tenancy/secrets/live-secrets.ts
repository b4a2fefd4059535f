/** Live signing secrets that a tenant may have at once. */
export const MAX_LIVE_SECRETS = 4;
