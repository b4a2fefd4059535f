import { IsOptional, MaxLength } from 'class-validator';
import { Email, OptionalText, Text } from '#platform/text';

/** The keys of a worker: of several keys, the first one that a worker has is used. */
export class WorkerKeysBody {
  /** The worker's id in the systems that send signals; tried first. */
  @OptionalText()
  @MaxLength(255)
  externalWorkerId?: string | null;

  /** Case does not matter; tried second. */
  @OptionalText()
  @Email()
  @MaxLength(320)
  email?: string | null;

  /** The worker's id in the learning platform; tried last. */
  @OptionalText()
  @MaxLength(255)
  learnerId?: string | null;
}

/** Narrows a list of what workers hold. */
export class WorkerItemsFilter {
  /** A worker's id (`wrk_…`), external id, e-mail or learner id. */
  @IsOptional()
  @Text()
  @MaxLength(320)
  worker?: string;
}
