import { Controller, HttpCode, Post } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { ReplayedSignal } from './replay.dto.js';
import { Replay } from './replay.js';

@Controller('engine/v1/admin/signals')
export class ReplayController {
  constructor(private readonly replays: Replay) {}

  /**
   * Records a stored event again, as if it arrived now. If its need could not be resolved, resolution is tried again.
   */
  @Post(':id/replay')
  @HttpCode(200)
  @Allow('admin')
  replay(@IdParam('sig', 'signal') id: string): Promise<ReplayedSignal> {
    return this.replays.replay(id);
  }
}
