import { IsIn } from 'class-validator';
import { IfGiven } from '#platform/text';
import { PACKAGE_FORMATS, type PackageFormat } from './course-package.js';

export class PackageQuery {
  /** SCORM 1.2, which most learning systems read, SCORM 2004 (4th edition) or cmi5. */
  @IfGiven()
  @IsIn(PACKAGE_FORMATS)
  format: PackageFormat = 'scorm12';
}
