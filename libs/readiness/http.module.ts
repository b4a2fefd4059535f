import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { TenancyModule } from '#tenancy';
import { Board } from './board/board.js';
import { ReadinessController } from './board/readiness.controller.js';
import { BoardExportController } from './exports/board-export.controller.js';
import { BoardExport } from './exports/board-export.js';
import { ReadinessModule } from './readiness.module.js';

@Module({
  imports: [CatalogModule, ReadinessModule, TenancyModule],
  controllers: [ReadinessController, BoardExportController],
  providers: [Board, BoardExport],
})
export class ReadinessHttpModule {}
