import { IsIn, IsOptional, Length } from 'class-validator';
import { PageQuery } from '#platform/http';
import { type DateText, FutureDayOrTime, Text } from '#platform/text';
import { ROLES, type Role } from '../access/role.js';

export class CreateApiTokenBody {
  /** The purpose of the token; the audit log shows it. */
  @Text()
  @Length(1, 100)
  name: string;

  /** What the token may do: each role includes the previous ones. */
  @IsIn(ROLES)
  role: Role;

  /**
   * A day, at whose end in the tenant's time zone it expires, or a time; omitted or null: it is valid until revoked.
   */
  @IsOptional()
  @FutureDayOrTime()
  expiresAt?: DateText | null;
}

export class ApiTokensQuery extends PageQuery {
  /** `true`: only valid tokens. `false`: only revoked and expired ones. */
  @IsOptional()
  @IsIn(['true', 'false'])
  active?: 'true' | 'false';
}
