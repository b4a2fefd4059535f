import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import { DATE_FORMAT } from './date-format.js';

/** Maximum size of a file, in MiB: a million workers take about 100. */
export const IMPORT_MIB = 256;

/** `?dryRun`, `?dryRun=true` and `?dryRun=1` are equivalent. */
const Flag = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    ['', 'true', '1'].some((yes) => yes === value) ? true : ['false', '0'].some((no) => no === value) ? false : value,
  );

export class ImportQuery {
  /** Returns the result of the import without writing anything. */
  @IsOptional()
  @Flag()
  @IsBoolean()
  dryRun?: boolean;

  /**
   * Names of columns that differ from those of the fields: `{"Employee ID":"externalWorkerId"}`, or `Employee
   * ID:externalWorkerId,Mail:email`. A column that is mapped to null is not read: `{"Licence":"name","Name":null}`.
   */
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  mapping?: string;

  /** How dates are written that are not ISO: `DD/MM/YYYY`, `MM/DD/YYYY`, `DD.MM.YYYY`, with `/`, `.` or `-`. */
  @IsOptional()
  @IsString()
  @Matches(DATE_FORMAT, { message: 'dateFormat must be DD, MM and YYYY with /, . or - between them, like DD/MM/YYYY' })
  dateFormat?: string;
}

export class ImportWorkersQuery extends ImportQuery {
  /** Deactivates the workers that the rows do not name, unless a row is refused. */
  @IsOptional()
  @Flag()
  @IsBoolean()
  deactivateMissing?: boolean;

  /**
   * How many workers `deactivateMissing` may deactivate. Default: a quarter of the active workers, but at least ten. A
   * dry run returns the number.
   */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  )
  @IsInt()
  @Min(0)
  maxDeactivated?: number;
}
