import { IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { Cursor, Limit } from '#platform/http';
import { type DateText, DayOrTime, IfGiven, OptionalText, Text } from '#platform/text';
import { WorkerItemsFilter, WorkerKeysBody } from '../workers/worker-keys.dto.js';

export class CreateCredentialBody extends WorkerKeysBody {
  /** "Forklift licence". Names that differ only in case or white space are the same. */
  @Text()
  @Length(1, 255)
  name: string;

  /**
   * A day (`2026-12-01`): it is valid to the end of that day in the tenant's time zone. A time (ISO 8601): it is valid
   * until then. Null: it does not expire.
   */
  @OptionalText()
  @DayOrTime()
  expiresAt?: DateText | null;
}

/**
 * Corrects a credential; omitted fields keep their values. To record a renewal, create another credential, which
 * supersedes this one.
 */
export class ChangeCredentialBody {
  /** Name of the credential, as requirements call it. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  name?: string;

  /** When it ends: a day counts to its end in the tenant's time zone. Null: it does not expire. */
  @OptionalText()
  @DayOrTime()
  expiresAt?: DateText | null;
}

/** Filters of the credentials. */
export class CredentialsFilter extends WorkerItemsFilter {
  /** Name of the credential. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  name?: string;

  /** A day or a time: only credentials that expire before it, or have expired. */
  @IsOptional()
  @DayOrTime()
  expiresBefore?: DateText;

  /** `true`: superseded credentials instead of current ones. */
  @IsOptional()
  @IsIn(['true', 'false'])
  superseded?: 'true' | 'false';
}

export class CredentialsQuery extends CredentialsFilter {
  /** `nextCursor` of the page before. */
  @Cursor()
  cursor?: string;

  /** The number of items of a page. */
  @Limit()
  limit: number = 50;
}
