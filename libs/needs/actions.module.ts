import { Module } from '@nestjs/common';
import { QueueModule } from '#platform/queue';
import { AssignmentReader } from './assignments/assignment-reader.js';
import { AssignmentsController } from './assignments/assignments.controller.js';
import { CompletionDesk } from './assignments/completion-desk.js';
import { BulkController } from './bulk/bulk.controller.js';
import { BulkService } from './bulk/bulk.service.js';
import { OfferSettings } from './offers/offer-settings.js';
import { OfferSettingsController } from './offers/offer-settings.controller.js';
import { OffersController } from './offers/offers.controller.js';
import { OffersService } from './offers/offers.service.js';
import { OperationsController } from './operations/operations.controller.js';
import { OperationsService } from './operations/operations.service.js';
import { RunOperation } from './operations/run-operation.job.js';

/** What admins do about needs, one or many at once: a part of the lib's HTTP. */
@Module({
  imports: [QueueModule.sends(RunOperation)],
  controllers: [OffersController, OfferSettingsController, AssignmentsController, BulkController, OperationsController],
  providers: [OffersService, OfferSettings, AssignmentReader, CompletionDesk, BulkService, OperationsService],
})
export class ActionsModule {}
