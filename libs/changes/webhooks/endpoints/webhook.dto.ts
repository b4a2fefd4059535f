import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { EVENT_TYPES, type EventType } from '../entities/event-types.js';
import { IfGiven, OptionalText, Text, Unique } from '#platform/text';

export class WebhookDetailsBody {
  @OptionalText()
  @MaxLength(500)
  description?: string | null;

  /** Null: all, those of later versions too. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(EVENT_TYPES.length)
  @Unique()
  @IsIn(EVENT_TYPES, { each: true })
  eventTypes?: EventType[] | null;
}

/** A webhook without `eventTypes` receives all. */
export class CreateWebhookBody extends WebhookDetailsBody {
  /** `https://…`, at a public address. */
  @Text()
  @Length(1, 2_000)
  url: string;
}

/** What is left out stays as it is. */
export class ChangeWebhookBody extends WebhookDetailsBody {
  /** `https://…`, at a public address. */
  @IfGiven()
  @Text()
  @Length(1, 2_000)
  url?: string;

  /** False: nothing is sent, and nothing kept to be sent later. True: as if it had never failed. */
  @IfGiven()
  @IsBoolean()
  enabled?: boolean;
}

export class RotateWebhookSecretBody {
  /** For how long messages are signed with the secret before, too. A day, unless told otherwise. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(30 * 24 * 3_600)
  graceSeconds: number = 24 * 3_600;
}
