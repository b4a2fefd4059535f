import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Text } from '#platform/text';

export const DEFAULT_GRACE_DAYS = 30;
const MAX_GRACE_DAYS = 90;

export class DeleteTenantBody {
  /** The slug of the tenant, typed again. */
  @Text()
  @MaxLength(63)
  slug: string;

  /** Days until it is deleted, in which the deletion can be undone; 0: at once. Thirty unless given. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MAX_GRACE_DAYS)
  graceDays?: number;
}
