import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { Cursor, Limit } from '#platform/http';
import { CommaSeparated, type DateText, DayOrTime, IfGiven, Text } from '#platform/text';
import { ASSIGNMENT_STATUSES, type AssignmentStatus } from './assignment.view.js';

export const ASSIGNMENT_SORTS = ['newest', 'due'] as const;
export type AssignmentSort = (typeof ASSIGNMENT_SORTS)[number];

/** Filters and order of the assignments. */
export class AssignmentsExportQuery {
  /** One status, or several, separated by commas. */
  @IsOptional()
  @CommaSeparated()
  @IsIn(ASSIGNMENT_STATUSES, { each: true })
  status?: AssignmentStatus[];

  /** A worker's id (`wrk_…`), external id, e-mail or learner id. */
  @IsOptional()
  @Text()
  @MaxLength(320)
  worker?: string;

  /** A need's id. */
  @IsOptional()
  @Text()
  @MaxLength(100)
  need?: string;

  /** A course's id. */
  @IsOptional()
  @Text()
  @MaxLength(100)
  course?: string;

  /** A day or a time: only those due before it. */
  @IfGiven()
  @DayOrTime()
  dueBefore?: DateText;

  /** A day or a time: only those due then or later. */
  @IfGiven()
  @DayOrTime()
  dueAfter?: DateText;

  /** `due`: the earliest due date first. */
  @IsOptional()
  @IsIn(ASSIGNMENT_SORTS)
  sort: AssignmentSort = 'newest';
}

export class AssignmentsQuery extends AssignmentsExportQuery {
  /** `nextCursor` of the page before. */
  @Cursor()
  cursor?: string;

  /** The number of items of a page. */
  @Limit()
  limit: number = 50;
}
