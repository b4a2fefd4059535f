import { Transform } from 'class-transformer';
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
} from 'class-validator';
import { IfGiven, NestedList, Text } from '#platform/text';
import { ROLES, type Role } from '../access/role.js';

export class RoleMappingBody {
  /** A value of the role claim, for example a group's name. */
  @Text()
  @Length(1, 255)
  value: string;

  /** Role of users whose claim has the value. */
  @IsIn(ROLES)
  role: Role;
}

/** The complete settings: omitted fields get their defaults, except the client secret, which stays unchanged. */
export class OidcSettingsBody {
  /** The provider's address, as in its discovery document: `https://login.example.com/realms/acme`. */
  @Text()
  @Matches(/^https?:\/\/[^\s?#]+$/, {
    message: 'issuer must be a URL without query and fragment, like https://login.example.com',
  })
  @MaxLength(500)
  issuer: string;

  /** Identifier of the engine at the identity provider. */
  @Text()
  @Length(1, 255)
  clientId: string;

  /** Never shown. Send it with every change of `issuer` or `clientId`. */
  @IfGiven()
  @Text()
  @Length(1, 1_000)
  clientSecret?: string;

  /** The role of new users, and of those whose claim maps to no role; null: they are refused. Default: `viewer`. */
  @IsOptional()
  @IsIn(ROLES)
  defaultRole?: Role | null = 'viewer';

  /**
   * The claim from which the role is derived at every log-in, for example `groups`. Omitted or null: admins assign
   * roles in the engine.
   */
  @IsOptional()
  @Text()
  @Length(1, 100)
  roleClaim?: string | null;

  /** The roles of the claim's values; of several the highest role applies. */
  @IfGiven()
  @NestedList(() => RoleMappingBody, { max: 100 })
  roles?: RoleMappingBody[] = [];

  /** Domains of the verified e-mail addresses that may log in: `acme.com`. Empty: all users of the provider. */
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

  /** True: unknown people become users at their first log-in; requires `emailDomains`. */
  @IfGiven()
  @IsBoolean()
  provision?: boolean = false;

  /** False: no password log-ins. Allowed only once an admin has logged in by single sign-on. */
  @IfGiven()
  @IsBoolean()
  passwordsAllowed?: boolean = true;
}
