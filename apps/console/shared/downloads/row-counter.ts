/** Counts the rows of a file as its pieces arrive. */
export interface RowCounter {
  /** Rows that are complete, without the names of the columns. */
  readonly rows: number;
  /** Of how many records the rows are: those of one record, as the reasons of a person, follow each other and begin with its key. */
  readonly records: number;
  add(piece: Uint8Array): void;
}
