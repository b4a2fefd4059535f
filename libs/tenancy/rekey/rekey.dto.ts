import { IsBoolean, IsOptional } from 'class-validator';
import { Cursor } from '#platform/http';

export class RekeyBody {
  /** `nextCursor` of the step before. */
  @Cursor()
  cursor?: string;

  /** Only counts, and changes nothing. */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}

/** What a step found in one encrypted column. */
export class RekeyedColumnView {
  /** Table with encrypted values. */
  table: string;
  /** Column with encrypted values. */
  column: string;
  /** Values that were looked at. */
  checked: number;
  /** Values of a previous key, encrypted again with the current one. */
  reencrypted: number;
  /** Values that no key of this process decrypts. */
  unreadable: number;
}

/** A step over the stored secrets of some tenants. */
export class RekeyStepView {
  /** What the step did, one entry a column. */
  columns: RekeyedColumnView[];
  /** Where to continue; null: this was the last step. */
  nextCursor: string | null;
}
