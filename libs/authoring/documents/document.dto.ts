import { Length, MaxLength } from 'class-validator';
import { Limit, PageQuery } from '#platform/http';
import { IfGiven, OptionalText, Text } from '#platform/text';

/** A document and its file: Markdown, text (both in UTF-8), PDF or Word (.docx), at most 20 MiB. */
export class DocumentForm {
  /** A document with the title of a known one (case and blanks do not count) is a new version of it. */
  @Text()
  @Length(1, 200)
  title: string;

  /** As the company names it. Default: the number of uploads, or the previous version plus one if that is larger. */
  @OptionalText()
  @MaxLength(50)
  version?: string | null;
}

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

  /** Number of passages, the best first. */
  @Limit()
  limit: number = 20;
}
