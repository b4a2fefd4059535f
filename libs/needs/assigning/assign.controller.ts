import { Body, Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { AcceptedWhileRunning } from '#operations';
import { BodyLimit } from '#platform/http';
import { Allow } from '#tenancy';
import { OfferResult } from '../offers/offer.view.js';
import { AssignBody } from './assign.dto.js';
import { AssignService } from './assign.service.js';

/** 500 ids. */
const BODY_KIB = 64;

@Controller('engine/v1/admin/assignments')
export class AssignController {
  constructor(private readonly assigning: AssignService) {}

  /**
   * Assigns a course to people without a need: one assignment for each person who needs it, by the rules of an offer.
   * More than a thousand people are assigned in the background, with a 202; with `dryRun` nothing is changed.
   */
  @Post()
  @BodyLimit({ kib: BODY_KIB })
  @HttpCode(200)
  @Allow('admin')
  @UseInterceptors(AcceptedWhileRunning)
  createAssignments(@Body() body: AssignBody): Promise<OfferResult> {
    return this.assigning.assign(body);
  }
}
