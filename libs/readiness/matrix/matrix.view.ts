import { BoardWorker } from '../board/readiness.view.js';

export const CELL_STATES = ['valid', 'expiring', 'expired', 'missing', 'assigned', 'waived', 'not_required'] as const;
export type CellState = (typeof CELL_STATES)[number];

/** A credential or a course that is required of somebody. */
export class MatrixColumn {
  /** Identifies the column: its kind, and the credential's folded name or the course. */
  key: string;
  /** Name of the credential, or title of the course. */
  name: string;
  /** Whether a credential or a course is required. */
  kind: 'credential' | 'course';
}

export class MatrixCell {
  /** `assigned`: not held, and the course is under way. */
  state: CellState;
  /**
   * Until when it is valid or waived, since when it has expired, or when the assignment is due: a day, or an instant.
   */
  until: string | null;
}

export class MatrixRow {
  /** The worker. */
  worker: BoardWorker;
  /** In the order of the columns. */
  cells: MatrixCell[];
}

/** People and what is required of them. */
export class MatrixPage {
  /** What requirements demand of the filtered people. */
  columns: MatrixColumn[];
  /** One row a worker. */
  rows: MatrixRow[];
  nextCursor: string | null;
}
