import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { TenancyModule } from '#tenancy';
import { Board } from './board/board.js';
import { ReadinessSummary } from './board/readiness-summary.js';
import { ReadinessTrend } from './board/readiness-trend.js';
import { ReadinessController } from './board/readiness.controller.js';
import { BoardExportController } from './exports/board-export.controller.js';
import { BoardExport } from './exports/board-export.js';
import { WorkerReadiness } from './board/worker-readiness.js';
import { GateController } from './gate/gate.controller.js';
import { Gate } from './gate/gate.js';
import { MatrixController } from './matrix/matrix.controller.js';
import { Matrix } from './matrix/matrix.js';
import { ReadinessModule } from './readiness.module.js';

@Module({
  imports: [CatalogModule, ReadinessModule, TenancyModule],
  controllers: [GateController, MatrixController, BoardExportController, ReadinessController],
  providers: [Board, BoardExport, Gate, Matrix, ReadinessSummary, ReadinessTrend, WorkerReadiness],
})
export class ReadinessHttpModule {}
