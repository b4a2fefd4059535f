import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { DirectoryModule } from '#directory';
import { OperationsModule } from '#operations';
import { TenancyModule } from '#tenancy';
import { Board } from './board/board.js';
import { ReadinessSummary } from './board/readiness-summary.js';
import { ReadinessTrend } from './board/readiness-trend.js';
import { ReadinessController } from './board/readiness.controller.js';
import { BoardExportController } from './exports/board-export.controller.js';
import { EvidenceController } from './exports/evidence/evidence.controller.js';
import { Evidence } from './exports/evidence/evidence.service.js';
import { BoardExport } from './exports/board-export.js';
import { WorkerReadiness } from './board/worker-readiness.js';
import { GateController } from './gate/gate.controller.js';
import { Gate } from './gate/gate.js';
import { GateBoard } from './gate/gate-board.js';
import { MatrixController } from './matrix/matrix.controller.js';
import { Matrix } from './matrix/matrix.js';
import { OfferMissingController } from './offer-missing/offer-missing.controller.js';
import { OfferMissing } from './offer-missing/offer-missing.service.js';
import { PreviewMissing } from './offer-missing/preview-missing.js';
import { ReadinessPolicyController } from './policy/policy.controller.js';
import { PolicyEditor } from './policy/policy-editor.js';
import { ReadinessModule } from './readiness.module.js';
import { RequirementImport } from './requirements/import/requirement-import.js';
import { RequirementEditor } from './requirements/requirement-editor.js';
import { RequirementReader } from './requirements/requirement-reader.js';
import { RequirementsController } from './requirements/requirements.controller.js';
import { WaiverEditor } from './waivers/waiver-editor.js';
import { WaiverReader } from './waivers/waiver-reader.js';
import { WaiversController } from './waivers/waivers.controller.js';

@Module({
  imports: [CatalogModule, DirectoryModule, OperationsModule, ReadinessModule, TenancyModule],
  controllers: [
    ReadinessPolicyController,
    GateController,
    MatrixController,
    OfferMissingController,
    BoardExportController,
    EvidenceController,
    ReadinessController,
    RequirementsController,
    WaiversController,
  ],
  providers: [
    Board,
    BoardExport,
    Evidence,
    Gate,
    GateBoard,
    Matrix,
    OfferMissing,
    PolicyEditor,
    PreviewMissing,
    ReadinessSummary,
    ReadinessTrend,
    RequirementEditor,
    RequirementImport,
    RequirementReader,
    WaiverEditor,
    WaiverReader,
    WorkerReadiness,
  ],
})
export class ReadinessHttpModule {}
