import { Module } from '@nestjs/common';
import { OperationsModule } from '#operations';
import { SignalsModule } from '#signals';
import { AssignController } from './assigning/assign.controller.js';
import { AssignService } from './assigning/assign.service.js';
import { AssignmentEditor } from './assignments/assignment-editor.js';
import { AssignmentReader } from './assignments/assignment-reader.js';
import { AssignmentsExportController } from './assignments/assignments-export.controller.js';
import { AssignmentsExport } from './assignments/assignments-export.js';
import { AssignmentsController } from './assignments/assignments.controller.js';
import { CompleteAssignmentService } from './assignments/complete-assignment.service.js';
import { Reassignment } from './assignments/reassignment.js';
import { BulkController } from './bulk/bulk.controller.js';
import { BulkService } from './bulk/bulk.service.js';
import { OfferSettings } from './offers/offer-settings.js';
import { OfferSettingsController } from './offers/offer-settings.controller.js';
import { OffersController } from './offers/offers.controller.js';
import { OffersService } from './offers/offers.service.js';
import { NeedsModule } from './needs.module.js';

/** The changes that admins make to needs, one or many: a part of the library's HTTP module. */
@Module({
  imports: [NeedsModule, OperationsModule, SignalsModule],
  controllers: [
    OffersController,
    OfferSettingsController,
    AssignmentsController,
    AssignmentsExportController,
    AssignController,
    BulkController,
  ],
  providers: [
    OffersService,
    OfferSettings,
    AssignmentReader,
    AssignmentsExport,
    AssignmentEditor,
    AssignService,
    CompleteAssignmentService,
    Reassignment,
    BulkService,
  ],
})
export class ActionsModule {}
