import { IsIn, IsInt, IsOptional, Length, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '#platform/http';
import { CommaSeparated, IfGiven, NestedList, OptionalText, Text, VerbatimText, WebAddress } from '#platform/text';
import { COURSE_STATUSES, type CourseStatus } from './course.entity.js';
import { MAX_CONTENT_LENGTH, MAX_SUMMARY_LENGTH, MAX_TITLE_LENGTH } from './text-limits.js';
import { QuestionBody } from './quiz.js';
import { Topics } from './topics.dto.js';

export class CourseMaterialBody {
  /** Category by which courses are grouped; null: none. */
  @OptionalText()
  @MaxLength(100)
  category?: string | null;

  /** What the course is about, in a few sentences; null: none. */
  @OptionalText()
  @MaxLength(MAX_SUMMARY_LENGTH)
  summary?: string | null;

  /** Markdown. */
  @VerbatimText()
  @MaxLength(MAX_CONTENT_LENGTH)
  content?: string | null;

  /** The questions that complete the course. Empty: reading it completes it. */
  @IfGiven()
  @NestedList(() => QuestionBody, { max: 50 })
  quiz?: QuestionBody[];

  /** The percentage of right answers that passes the quiz; 80 by default. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(100)
  passMark?: number;

  /** Where the course is taken, if it is not taken here: an `https:` or `http:` address. */
  @OptionalText()
  @MaxLength(2_000)
  @WebAddress()
  launchUrl?: string | null;

  /** How long it takes; null: not known. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  estimatedMinutes?: number | null;
}

export class CreateCourseBody extends CourseMaterialBody {
  /** Title of the course. */
  @Text()
  @Length(1, MAX_TITLE_LENGTH)
  title: string;

  /** The topics that the course teaches, as in signals. Matching uses them and the title. */
  @Topics()
  topics: string[] = [];
}

/** Omitted fields stay unchanged. Null clears a category, a summary, a content, a launch URL or the minutes. */
export class ChangeCourseBody extends CourseMaterialBody {
  /** Title of the course. */
  @IfGiven()
  @Text()
  @Length(1, MAX_TITLE_LENGTH)
  title?: string;

  /** Topics that the course teaches, by which needs are matched with it. */
  @Topics()
  topics?: string[];
}

export class CoursesQuery extends PageQuery {
  /** One status, or several, comma-separated. */
  @IsOptional()
  @CommaSeparated()
  @IsIn(COURSE_STATUSES, { each: true })
  status?: CourseStatus[];

  /** The name of the category; case-insensitive. */
  @IsOptional()
  @Text()
  @MaxLength(100)
  category?: string;

  /** `true`: only those that cite a document which has another version now, or is deleted. */
  @IsOptional()
  @IsIn(['true', 'false'])
  reviewDue?: 'true' | 'false';

  /** Part of the title or of a topic. */
  @IsOptional()
  @Text()
  @MaxLength(200)
  q?: string;
}
