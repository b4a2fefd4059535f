/* Characters that the texts of a course have at most. */

/** The title of a course, and of a lesson of it. */
export const LONGEST_TITLE = 200;
export const LONGEST_SUMMARY = 5_000;
/** Markdown, with all lessons of a course that was written as a draft. */
export const LONGEST_CONTENT = 100_000;
