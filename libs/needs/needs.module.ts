import { Module } from '@nestjs/common';
import { QueueModule } from '#platform/queue';
import { ResolveNeeds } from '#signals';
import { AssignmentCompletion } from './assignments/assignment-completion.js';
import { NeedAuthoring } from './authoring/need-authoring.js';
import { BulkAuthoring } from './bulk/bulk-authoring.js';
import { NeedChanges } from './need-changes.js';
import { MatcherChanges } from './rematch/matcher-changes.js';
import { Resolving } from './resolution/resolving.js';

/** Providers that HTTP and jobs of the library share: a process has one instance, whichever of the two it loads. */
@Module({
  imports: [QueueModule.sends(ResolveNeeds)],
  providers: [AssignmentCompletion, BulkAuthoring, MatcherChanges, NeedAuthoring, NeedChanges, Resolving],
  exports: [AssignmentCompletion, BulkAuthoring, MatcherChanges, NeedAuthoring, NeedChanges, Resolving],
})
export class NeedsModule {}
