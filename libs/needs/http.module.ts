import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { DirectoryModule } from '#directory';
import { QueueModule } from '#platform/queue';
import { SignalsModule } from '#signals';
import { TenancyModule } from '#tenancy';
import { ActionsModule } from './actions.module.js';
import { AssignedCourses } from './assignments/assigned-courses.js';
import { NeedsExport } from './export/needs-export.js';
import { NeedsExportController } from './export/needs-export.controller.js';
import { ChosenTenants } from './failures/chosen-tenants.js';
import { FailedJobActions } from './failures/failed-job-actions.js';
import { FailedJobsController } from './failures/failed-jobs.controller.js';
import { FailedNeeds } from './failures/failed-needs.js';
import { FailuresController } from './failures/failures.controller.js';
import { Inbox } from './inbox/inbox.js';
import { NeedsController } from './inbox/needs.controller.js';
import { Leavers } from './leavers/leavers.js';
import { RematchNeeds } from './rematch/rematch-needs.job.js';
import { RematchWakeups } from './rematch/rematch-wakeups.js';
import { Unresolve } from './resolution/unresolve.js';
import { DecisionsController } from './decisions/decisions.controller.js';
import { NeedDecisions } from './decisions/need-decisions.js';
import { NeedSuggestions } from './suggestions/need-suggestions.js';
import { SuggestionsController } from './suggestions/suggestions.controller.js';
import { NeedsModule } from './needs.module.js';

@Module({
  imports: [
    ActionsModule,
    CatalogModule,
    DirectoryModule,
    NeedsModule,
    SignalsModule,
    TenancyModule,
    QueueModule.sends(RematchNeeds),
  ],
  controllers: [
    NeedsController,
    NeedsExportController,
    FailuresController,
    FailedJobsController,
    DecisionsController,
    SuggestionsController,
  ],
  providers: [
    Inbox,
    NeedsExport,
    RematchWakeups,
    AssignedCourses,
    Unresolve,
    Leavers,
    ChosenTenants,
    FailedNeeds,
    FailedJobActions,
    NeedDecisions,
    NeedSuggestions,
  ],
})
export class NeedsHttpModule {}
