/** The data of a tenant with a number of needs: a larger one also has more people, places and topics. */
export interface World {
  readonly needs: number;
  readonly workers: number;
  readonly sites: number;
  readonly topics: number;
  readonly types: number;
}

const between = (low: number, value: number, high: number): number => Math.round(Math.min(high, Math.max(low, value)));

export function worldOf(needs: number): World {
  return {
    needs,
    workers: between(20, needs / 20, 50_000),
    sites: between(10, needs / 2_000, 500),
    topics: between(6, needs / 2_500, 400),
    types: between(4, needs / 10_000, 12),
  };
}

/** Names of the n-th of each, as the statements of `seed.ts` make them too. */
export const topicName = (n: number): string => `Procedure ${n} Refresher`;
export const typeName = (n: number): string => `event_${n}`;
export const siteName = (n: number): string => `Site ${n}`;
export const externalWorkerId = (n: number): string => `W-${n}`;
