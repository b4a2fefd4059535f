import { Controller, Post } from '@nestjs/common';
import { TakesUpload, Upload, type UploadBody } from '#platform/http';
import { Allow } from '#tenancy';
import { CourseView } from '../../courses/course.view.js';
import { CourseImport } from './course-import.js';
import { CourseImportForm } from './course-import.dto.js';

const MAX_MIB = 50;
/** A package or a manifest may also be the whole body. */
const FILE_TYPES = ['application/zip', 'application/xml', 'text/xml'];

@Controller('engine/v1/admin/courses')
export class CourseImportController {
  constructor(private readonly courses: CourseImport) {}

  /**
   * Adds a course that another system has packaged, as a draft. The engine keeps what the manifest says, not the
   * material.
   */
  @Post('import')
  @TakesUpload(MAX_MIB, CourseImportForm, FILE_TYPES)
  @Allow('author')
  import(@Upload() body: UploadBody): Promise<CourseView> {
    return this.courses.import(body);
  }
}
