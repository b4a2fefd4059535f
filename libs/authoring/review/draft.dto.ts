import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import { MAX_SUMMARY_LENGTH, MAX_TITLE_LENGTH, QuestionBody, Topics } from '#catalog';
import { PageQuery } from '#platform/http';
import { CommaSeparated, IfGiven, NestedList, OptionalText, RequiredVerbatimText, Text } from '#platform/text';
import { readSource } from './claim-source.js';
import { DRAFT_STATUSES, type DraftStatus } from '../drafts/draft.transitions.js';

const IsSource = (): PropertyDecorator =>
  ValidateBy(
    { name: 'isSource', validator: { validate: (value) => value === undefined || readSource(value) !== undefined } },
    { message: 'source must be text of at most 1,000 characters, or {documentId, passageId}' },
  );

/** A passage of a document. */
export class PassageSourceBody {
  /** Document that the claim cites: `doc_…`. */
  documentId: string;
  /** Passage of the document: `psg_…`. */
  passageId: string;
  /** As shown; it is read from the document. */
  text?: string;
}

export class ClaimBody {
  /** The statement. */
  @Text()
  @Length(1, 1_000)
  text: string;

  /** Where it is written, in words or as a passage; null or blank: it needs a source. */
  @IsSource()
  source?: string | PassageSourceBody | null;
}

export class LessonBody {
  /** As shown; a lesson without one is new. */
  @IfGiven()
  @Text()
  @Length(1, 40)
  id?: string;

  /** Title of the lesson. */
  @Text()
  @Length(1, MAX_TITLE_LENGTH)
  title: string;

  /** Text of the lesson, in Markdown. */
  @RequiredVerbatimText()
  @Length(1, 20_000)
  markdown: string;

  /** Statements of fact in the lesson, with their sources. */
  @NestedList(() => ClaimBody, { max: 50 })
  claims: ClaimBody[];
}

/** Omitted fields stay unchanged. */
export class ChangeDraftBody {
  /** Title of the future course. */
  @IfGiven()
  @Text()
  @Length(1, MAX_TITLE_LENGTH)
  title?: string;

  /** What the course is about, in a few sentences. */
  @IfGiven()
  @Text()
  @MaxLength(MAX_SUMMARY_LENGTH)
  summary?: string;

  /** What a learner can do after the course. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Text({ each: true })
  @Length(1, 500, { each: true })
  objectives?: string[];

  /** Whom it is for, in words. */
  @IfGiven()
  @Text()
  @MaxLength(500)
  audience?: string;

  /** Time that a learner needs, in minutes. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(10_000)
  estimatedMinutes?: number;

  /** Category of the future course; null: none. */
  @OptionalText()
  @MaxLength(100)
  category?: string | null;

  /** The topics that the course will teach. */
  @Topics({ min: 1 })
  topics?: string[];

  /** All lessons, in order, as `GET` shows them. */
  @IfGiven()
  @NestedList(() => LessonBody, { min: 2, max: 30 })
  lessons?: LessonBody[];

  /** All questions, in order. */
  @IfGiven()
  @NestedList(() => QuestionBody, { min: 3, max: 50 })
  quiz?: QuestionBody[];
}

export class RejectBody {
  /** For whoever revises the draft. */
  @Text()
  @Length(1, 2_000)
  reason: string;
}

export class DraftsQuery extends PageQuery {
  /** One status, or several, comma-separated. */
  @IsOptional()
  @CommaSeparated()
  @IsIn(DRAFT_STATUSES, { each: true })
  status?: DraftStatus[];

  /** The topic, in any spelling that has the same identity. */
  @IsOptional()
  @Text()
  @Length(1, 255)
  topic?: string;

  /** `true`: only those that cite a document which has another version now, or is deleted. */
  @IsOptional()
  @IsIn(['true', 'false'])
  reviewDue?: 'true' | 'false';

  /** Part of the title or of the topic. */
  @IsOptional()
  @Text()
  @MaxLength(200)
  q?: string;
}
