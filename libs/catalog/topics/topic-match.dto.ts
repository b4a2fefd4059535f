import { Length, MaxLength } from 'class-validator';
import { OptionalText, Text } from '#platform/text';

/** A topic as a signal would name it, and the category that decides between courses which fit equally well. */
export class MatchTopicBody {
  @Text()
  @Length(1, 255)
  topic: string;

  @OptionalText()
  @MaxLength(100)
  category?: string | null;
}
