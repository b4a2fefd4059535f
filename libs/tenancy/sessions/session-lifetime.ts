/** A session expires after this time without use. */
export const IDLE_SECONDS = 8 * 60 * 60;
/** A session expires at this age, although it is used. */
export const LIFETIME_SECONDS = 7 * 24 * 60 * 60;
/** The stored time of the last use may be this old: a page that makes twenty requests causes one write. */
export const NOTED_EVERY_SECONDS = 60;
