import type { OperationStatus } from '#operations';
import type { DateText } from '#platform/text';

/** A person of an offer's target. */
export class OfferPerson {
  /** Identifier with the prefix `wrk_`. */
  id: string;
  /** Name of the worker. */
  name: string;
  externalWorkerId: string | null;
  email: string | null;
}

/** The number of people with each eligibility. Each person counts once. */
export class OfferCounts {
  /** With `dryRun`: people who would be assigned the course. */
  willAssign?: number;
  /** People who are newly assigned the course. */
  assigned?: number;
  /** Already have an assignment of the course, for this need or another. */
  alreadyAssigned: number;
  /** Completed the course recently enough, or hold a credential for the topic that is valid beyond the due date. */
  alreadyValid: number;
  /** Need no training in this topic, by an earlier decision. */
  exempt: number;
  /** No longer active. */
  left: number;
}

/** The first fifty people with each eligibility. */
export class OfferPeople {
  /** People who would be assigned the course. */
  willAssign: OfferPerson[];
  /** People who have an assignment of the course. */
  alreadyAssigned: OfferPerson[];
  /** People who completed the course, or hold a credential for the topic. */
  alreadyValid: OfferPerson[];
  /** People who need no training in the topic, by an earlier decision. */
  exempt: OfferPerson[];
  /** People who are no longer active. */
  left: OfferPerson[];
}

/** The result of an offer, or with `dryRun` its expected result. */
export class OfferResult {
  /** The operation, to follow and undo it; null with `dryRun`, or if the offer reaches nobody. */
  operationId: string | null;
  /**
   * `running`: there are too many people for one request; the operation has the progress. Null with `dryRun`, or if the
   * offer reaches nobody.
   */
  status: OperationStatus | null;
  /** The offered course: `crs_…`. */
  courseId: string;
  /** When the assignments are due: a day, or an instant. */
  dueAt: DateText;
  /** People of the target, including those who left. */
  people: number;
  /** Why the offer reaches nobody: nothing was offered, and the need is unchanged. Omitted: it reaches somebody. */
  nobody?: string;
  /** Null while it is running. */
  counts: OfferCounts | null;
  /** With `dryRun`. */
  who?: OfferPeople;
}
