/** What a tenant may draft in a calendar month (UTC). */
export interface Allowance {
  readonly drafts: number;
  readonly tokens: number;
}

export const PLANS = ['free', 'team', 'business'] as const;
export type Plan = (typeof PLANS)[number];

const ALLOWANCES: Readonly<Record<Plan, Allowance>> = {
  free: { drafts: 5, tokens: 500_000 },
  team: { drafts: 25, tokens: 5_000_000 },
  business: { drafts: 250, tokens: 50_000_000 },
};

interface Planned {
  readonly plan: Plan;
  /** Null: the plan's. */
  readonly draftsPerMonth?: number | null | undefined;
  readonly tokensPerMonth?: number | null | undefined;
}

/** What a tenant may draft: by its plan, unless the operator has set other numbers. */
export function allowanceOf({ plan, draftsPerMonth, tokensPerMonth }: Planned): Allowance {
  const { drafts, tokens } = ALLOWANCES[plan];
  return { drafts: draftsPerMonth ?? drafts, tokens: tokensPerMonth ?? tokens };
}
