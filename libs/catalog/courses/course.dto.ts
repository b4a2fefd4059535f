import { ArrayMaxSize, IsArray, IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { CommaSeparated, IfGiven, OptionalText, Text, Unique, VerbatimText } from '#platform/text';
import { COURSE_STATUSES, type CourseStatus } from './course.entity.js';

const MAX_TOPICS = 50;
const SAME_TOPIC = 'must not name a topic twice (case does not count)';

const folded = (topic: unknown): unknown => (typeof topic === 'string' ? topic.toLowerCase() : topic);

export class CourseTextsBody {
  @OptionalText()
  @MaxLength(100)
  category?: string | null;

  @OptionalText()
  @MaxLength(5_000)
  summary?: string | null;

  /** Markdown. */
  @VerbatimText()
  @MaxLength(100_000)
  content?: string | null;
}

export class CreateCourseBody extends CourseTextsBody {
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

/** Omitted fields stay unchanged. Null clears a category, a summary or a content. */
export class ChangeCourseBody extends CourseTextsBody {
  @IfGiven()
  @Text()
  @Length(1, 200)
  title?: string;

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

  /** Part of the title or of a topic. */
  @IsOptional()
  @Text()
  @MaxLength(200)
  q?: string;
}
