import type { SignalRetentionMonths } from '../tenants/signal-retention.js';

/** What the operator of the engine has set for the tenant. */
export class TenantLimits {
  /** Months for which signals are kept: 1, 3, 6, 12, 24, 36 or 84. */
  signalRetentionMonths: SignalRetentionMonths;
  /** Events a second that the webhook accepts; null: the default of the engine. */
  rateLimit: number | null;
}
