import { IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { IfGiven, OptionalText, Text, Time } from '#platform/text';
import { WorkerKeysBody } from '../workers/worker-keys.dto.js';

export class CreateCredentialBody extends WorkerKeysBody {
  /** "Forklift licence". Names that differ only in case or white space are the same. */
  @Text()
  @Length(1, 255)
  name: string;

  /** ISO 8601. Null: it does not expire. */
  @OptionalText()
  @Time()
  expiresAt?: string | null;
}

/**
 * Corrects a credential; omitted fields keep their values. To record a renewal, create another credential, which
 * supersedes this one.
 */
export class ChangeCredentialBody {
  @IfGiven()
  @Text()
  @Length(1, 255)
  name?: string;

  @OptionalText()
  @Time()
  expiresAt?: string | null;
}

export class CredentialsQuery extends PageQuery {
  /** A worker's id (`wrk_…`), external id, e-mail or learner id. */
  @IsOptional()
  @Text()
  @MaxLength(320)
  worker?: string;

  /** Name of the credential. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  name?: string;

  /** ISO 8601: only credentials that expire before this time, or have expired. */
  @IsOptional()
  @Time()
  expiresBefore?: string;

  /** `true`: superseded credentials instead of current ones. */
  @IsOptional()
  @IsIn(['true', 'false'])
  superseded?: 'true' | 'false';
}
