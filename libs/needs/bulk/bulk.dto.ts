import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsString, MaxLength } from 'class-validator';
import { Cursor } from '#platform/http';
import { type DateText, FutureDayOrTime, IfGiven, Nested, Text, Unique } from '#platform/text';
import { NeedsFilter } from '../inbox/needs.query.js';
import { DISMISS_REASONS, type DismissReason } from '../dismiss-reasons.js';
import { OfferTarget } from '../offers/offer.dto.js';

export const BULK_ACTIONS = ['offer', 'dismiss', 'snooze', 'author'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/**
 * An action on many needs. Either `ids` or `filter` selects them; the fields after `cursor` are those of the action.
 */
export class BulkBody {
  /** What to do with the needs; the fields of that action are in the same body. */
  @IsIn(BULK_ACTIONS)
  action: BulkAction;

  /** Needs: `need_…`. Instead of `filter`. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10_000)
  @Unique()
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  ids?: string[];

  /** The filters of the inbox: selects all needs that match. */
  @IfGiven()
  @Nested(() => NeedsFilter)
  filter?: NeedsFilter;

  /** True: nothing is changed, and the response has the expected result. */
  @IfGiven()
  @IsBoolean()
  dryRun?: boolean;

  /** With `dryRun`: `unmoved.nextCursor` of the answer before, to read the next needs that would stay as they are. */
  @Cursor()
  cursor?: string;

  /** `offer`: a published course; default: the recommended course of each need. */
  @IfGiven()
  @Text()
  @MaxLength(100)
  courseId?: string;

  /** `offer`: the people; default: each need's own worker, or the people of its site. */
  @IfGiven()
  @Nested(() => OfferTarget)
  target?: OfferTarget;

  /** `offer`: the due date, a day or a time; default: by each need's signals or severity. */
  @IfGiven()
  @FutureDayOrTime()
  dueAt?: DateText;

  /** `dismiss`: the reason. */
  @IfGiven()
  @IsIn(DISMISS_REASONS)
  reason?: DismissReason;

  /** `dismiss`: a note for the history. */
  @IfGiven()
  @Text()
  @MaxLength(2_000)
  note?: string;

  /**
   * A time, or a day, which means its beginning. `snooze`: when the needs return to the inbox. `dismiss`: until when
   * their data points open no need.
   */
  @IfGiven()
  @FutureDayOrTime()
  until?: DateText;

  /** `author`: a draft is made although a course of the library answers the topic. */
  @IfGiven()
  @IsBoolean()
  force?: boolean;
}
