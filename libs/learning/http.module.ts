import { Module } from '@nestjs/common';
import { NeedsModule } from '#needs';
import { TenancyModule } from '#tenancy';
import { AssignmentLinks } from './links/assignment-links.js';
import { LinksController } from './links/links.controller.js';
import { DraftPreview } from './preview/draft-preview.js';
import { DraftPreviewController } from './preview/draft-preview.controller.js';
import { LearnerController } from './pages/learner.controller.js';
import { LearnerPages } from './pages/learner-pages.js';

@Module({
  imports: [NeedsModule, TenancyModule],
  controllers: [DraftPreviewController, LearnerController, LinksController],
  providers: [AssignmentLinks, DraftPreview, LearnerPages],
})
export class LearningHttpModule {}
