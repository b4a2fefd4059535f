import { Length, MaxLength } from 'class-validator';
import { OptionalText, Text } from '#platform/text';

/** A topic as in a signal, and the category that decides between courses with equal scores. */
export class MatchTopicBody {
  @Text()
  @Length(1, 255)
  topic: string;

  @OptionalText()
  @MaxLength(100)
  category?: string | null;
}
