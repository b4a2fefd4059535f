/**
 * The version of the matcher with its vocabulary. A release in which topics get other courses raises it: workers then
 * match the undecided needs of every tenant again, as after a change of the library.
 */
export const MATCHER_VERSION = 15;
