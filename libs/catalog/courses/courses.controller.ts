import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { BodyLimit, IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { CourseEditor } from './course-editor.js';
import { CourseLifecycle } from './course-lifecycle.js';
import { CourseReview } from './course-review.js';
import { CourseReader } from './course-reader.js';
import { ChangeCourseBody, CoursesQuery, CreateCourseBody } from './course.dto.js';
import { CoursePage, CourseView } from './course.view.js';

/** 100,000 characters of content, half of them of several bytes. */
const COURSE = { kib: 640 };

@Controller('engine/v1/admin/courses')
export class CoursesController {
  constructor(
    private readonly reader: CourseReader,
    private readonly editor: CourseEditor,
    private readonly lifecycle: CourseLifecycle,
    private readonly review: CourseReview,
  ) {}

  /** The library: courses by filter, newest first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: CoursesQuery): Promise<CoursePage> {
    return this.reader.list(query);
  }

  /** Adds a course, as a draft. */
  @Post()
  @BodyLimit(COURSE)
  @Allow('author')
  create(@Body() body: CreateCourseBody): Promise<CourseView> {
    return this.editor.create(body);
  }

  /** One course. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('crs', 'course') id: string): Promise<CourseView> {
    return this.reader.detail(id);
  }

  /** Changes the fields that are sent. */
  @Patch(':id')
  @BodyLimit(COURSE)
  @Allow('author')
  change(
    @IdParam('crs', 'course') id: string,
    @Body() body: ChangeCourseBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<CourseView> {
    return this.editor.change(id, body, ifMatch);
  }

  /** The same as PATCH. */
  @Put(':id')
  @BodyLimit(COURSE)
  @Allow('author')
  put(
    @IdParam('crs', 'course') id: string,
    @Body() body: ChangeCourseBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<CourseView> {
    return this.editor.change(id, body, ifMatch);
  }

  /** Deletes a draft or an archived course that nobody has to take. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  remove(@IdParam('crs', 'course') id: string, @IfMatch() ifMatch: string | null): Promise<void> {
    return this.lifecycle.remove(id, ifMatch);
  }

  /** Publishes a draft or an archived course: from now on it is recommended. */
  @Post(':id/publish')
  @HttpCode(200)
  @Allow('admin')
  publish(@IdParam('crs', 'course') id: string, @IfMatch() ifMatch: string | null): Promise<CourseView> {
    return this.lifecycle.publish(id, ifMatch);
  }

  /** Confirms that a course which is due for review agrees with the documents as they are now. */
  @Post(':id/reviewed')
  @HttpCode(200)
  @Allow('author')
  confirmReview(@IdParam('crs', 'course') id: string, @IfMatch() ifMatch: string | null): Promise<CourseView> {
    return this.review.confirm(id, ifMatch);
  }

  /** Archives a published course: it is no longer recommended. */
  @Post(':id/archive')
  @HttpCode(200)
  @Allow('admin')
  archive(@IdParam('crs', 'course') id: string, @IfMatch() ifMatch: string | null): Promise<CourseView> {
    return this.lifecycle.archive(id, ifMatch);
  }
}
