import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { NeedView } from '../inbox/need.view.js';
import { DecidedNeed } from './decided-need.view.js';
import { DismissBody, SnoozeBody } from './decisions.dto.js';
import { NeedDecisions } from './need-decisions.js';

@Controller('engine/v1/admin/needs/:id')
export class DecisionsController {
  constructor(private readonly decisions: NeedDecisions) {}

  /** Dismisses a need: it is closed, and its data point opens no new need. */
  @Post('dismiss')
  @HttpCode(200)
  @Allow('admin')
  dismiss(
    @IdParam('need', 'need') id: string,
    @Body() body: DismissBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<DecidedNeed> {
    return this.decisions.dismiss(id, body, ifMatch);
  }

  /** Snoozes a need until a time. */
  @Post('snooze')
  @HttpCode(200)
  @Allow('admin')
  snooze(
    @IdParam('need', 'need') id: string,
    @Body() body: SnoozeBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<DecidedNeed> {
    return this.decisions.snooze(id, body, ifMatch);
  }

  /** Reopens a closed or snoozed need. */
  @Post('reopen')
  @HttpCode(200)
  @Allow('admin')
  reopen(@IdParam('need', 'need') id: string, @IfMatch() ifMatch: string | null): Promise<NeedView> {
    return this.decisions.reopen(id, ifMatch);
  }

  /** Takes a need out of its gap: it is listed by itself, and actions on the others of the gap leave it. */
  @Post('ungroup')
  @HttpCode(200)
  @Allow('admin')
  ungroup(@IdParam('need', 'need') id: string, @IfMatch() ifMatch: string | null): Promise<NeedView> {
    return this.decisions.ungroup(id, ifMatch);
  }

  /** Puts a need back into its gap. */
  @Post('group')
  @HttpCode(200)
  @Allow('admin')
  group(@IdParam('need', 'need') id: string, @IfMatch() ifMatch: string | null): Promise<NeedView> {
    return this.decisions.group(id, ifMatch);
  }
}
