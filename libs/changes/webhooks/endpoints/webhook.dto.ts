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
  /** What the webhook is for, in words; null: nothing. */
  @OptionalText()
  @MaxLength(500)
  description?: string | null;

  /** Null: all types, including those that later versions add. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(EVENT_TYPES.length)
  @Unique()
  @IsIn(EVENT_TYPES, { each: true })
  eventTypes?: EventType[] | null;
}

/** A webhook without `eventTypes` receives all events. */
export class CreateWebhookBody extends WebhookDetailsBody {
  /** An `https://` URL with a public address. */
  @Text()
  @Length(1, 2_000)
  url: string;
}

/** Omitted fields stay unchanged. */
export class ChangeWebhookBody extends WebhookDetailsBody {
  /** An `https://` URL with a public address. */
  @IfGiven()
  @Text()
  @Length(1, 2_000)
  url?: string;

  /**
   * False: no events are sent or stored for it, and pending deliveries fail. True: enables it, and resets its failures.
   */
  @IfGiven()
  @IsBoolean()
  enabled?: boolean;
}

export class RotateWebhookSecretBody {
  /** How long messages are also signed with the previous secret, in seconds. Default: one day. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(30 * 24 * 3_600)
  graceSeconds: number = 24 * 3_600;
}
