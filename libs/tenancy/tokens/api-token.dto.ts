import { IsIn, IsOptional, Length } from 'class-validator';
import { PageQuery } from '#platform/http';
import { FutureTime, Text } from '#platform/text';
import { ROLES, type Role } from '../access/role.js';

export class CreateApiTokenBody {
  /** What it is for; the audit log shows it. */
  @Text()
  @Length(1, 100)
  name: string;

  @IsIn(ROLES)
  role: Role;

  /** ISO 8601; left out or null: it opens the API until it is revoked. */
  @IsOptional()
  @FutureTime()
  expiresAt?: string | null;
}

export class ApiTokensQuery extends PageQuery {
  /** `true`: those that open the API. `false`: those that are revoked or expired. */
  @IsOptional()
  @IsIn(['true', 'false'])
  active?: 'true' | 'false';
}
