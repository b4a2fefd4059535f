import { IsString, MaxLength } from 'class-validator';

/** Limits of bodies from unauthenticated clients: a name, an address and a password of 1,024 characters. */
export const AUTH_BODY = { kib: 8, fields: 20, values: 20 };

export class SetPasswordBody {
  /** From an invitation or a reset: `edp_…`. */
  @IsString()
  @MaxLength(512)
  token: string;

  /** 12 to 256 characters, and not easily guessed. */
  @IsString()
  @MaxLength(1_024)
  password: string;
}

export class ChangePasswordBody {
  /** Password of the user until now. */
  @IsString()
  @MaxLength(1_024)
  currentPassword: string;

  /** 12 to 256 characters, and not easily guessed. */
  @IsString()
  @MaxLength(1_024)
  newPassword: string;
}

/** The data for a log-in with the new password. */
export class PasswordSet {
  /** The tenant's slug. */
  tenant: string;
  /** E-mail address of the user. */
  email: string;
}
