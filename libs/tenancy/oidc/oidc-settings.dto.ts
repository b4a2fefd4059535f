import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsFQDN,
  IsIn,
  IsOptional,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { IfGiven, Text } from '#platform/text';
import { ROLES, type Role } from '../access/role.js';

export class RoleMappingBody {
  /** A value of the role claim, as a group's name. */
  @Text()
  @Length(1, 255)
  value: string;

  @IsIn(ROLES)
  role: Role;
}

/** The complete settings: omitted fields get their defaults, except the client secret, which stays unchanged. */
export class OidcSettingsBody {
  /** The provider's address, as its discovery document has it: `https://login.example.com/realms/acme`. */
  @Text()
  @Matches(/^https?:\/\/[^\s?#]+$/, {
    message: 'issuer must be a URL without query and fragment, as https://login.example.com',
  })
  @MaxLength(500)
  issuer: string;

  @Text()
  @Length(1, 255)
  clientId: string;

  /** Never shown again. To be sent with every change of `issuer` or `clientId`. */
  @IfGiven()
  @Text()
  @Length(1, 1_000)
  clientSecret?: string;

  /** The role of new users, and of those whose claim names no role; null: they are refused. Default: `viewer`. */
  @IsOptional()
  @IsIn(ROLES)
  defaultRole?: Role | null = 'viewer';

  /**
   * The claim that says what a user may do, as `groups`; its value decides at every log-in. Left out or null: roles are
   * given in the engine.
   */
  @IsOptional()
  @Text()
  @Length(1, 100)
  roleClaim?: string | null;

  /** What the claim's values stand for; of several the highest role counts. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => RoleMappingBody)
  roles?: RoleMappingBody[] = [];

  /** Domains of the verified e-mail addresses that may log in: `acme.com`. Empty: all that the provider knows. */
  @IfGiven()
  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value)
      ? value.map((domain: unknown) => (typeof domain === 'string' ? domain.trim().toLowerCase() : domain))
      : value,
  )
  @IsArray()
  @ArrayMaxSize(50)
  @IsFQDN({}, { each: true })
  emailDomains?: string[] = [];

  /** True: who is no user yet becomes one at the first log-in; only with `emailDomains`. */
  @IfGiven()
  @IsBoolean()
  provision?: boolean = false;

  /** False: no password log-ins. Allowed only once an admin has logged in by single sign-on. */
  @IfGiven()
  @IsBoolean()
  passwordsAllowed?: boolean = true;
}
