import { IsIn, IsInt, IsOptional, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { Email, IfGiven, Text } from '#platform/text';
import type { PasswordLinkView } from '../passwords/password-link.view.js';
import { ROLES, type Role } from '../access/role.js';
import { PLANS, type Plan } from '../tenants/plans.js';
import { SIGNAL_RETENTION_MONTHS, type SignalRetentionMonths } from '../tenants/signal-retention.js';
import type { TenantStatus } from '../tenants/tenant.entity.js';

export class CreateTenantBody {
  /** In URLs: lower-case letters, digits and inner hyphens, at most 63. */
  @Matches(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, {
    message: 'must be 1 to 63 lower-case letters, digits or inner hyphens',
  })
  slug: string;

  /** Name of the tenant. */
  @Text()
  @Length(1, 200)
  name: string;

  /** The first admin, who is invited; the first admin token gets this name. */
  @IsOptional()
  @Email()
  adminEmail?: string;
}

export class ChangeTenantBody {
  /** Name of the tenant. */
  @IfGiven()
  @Text()
  @Length(1, 200)
  name?: string;

  /** What the tenant may draft in a month. */
  @IfGiven()
  @IsIn(PLANS)
  plan?: Plan;

  /** Courses that it may draft in a calendar month; null: as many as its plan allows. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  draftsPerMonth?: number | null;

  /** Tokens that models may use for it in a calendar month; null: as many as its plan allows. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  tokensPerMonth?: number | null;

  /** `suspended`: the webhook answers 401, and nobody can log in. */
  @IfGiven()
  @IsIn(['active', 'suspended'])
  status?: TenantStatus;

  /** Events per second; null: the default. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  rateLimit?: number | null;

  /** Months for which its signals are kept, including stored ones. */
  @IfGiven()
  @IsIn(SIGNAL_RETENTION_MONTHS)
  signalRetentionMonths?: SignalRetentionMonths;
}

export class RotateSecretBody {
  /** How long the previous secrets remain valid. */
  @IsInt()
  @Min(0)
  @Max(30 * 24 * 3600)
  graceSeconds: number;
}

export class CreateTokenBody {
  /** What the token may do: each role includes the previous ones. */
  @IsIn(ROLES)
  role: Role;

  /** Name of the token, by which the audit log calls it. */
  @Text()
  @Length(1, 100)
  name: string;
}

export class RecoverAdminBody {
  /** Of the admin, who becomes a user if necessary. */
  @Text()
  @Email()
  @MaxLength(320)
  email: string;
}

/** A tenant in the operator API. */
export class TenantView {
  /** Identifier with the prefix `ten_`. */
  id: string;
  /** Name in URLs. */
  slug: string;
  /** Name of the tenant. */
  name: string;
  /** What the tenant may draft in a month. */
  plan: Plan;
  /** Drafts and tokens a calendar month; null: as its plan allows. */
  draftsPerMonth: number | null;
  /** Tokens that models may use for it in a calendar month; null: as many as its plan allows. */
  tokensPerMonth: number | null;
  /** `suspended`: the webhook answers 401, and nobody can log in. */
  status: TenantStatus;
  /** Events per second; null: the default. */
  rateLimit: number | null;
  /** Months for which its signals are kept. */
  signalRetentionMonths: SignalRetentionMonths;
  /** When it is deleted with all its data; null: it stays. */
  deletionAt: string | null;
  createdAt: string;
}

export class CreatedTenant {
  /** The new tenant. */
  tenant: TenantView;
  /** Shown once: `whsec_…`. */
  signingSecret: string;
  /** Shown once: `edt_…`. */
  adminToken: string;
  /** If an admin was named: the link by which that admin sets a password. Shown once. */
  invitation?: PasswordLinkView;
}

export class RotatedSecret {
  /** Shown once: `whsec_…`. */
  signingSecret: string;
  /** When the previous secrets expire; null if there was none. */
  previousExpiresAt: string | null;
}

export class CreatedToken {
  /** Shown once: `edt_…`. */
  token: string;
}

export class TenantList {
  items: TenantView[];
  nextCursor: string | null;
}

/** What a tenant has used of something in the calendar month, and what it may use. */
export class MonthlyUsage {
  /** What the plan allows in a month. */
  limit: number;
  /** What was used this month. */
  used: number;
}

export class MonthlyDrafts extends MonthlyUsage {
  /** Drafts that are being written: they count towards the limit, and are not used yet. */
  reserved: number;
}

/** The usage of a tenant. */
export class TenantUsage {
  /** The tenant's plan. */
  plan: Plan;
  /** The calendar month (UTC) that `signals` counts: `2026-11`. */
  month: string;
  /** Number of signals that were received this month. */
  signals: number;
  /** Needs that are not closed. */
  openNeeds: number;
  /** Needs that still wait for their recommendation. */
  unresolvedNeeds: number;
  /** Active people in the directory. */
  activeWorkers: number;
  /** Number of published courses. */
  publishedCourses: number;
  /** Courses that are drafted for the tenant, as `GET /authoring/usage` counts them. */
  drafts: MonthlyDrafts;
  /** Tokens that models have used this month. */
  tokens: MonthlyUsage;
}
