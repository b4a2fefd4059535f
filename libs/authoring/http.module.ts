import { Module } from '@nestjs/common';
import { TenancyModule } from '#tenancy';
import { AuthoringModule } from './authoring.module.js';
import { BulkAuthorPreview } from './bulk/author-preview.js';
import { CheckedDrafts } from './checks/checked-drafts.js';
import { Comments } from './comments/comments.js';
import { CommentsController } from './comments/comments.controller.js';
import { DocumentReader } from './documents/document-reader.js';
import { DocumentUpload } from './documents/document-upload.js';
import { DocumentsController } from './documents/documents.controller.js';
import { DraftReader } from './drafts/draft-reader.js';
import { UsageController } from './metering/usage.controller.js';
import { UsageReader } from './metering/usage-reader.js';
import { RequestPreviewController } from './preview/request-preview.controller.js';
import { RequestPreviewReader } from './preview/request-preview-reader.js';
import { DraftEditor } from './review/draft-editor.js';
import { DraftsController } from './review/drafts.controller.js';
import { DraftExport } from './review/draft-export.js';
import { Review } from './review/review.js';
import { DraftSourcesController } from './sources/draft-sources.controller.js';
import { DraftSourcesReader } from './sources/draft-sources-reader.js';
import { AuthorController } from './start/author.controller.js';
import { DraftStart } from './start/draft-start.js';

@Module({
  imports: [AuthoringModule, TenancyModule],
  controllers: [
    AuthorController,
    CommentsController,
    DocumentsController,
    DraftSourcesController,
    DraftsController,
    RequestPreviewController,
    UsageController,
  ],
  providers: [
    BulkAuthorPreview,
    CheckedDrafts,
    Comments,
    DocumentReader,
    DocumentUpload,
    DraftEditor,
    DraftExport,
    DraftReader,
    DraftSourcesReader,
    DraftStart,
    RequestPreviewReader,
    Review,
    UsageReader,
  ],
})
export class AuthoringHttpModule {}
