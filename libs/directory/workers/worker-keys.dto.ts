import { MaxLength } from 'class-validator';
import { Email, OptionalText } from '#platform/text';

/**
 * The worker that something belongs to, by its keys: where several are sent, the first one that names a worker is used.
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
