import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '#platform/http';
import { CommaSeparated, IfGiven, OptionalText, Text, Unique, VerbatimText, WebAddress } from '#platform/text';
import { COURSE_STATUSES, type CourseStatus } from './course.entity.js';
import { QuestionBody } from './quiz.js';

const MAX_TOPICS = 50;
const SAME_TOPIC = 'must not name a topic twice (case does not count)';

const folded = (topic: unknown): unknown => (typeof topic === 'string' ? topic.toLowerCase() : topic);

export class CourseMaterialBody {
  /** Category by which courses are grouped; null: none. */
  @OptionalText()
  @MaxLength(100)
  category?: string | null;

  /** What the course is about, in a few sentences; null: none. */
  @OptionalText()
  @MaxLength(5_000)
  summary?: string | null;

  /** Markdown. */
  @VerbatimText()
  @MaxLength(100_000)
  content?: string | null;

  /** The questions that complete the course. Empty: reading it completes it. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => QuestionBody)
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
  @Length(1, 200)
  title: string;

  /** The topics that the course teaches, as in signals. Matching uses them and the title. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MAX_TOPICS)
  @Unique(folded, SAME_TOPIC)
  @Text({ each: true })
  @Length(1, 255, { each: true })
  topics: string[] = [];
}

/** Omitted fields stay unchanged. Null clears a category, a summary, a content, a launch URL or the minutes. */
export class ChangeCourseBody extends CourseMaterialBody {
  /** Title of the course. */
  @IfGiven()
  @Text()
  @Length(1, 200)
  title?: string;

  /** Topics that the course teaches, by which needs are matched with it. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MAX_TOPICS)
  @Unique(folded, SAME_TOPIC)
  @Text({ each: true })
  @Length(1, 255, { each: true })
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
