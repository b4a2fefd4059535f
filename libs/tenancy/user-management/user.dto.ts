import { IsBoolean, IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { Email, IfGiven, Text } from '#platform/text';
import { ROLES, type Role } from '../access/role.js';

export class CreateUserBody {
  /** Stored in lower case; a user logs in with it. */
  @Text()
  @Email()
  @MaxLength(320)
  email: string;

  /** Default: the address. */
  @IfGiven()
  @Text()
  @Length(1, 200)
  name?: string;

  /** What the user may do: each role includes the previous ones. */
  @IsIn(ROLES)
  role: Role;
}

/** Omitted fields stay unchanged. */
export class ChangeUserBody {
  /** E-mail address of the user, with which they log in. */
  @IfGiven()
  @Text()
  @Email()
  @MaxLength(320)
  email?: string;

  /** Name of the user. */
  @IfGiven()
  @Text()
  @Length(1, 200)
  name?: string;

  /** What the user may do: each role includes the previous ones. */
  @IfGiven()
  @IsIn(ROLES)
  role?: Role;

  /** False: may not log in; sessions and open invitations end at once. */
  @IfGiven()
  @IsBoolean()
  active?: boolean;
}

export class UsersQuery extends PageQuery {
  /** Role of the user. */
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  /** `true`: only users who may log in; `false`: only the others. */
  @IsOptional()
  @IsIn(['true', 'false'])
  active?: 'true' | 'false';

  /** Part of the name or the address. */
  @IsOptional()
  @Text()
  @MaxLength(200)
  q?: string;
}
