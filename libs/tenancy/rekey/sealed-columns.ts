import { Injectable } from '@nestjs/common';

/** The primary key of a row, by column. */
export type RowKey = Readonly<Record<string, string>>;

/** A column whose values `seal` encrypts. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** The context to which a value is bound, the same as where it is encrypted. */
  readonly context: (key: RowKey) => string;
}

/**
 * The encrypted columns of all libraries. Each library registers its own, so that code that processes stored secrets
 * does not depend on them. `test/contract/sealed-columns.spec.ts` reads the catalogue, and fails if a column is not
 * registered.
 */
@Injectable()
export class SealedColumns {
  private readonly columns: SealedColumn[] = [];

  register(...columns: readonly SealedColumn[]): void {
    this.columns.push(...columns);
  }

  all(): readonly SealedColumn[] {
    return this.columns;
  }
}
