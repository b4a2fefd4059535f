import type { TopicMatcher } from '#catalog';
import type { PersonOffer } from '#needs';
import type { TenantTransaction } from '#platform/database';
import type { DateText } from '#platform/text';
import { type ChosenPeople, nextPeople } from './chosen-people.js';
import { loadMissing } from './load-missing.js';
import type { Missing } from './missing-offers.js';

/** People whose facts one transaction reads. */
const PEOPLE_PER_PAGE = 500;
/** Offers that one transaction makes. While it locks needs, recording one of their signals waits. */
const OFFERS_PER_PAGE = 5_000;
const OFFERS_OF_NEEDS_A_PAGE = 1_000;

/** What the next people of an operation lack. */
export interface MissingPage extends Missing {
  /** How many people these are, and how many of them are no longer active. */
  readonly people: number;
  readonly left: number;
  /** The last of them; null: there is nobody left to process. */
  readonly reachedTo: string | null;
}

/** @param after the last person of the page before; null: the first page */
export async function readMissingPage(
  tx: TenantTransaction,
  chosen: ChosenPeople,
  after: string | null,
  { matcher, dueAt }: { readonly matcher: TopicMatcher; readonly dueAt: DateText | null },
): Promise<MissingPage> {
  const workerIds = await nextPeople(tx, chosen, after, PEOPLE_PER_PAGE);
  const read = await loadMissing(tx, workerIds, matcher, dueAt);
  const missing = read.slice(0, fitting(read));
  const isCut = missing.length < read.length;
  const reachedTo = (isCut ? missing.at(-1)?.workerId : workerIds.at(-1)) ?? null;
  const people = reachedTo === null ? 0 : workerIds.indexOf(reachedTo) + 1;
  return {
    offers: missing.flatMap(({ offers }) => offers),
    alreadyAssigned: sum(missing.map(({ alreadyAssigned }) => alreadyAssigned)),
    withoutCourse: sum(missing.map(({ withoutCourse }) => withoutCourse)),
    people,
    left: people - missing.length,
    reachedTo,
  };
}

/** How many of the people fit into one transaction: one at least. */
function fitting(missing: readonly Missing[]): number {
  let all = 0;
  let ofNeeds = 0;
  const end = missing.findIndex(({ offers }) => {
    all += offers.length;
    ofNeeds += sum(offers.map((offer: PersonOffer) => offer.needIds.length));
    return all > OFFERS_PER_PAGE || ofNeeds > OFFERS_OF_NEEDS_A_PAGE;
  });
  return end === -1 ? missing.length : Math.max(1, end);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
