/** Counts the rows of a file as its chunks arrive. */
export interface RowCounter {
  /** Rows that are complete, without the names of the columns. */
  readonly rows: number;
  /** Records that the rows belong to. The rows of one record follow each other and begin with its key. */
  readonly records: number;
  add(piece: Uint8Array): void;
}
