import { Controller, HttpCode, Post } from '@nestjs/common';
import { IdParam } from '#platform/http';
import { Allow } from '#tenancy';
import { ReplayedSignal } from './replay.dto.js';
import { Replay } from './replay.js';

@Controller('engine/v1/admin/signals')
export class ReplayController {
  constructor(private readonly replays: Replay) {}

  /** Takes a stored event in as if it had come again now; a need of it that could not be resolved is tried again. */
  @Post(':id/replay')
  @HttpCode(200)
  @Allow('admin')
  replay(@IdParam('sig', 'signal') id: string): Promise<ReplayedSignal> {
    return this.replays.replay(id);
  }
}
