/** Single words of a language and what they are in English, for topics and courses that are not written in English. */
export interface Language {
  readonly name: string;
  /** Where the words can be looked up. */
  readonly source: string;
  /**
   * One English word or term a line: `english = word, word`; plain letters, and a word of several parts where only the
   * parts together mean it.
   */
  readonly words: string;
}
