import { MaxLength } from 'class-validator';
import { OptionalText, WebAddress } from '#platform/text';
import { MAX_TITLE_LENGTH } from '../../courses/text-limits.js';

/**
 * A package of SCORM 1.2, SCORM 2004 or cmi5 (ZIP, at most 50 MiB), or its manifest (`imsmanifest.xml`, `cmi5.xml`).
 */
export class CourseImportForm {
  /** Replaces the title of the package. */
  @OptionalText()
  @MaxLength(MAX_TITLE_LENGTH)
  title?: string | null;

  /** Category by which courses are grouped; null: none. */
  @OptionalText()
  @MaxLength(100)
  category?: string | null;

  /** Where the course is taken: an `https:` or `http:` address. Left out, it is the one that the manifest names. */
  @OptionalText()
  @MaxLength(2_000)
  @WebAddress()
  launchUrl?: string | null;
}
