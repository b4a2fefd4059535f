import { ArrayMaxSize, IsArray, Length } from 'class-validator';
import { IfGiven, Text } from '#platform/text';
import { MAX_ALIASES } from './site-aliases.js';

export class CreateSiteBody {
  /** Names that differ only in case or white space are the same. */
  @Text()
  @Length(1, 255)
  name: string;

  /** Other names by which signals and imports reach the site. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MAX_ALIASES)
  @Text({ each: true })
  @Length(1, 255, { each: true })
  aliases?: string[];
}

/** Omitted fields stay unchanged, but a new name makes the old one an alias. */
export class ChangeSiteBody {
  /** Name of the site, unique in the tenant whatever the case. The old name becomes an alias. */
  @IfGiven()
  @Text()
  @Length(1, 255)
  name?: string;

  /** All aliases that the site is to have. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MAX_ALIASES)
  @Text({ each: true })
  @Length(1, 255, { each: true })
  aliases?: string[];
}
