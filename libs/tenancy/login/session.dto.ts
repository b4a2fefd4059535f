import { IsString, MaxLength } from 'class-validator';
import { Text } from '#platform/text';
import type { Role } from '../access/role.js';

export class LogInBody {
  /** The tenant's slug. */
  @Text()
  @MaxLength(63)
  tenant: string;

  @Text()
  @MaxLength(320)
  email: string;

  @IsString()
  @MaxLength(1_024)
  password: string;
}

export class SessionUser {
  id: string;
  email: string;
  name: string;
  role: Role;
}

/** The logged-in user, and the token that a page must send with changes. */
export class SessionView {
  tenant: { slug: string; name: string };
  user: SessionUser;
  /** For the header `x-csrf-token` of every call that makes a change. */
  csrfToken: string;
}
