/** A session ends when it is not used for so long… */
export const IDLE_SECONDS = 8 * 60 * 60;
/** …and at this age at the latest. */
export const LIFETIME_SECONDS = 7 * 24 * 60 * 60;
/** How old the note of its last use may be: a page of twenty calls writes once. */
export const NOTED_EVERY_SECONDS = 60;
