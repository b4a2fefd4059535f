/**
 * A library as a company of one field would have it, and the topics its source systems would send: written from general
 * knowledge.
 */
export interface Field {
  readonly name: string;
  /** One title a line; topics of the course's own in square brackets, divided by semicolons. */
  readonly library: string;
  /** `topic -> title`, `topic -> title | other title` where either is right, `topic -> -` where nothing is. */
  readonly topics: string;
}
