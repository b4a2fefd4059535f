import { Length } from 'class-validator';
import { Limit, PageQuery } from '#platform/http';
import { IfGiven, Text } from '#platform/text';

export class DocumentsQuery extends PageQuery {
  /** Part of the title. */
  @IfGiven()
  @Text()
  @Length(1, 200)
  q?: string;
}

export class PassagesQuery extends PageQuery {
  /** Words that a passage contains, in any form. */
  @IfGiven()
  @Text()
  @Length(1, 300)
  q?: string;
}

export class SearchQuery {
  /** Words to look for, in any form; passages with more of them come first. */
  @Text()
  @Length(1, 300)
  q: string;

  @Limit()
  limit: number = 20;
}
