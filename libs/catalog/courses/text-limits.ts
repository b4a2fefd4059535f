/* Characters that the texts of a course have at most. */

/** The title of a course, and of a lesson of it. */
export const MAX_TITLE_LENGTH = 200;
export const MAX_SUMMARY_LENGTH = 5_000;
/** Markdown, with all lessons of a course that was written as a draft. */
export const MAX_CONTENT_LENGTH = 100_000;
