import { IsBoolean, IsIn, IsOptional, Length, MaxLength } from 'class-validator';
import { PageQuery } from '#platform/http';
import { IfGiven, Text } from '#platform/text';
import { VIEW_PAGES, type ViewPage } from './view-pages.js';

const MAX_QUERY_LENGTH = 2_000;

export class CreateViewBody {
  /** Names that differ only in case or white space are the same. */
  @Text()
  @Length(1, 100)
  name: string;

  /** The list. */
  @IsIn(VIEW_PAGES)
  page: ViewPage;

  /** The filters and the order, as they stand in the list's URL: `severity=4&site=North`. May be empty. */
  @Text()
  @MaxLength(MAX_QUERY_LENGTH)
  query: string;

  /** `true`: all members of the tenant see it; needs the role `author`. */
  @IfGiven()
  @IsBoolean()
  shared: boolean = false;
}

/** Omitted fields stay unchanged. */
export class ChangeViewBody {
  /** Name of the view. */
  @IfGiven()
  @Text()
  @Length(1, 100)
  name?: string;

  /** Query of the page's address, without the question mark: `severity=4&site=North`. */
  @IfGiven()
  @Text()
  @MaxLength(MAX_QUERY_LENGTH)
  query?: string;

  /** Whether all users of the tenant see the view. */
  @IfGiven()
  @IsBoolean()
  shared?: boolean;
}

export class ViewsQuery extends PageQuery {
  /** The list. */
  @IsOptional()
  @IsIn(VIEW_PAGES)
  page?: ViewPage;
}
