import { MaxLength } from 'class-validator';
import { Email, OptionalText } from '#platform/text';

/**
 * The worker that something is about, by one of the keys; where several are sent, the first that names somebody counts.
 */
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
