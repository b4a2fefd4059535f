import { Length, MaxLength } from 'class-validator';
import { OptionalText, Text } from '#platform/text';

/** A topic as in a signal, and the category that decides between courses with equal scores. */
export class MatchTopicBody {
  /** Topic to match with the library. */
  @Text()
  @Length(1, 255)
  topic: string;

  /** Category of the topic: prefers courses of the same category; null: none. */
  @OptionalText()
  @MaxLength(100)
  category?: string | null;
}
