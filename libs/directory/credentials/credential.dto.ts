import { IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { IfGiven, OptionalText, Text, Time } from '#platform/text';
import { WorkerKeysBody } from '../workers/worker-keys.dto.js';

export class CreateCredentialBody extends WorkerKeysBody {
  /** "Forklift licence". Names that differ in case or spaces only are the same one. */
  @Text()
  @Length(1, 255)
  name: string;

  /** ISO 8601. Null: it does not expire. */
  @OptionalText()
  @Time()
  expiresAt?: string | null;
}

/**
 * Corrects a credential; what is left out stays as it is. One that was renewed is created anew, and supersedes this
 * one.
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

  /** ISO 8601: those that expire before then, the expired ones among them. */
  @IsOptional()
  @Time()
  expiresBefore?: string;

  /** `true`: those that were superseded, instead of those that count. */
  @IsOptional()
  @IsIn(['true', 'false'])
  superseded?: 'true' | 'false';
}
