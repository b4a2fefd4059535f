import { MaxLength } from 'class-validator';
import { Email, OptionalText } from '#platform/text';

/** The owner of a resource by its keys: of several keys, the first one that a worker has is used. */
export class WorkerKeysBody {
  @OptionalText()
  @MaxLength(255)
  externalWorkerId?: string | null;

  @OptionalText()
  @Email()
  @MaxLength(320)
  email?: string | null;

  @OptionalText()
  @MaxLength(255)
  learnerId?: string | null;
}
