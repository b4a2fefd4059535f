import { type Ratio, ratioOf } from '../harness/figures.js';
import { hundredth } from '../harness/pages.js';
import type { InboxStage, InboxTenant } from './stage.js';

/** The times of the pages of one query, in milliseconds, one figure for each round. */
export interface PageTimes {
  readonly query: string;
  /**
   * Items on the page of the small tenant, of the large one, and on its hundredth page or, where there are fewer pages,
   * its last.
   */
  readonly items: { readonly small: number; readonly large: number; readonly later: number };
  /** Which page `later` is. */
  readonly laterPage: number;
  readonly small: readonly number[];
  readonly large: readonly number[];
  readonly later: readonly number[];
  /** Large / small, and later / large. */
  readonly bySize: Ratio;
  readonly byDepth: Ratio;
}

/** Requests the first page of both tenants and the hundredth of the large one, alternately. */
export async function timesOf({ large, small }: InboxStage, query: string, rounds: number): Promise<PageTimes> {
  const { cursor, page: laterPage } = await hundredth(large, query);
  const later = `${query}&cursor=${cursor}`;
  const asked = {
    small: () => timed(small, query),
    large: () => timed(large, query),
    later: () => timed(large, cursor === null ? query : later),
  };
  const warm = { small: await asked.small(), large: await asked.large(), later: await asked.later() };
  const times = { small: [] as number[], large: [] as number[], later: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (const which of ['small', 'large', 'later'] as const) times[which].push((await asked[which]()).milliseconds);
  }
  const items = { small: warm.small.items, large: warm.large.items, later: warm.later.items };
  return {
    query,
    items,
    laterPage,
    ...times,
    bySize: ratioOf(times.large, times.small),
    byDepth: ratioOf(times.later, times.large),
  };
}

async function timed(tenant: InboxTenant, query: string): Promise<{ milliseconds: number; items: number }> {
  const began = performance.now();
  const { items } = await tenant.page(query);
  return { milliseconds: performance.now() - began, items: items.length };
}
