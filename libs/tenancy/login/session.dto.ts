import { IsString, MaxLength } from 'class-validator';
import { Text } from '#platform/text';
import type { Role } from '../access/role.js';
import { TenantReference } from '../me.view.js';

export class LogInBody {
  /** The tenant's slug. */
  @Text()
  @MaxLength(63)
  tenant: string;

  /** E-mail address of the user. */
  @Text()
  @MaxLength(320)
  email: string;

  /** Password of the user. */
  @IsString()
  @MaxLength(1_024)
  password: string;
}

export class SessionUser {
  /** Identifier with the prefix `usr_`. */
  id: string;
  /** E-mail address of the user. */
  email: string;
  /** Name of the user. */
  name: string;
  /** What the user may do: each role includes the previous ones. */
  role: Role;
}

/** The logged-in user, and the token that a page must send with changes. */
export class SessionView {
  /** Tenant of the user. */
  tenant: TenantReference;
  /** The user. */
  user: SessionUser;
  /** For the header `x-csrf-token` of every call that makes a change. */
  csrfToken: string;
}
