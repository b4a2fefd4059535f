import type { OperationStatus } from '#operations';

/** A person of an offer's target. */
export class OfferPerson {
  id: string;
  name: string;
  externalWorkerId: string | null;
  email: string | null;
}

/** How many people of the target it is for whom, and why not for the others. Each person counts once. */
export class OfferCounts {
  /** With `dryRun`: to whom the course would be assigned. */
  willAssign?: number;
  /** To whom the course is assigned now, and was not before. */
  assigned?: number;
  /** Have it assigned already, for this need or for another. */
  alreadyAssigned: number;
  /** Completed it lately enough, or hold a credential for the topic that is valid for longer than it is due. */
  alreadyValid: number;
  /** Of whom somebody decided that they need no training in this topic. */
  exempt: number;
  /** Not active any more. */
  left: number;
}

/** The first fifty people of each kind. */
export class OfferPeople {
  willAssign: OfferPerson[];
  alreadyAssigned: OfferPerson[];
  alreadyValid: OfferPerson[];
  exempt: OfferPerson[];
  left: OfferPerson[];
}

/** What an offer did, or with `dryRun` would do. */
export class OfferAnswer {
  /** By which it is followed and undone; null with `dryRun`. */
  operationId: string | null;
  /** `running`: too many people for one answer; the operation tells how far it is. Null with `dryRun`. */
  status: OperationStatus | null;
  courseId: string;
  dueAt: string;
  /** People of the target, those who left included. */
  people: number;
  /** Null while it is running. */
  counts: OfferCounts | null;
  /** With `dryRun`. */
  who?: OfferPeople;
}
