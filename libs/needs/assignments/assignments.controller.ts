import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { AssignmentPage, AssignmentView } from './assignment.view.js';
import { AssignmentReader } from './assignment-reader.js';
import { AssignmentsQuery, CompleteBody } from './assignments.query.js';
import { CompleteAssignmentService } from './complete-assignment.service.js';

@Controller('engine/v1/admin/assignments')
export class AssignmentsController {
  constructor(
    private readonly reader: AssignmentReader,
    private readonly completions: CompleteAssignmentService,
  ) {}

  /** Assignments, latest first by default. */
  @Get()
  @Allow('viewer')
  list(@Query() query: AssignmentsQuery): Promise<AssignmentPage> {
    return this.reader.list(query);
  }

  /** One assignment. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('asg', 'assignment') id: string): Promise<AssignmentView> {
    return this.reader.detail(id);
  }

  /** Reports that the person has completed the course: completes the assignment, and the needs that it closes. */
  @Post(':id/complete')
  @HttpCode(200)
  @Allow('admin')
  complete(
    @IdParam('asg', 'assignment') id: string,
    @Body() body: CompleteBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<AssignmentView> {
    return this.completions.complete(id, body, ifMatch);
  }
}
