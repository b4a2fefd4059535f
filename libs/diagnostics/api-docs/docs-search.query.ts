import { IsOptional, MaxLength } from 'class-validator';
import { Text } from '#platform/text';

export class DocsSearchQuery {
  /** Words, in any order. */
  @IsOptional()
  @Text()
  @MaxLength(200)
  q: string = '';
}
