import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

/** Most of a file, in MiB: a million workers take about 100. */
export const IMPORT_MIB = 256;

/** `?dryRun`, `?dryRun=true` and `?dryRun=1` say the same. */
const Flag = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    ['', 'true', '1'].some((yes) => yes === value) ? true : ['false', '0'].some((no) => no === value) ? false : value,
  );

export class ImportQuery {
  /** Tells what would become of the rows, and keeps nothing. */
  @IsOptional()
  @Flag()
  @IsBoolean()
  dryRun?: boolean;

  /**
   * Columns that are not called like the fields: `{"Employee ID":"externalWorkerId"}`, or `Employee
   * ID:externalWorkerId,Mail:email`.
   */
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  mapping?: string;
}

export class ImportWorkersQuery extends ImportQuery {
  /** Deactivates the workers that the rows do not name, where no row is refused. */
  @IsOptional()
  @Flag()
  @IsBoolean()
  deactivateMissing?: boolean;

  /**
   * How many `deactivateMissing` may deactivate. Left out: a quarter of the active workers, and ten in any case. A dry
   * run tells how many it would be.
   */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  )
  @IsInt()
  @Min(0)
  maxDeactivated?: number;
}
