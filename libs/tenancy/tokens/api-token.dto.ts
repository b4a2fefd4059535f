import { IsIn, IsOptional, Length } from 'class-validator';
import { PageQuery } from '#platform/http';
import { FutureTime, Text } from '#platform/text';
import { ROLES, type Role } from '../access/role.js';

export class CreateApiTokenBody {
  /** The purpose of the token; the audit log shows it. */
  @Text()
  @Length(1, 100)
  name: string;

  /** What the token may do: each role includes the previous ones. */
  @IsIn(ROLES)
  role: Role;

  /** ISO 8601; omitted or null: it is valid until it is revoked. */
  @IsOptional()
  @FutureTime()
  expiresAt?: string | null;
}

export class ApiTokensQuery extends PageQuery {
  /** `true`: only valid tokens. `false`: only revoked and expired ones. */
  @IsOptional()
  @IsIn(['true', 'false'])
  active?: 'true' | 'false';
}
