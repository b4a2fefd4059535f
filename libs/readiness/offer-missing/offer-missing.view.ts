import type { OperationStatus } from '#operations';

/** A course that people would be assigned. */
export class ExpectedCourse {
  /** The course: `crs_…`. */
  courseId: string;
  /** Title of the course. */
  title: string;
  /** Number of people who would be assigned it. */
  people: number;
}

/** The started operation, or with `dryRun` its expected result. */
export class OfferMissingResult {
  /** The operation, to follow and undo it; null with `dryRun`. */
  operationId: string | null;
  /** Null with `dryRun`. */
  status: OperationStatus | null;
  /** Selected people. */
  people: number;
  /** With `dryRun`: people of whom the following numbers are. At most 4,000 are checked, in the order of their ids. */
  checked?: number;
  /** With `dryRun`: assignments that would be made, one for each person and course. */
  willAssign?: number;
  /** With `dryRun`: reasons that an open assignment answers. */
  alreadyAssigned?: number;
  /** With `dryRun`: courses that people completed recently enough, or hold a credential for. */
  alreadyValid?: number;
  /** With `dryRun`: courses that people do not need, by an earlier decision. */
  exempt?: number;
  /** With `dryRun`: reasons that no course answers. Waived reasons count nowhere. */
  withoutCourse?: number;
  /** With `dryRun`: selected people who are no longer active. */
  left?: number;
  /** With `dryRun`: the courses that most people would be assigned, at most a hundred. */
  courses?: ExpectedCourse[];
}
