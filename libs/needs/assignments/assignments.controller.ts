import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { CompleteBody, ExtendBody, ReassignBody } from './assignment.dto.js';
import { AssignmentPage, AssignmentView } from './assignment.view.js';
import { AssignmentEditor } from './assignment-editor.js';
import { AssignmentReader } from './assignment-reader.js';
import { AssignmentsQuery } from './assignments.query.js';
import { CompleteAssignmentService } from './complete-assignment.service.js';
import { Reassignment } from './reassignment.js';

@Controller('engine/v1/admin/assignments')
export class AssignmentsController {
  constructor(
    private readonly reader: AssignmentReader,
    private readonly completions: CompleteAssignmentService,
    private readonly editor: AssignmentEditor,
    private readonly reassignment: Reassignment,
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

  /** Cancels an assignment. A need that loses its last one is open again. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Allow('admin')
  cancel(@IdParam('asg', 'assignment') id: string, @IfMatch() ifMatch: string | null): Promise<AssignmentView> {
    return this.editor.cancel(id, ifMatch);
  }

  /** Changes when an assignment is due. */
  @Post(':id/extend')
  @HttpCode(200)
  @Allow('admin')
  extend(
    @IdParam('asg', 'assignment') id: string,
    @Body() body: ExtendBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<AssignmentView> {
    return this.editor.extend(id, body, ifMatch);
  }

  /** Cancels an assignment, and assigns the course to another worker, due at the same time. Answers the new one. */
  @Post(':id/reassign')
  @HttpCode(200)
  @Allow('admin')
  reassign(
    @IdParam('asg', 'assignment') id: string,
    @Body() body: ReassignBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<AssignmentView> {
    return this.reassignment.reassign(id, body, ifMatch);
  }
}
