import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { CourseExport } from './course-export.js';
import { ZIP } from './course-package.js';
import { PackageQuery } from './package.query.js';

@Controller('engine/v1/admin/courses')
export class CourseExportController {
  constructor(private readonly courses: CourseExport) {}

  /** A published course as a package for a learning system. */
  @Get(':id/export')
  @Header('content-type', ZIP)
  @Allow('author')
  exportCourse(@IdParam('crs', 'course') id: string, @Query() { format }: PackageQuery): Promise<StreamableFile> {
    return this.courses.package(id, format);
  }
}
