import { Body, Controller, Get, Header, HttpCode, Patch, Post, Query, type StreamableFile } from '@nestjs/common';
import { PackageQuery, ZIP } from '#catalog';
import { BodyLimit, IdParam, IfMatch, PageQuery } from '#platform/http';
import { Allow, CurrentMember, type Member } from '#tenancy';
import { CheckedDrafts } from '../checks/checked-drafts.js';
import { DraftReader } from '../drafts/draft-reader.js';
import { DraftPage, DraftView } from '../drafts/draft.view.js';
import { VersionPage, VersionView } from '../drafts/version.view.js';
import { VersionParam } from '../drafts/version-param.js';
import { ChangeDraftBody, DraftsQuery, RejectBody } from './draft.dto.js';
import { DraftEditor } from './draft-editor.js';
import { DraftExport } from './draft-export.js';
import { Review } from './review.js';

@Controller('engine/v1/admin/drafts')
export class DraftsController {
  constructor(
    private readonly reader: DraftReader,
    private readonly drafts: CheckedDrafts,
    private readonly editor: DraftEditor,
    private readonly review: Review,
    private readonly exports: DraftExport,
  ) {}

  /** Lists drafts by filter, newest first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: DraftsQuery): Promise<DraftPage> {
    return this.reader.list(query);
  }

  /** Shows a draft with its lessons, its quiz, the steps of its writing, and what a reviewer should look at. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('drf', 'draft') id: string): Promise<DraftView> {
    return this.drafts.detail(id);
  }

  /** Changes a draft. Every change is a version; a draft in review, or rejected, becomes ready again. */
  @Patch(':id')
  @BodyLimit({ kib: 512, values: 11_000 })
  @Allow('author')
  change(
    @IdParam('drf', 'draft') id: string,
    @Body() body: ChangeDraftBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<DraftView> {
    return this.editor.change(id, body, ifMatch);
  }

  /** An approved draft as a package for a learning system. */
  @Get(':id/export')
  @Header('content-type', ZIP)
  @Allow('author')
  exportDraft(@IdParam('drf', 'draft') id: string, @Query() { format }: PackageQuery): Promise<StreamableFile> {
    return this.exports.package(id, format);
  }

  /** Lists who saved the draft, when, and what they changed; newest first. */
  @Get(':id/versions')
  @Allow('viewer')
  listVersions(@IdParam('drf', 'draft') id: string, @Query() query: PageQuery): Promise<VersionPage> {
    return this.reader.versions(id, query);
  }

  /** Shows the draft as it was saved then, and what differs from the version before, line by line. */
  @Get(':id/versions/:version')
  @Allow('viewer')
  version(@IdParam('drf', 'draft') id: string, @VersionParam() version: number): Promise<VersionView> {
    return this.reader.version(id, version);
  }

  /** Submits a ready draft for review. */
  @Post(':id/submit')
  @HttpCode(200)
  @Allow('author')
  submit(@IdParam('drf', 'draft') id: string, @IfMatch() ifMatch: string | null): Promise<DraftView> {
    return this.review.submit(id, ifMatch);
  }

  /** Approves a draft in review: as a signed-in person who did not ask for, edit or submit it. */
  @Post(':id/approve')
  @HttpCode(200)
  @Allow('admin')
  approve(
    @CurrentMember() { user }: Member,
    @IdParam('drf', 'draft') id: string,
    @IfMatch() ifMatch: string | null,
  ): Promise<DraftView> {
    return this.review.approve(id, user, ifMatch);
  }

  /** Rejects a draft in review, with a reason. */
  @Post(':id/reject')
  @HttpCode(200)
  @Allow('admin')
  reject(
    @IdParam('drf', 'draft') id: string,
    @Body() { reason }: RejectBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<DraftView> {
    return this.review.reject(id, reason, ifMatch);
  }

  /** Publishes an approved draft as a course of the library, and reopens its needs, which are matched again. */
  @Post(':id/publish')
  @HttpCode(200)
  @Allow('admin')
  publish(@IdParam('drf', 'draft') id: string, @IfMatch() ifMatch: string | null): Promise<DraftView> {
    return this.review.publish(id, ifMatch);
  }

  /** Cancels a draft that is not published. Its needs are open again. */
  @Post(':id/cancel')
  @HttpCode(200)
  @Allow('author')
  cancel(@IdParam('drf', 'draft') id: string, @IfMatch() ifMatch: string | null): Promise<DraftView> {
    return this.review.cancel(id, ifMatch);
  }

  /** Continues a failed draft, and reserves it again. */
  @Post(':id/retry')
  @HttpCode(200)
  @Allow('author')
  retry(@IdParam('drf', 'draft') id: string, @IfMatch() ifMatch: string | null): Promise<DraftView> {
    return this.review.retry(id, ifMatch);
  }
}
