import { IsOptional, Length, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { Text } from '#platform/text';

/** The name of a site or a group. */
export class NameBody {
  /** Names that differ only in case or white space are the same. */
  @Text()
  @Length(1, 255)
  name: string;
}

export class NamesQuery extends PageQuery {
  /** Part of the name. */
  @IsOptional()
  @Text()
  @MaxLength(255)
  q?: string;
}
