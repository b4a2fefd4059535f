import { Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { IdParam, IfMatch, TakesUpload, Upload, type UploadBody } from '#platform/http';
import { Allow } from '#tenancy';
import { DocumentForm, DocumentsQuery, PassagesQuery, SearchQuery } from './document.dto.js';
import { DocumentReader } from './document-reader.js';
import { DocumentUpload } from './document-upload.js';
import { DocumentPage, DocumentView, FoundPassages, PassagePage } from './document.view.js';

const MAX_MIB = 20;

@Controller('engine/v1/admin/documents')
export class DocumentsController {
  constructor(
    private readonly reader: DocumentReader,
    private readonly uploads: DocumentUpload,
  ) {}

  /** Uploads a procedure or policy that drafts cite. One with the title of a known document is a new version of it. */
  @Post()
  @TakesUpload(MAX_MIB, DocumentForm)
  @Allow('author')
  uploadDocument(@Upload() body: UploadBody): Promise<DocumentView> {
    return this.uploads.upload(body);
  }

  /** Lists documents, newest first. */
  @Get()
  @Allow('viewer')
  list(@Query() query: DocumentsQuery): Promise<DocumentPage> {
    return this.reader.list(query);
  }

  /** Searches the current versions of all documents for passages. */
  @Get('search')
  @Allow('viewer')
  searchDocuments(@Query() query: SearchQuery): Promise<FoundPassages> {
    return this.reader.search(query);
  }

  /** Shows a document. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('doc', 'document') id: string): Promise<DocumentView> {
    return this.reader.detail(id);
  }

  /** Lists the passages of the current version, in their order. */
  @Get(':id/passages')
  @Allow('viewer')
  passages(@IdParam('doc', 'document') id: string, @Query() query: PassagesQuery): Promise<PassagePage> {
    return this.reader.passages(id, query);
  }

  /** Deletes a document with all its versions. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('author')
  remove(@IdParam('doc', 'document') id: string, @IfMatch() ifMatch: string | null): Promise<void> {
    return this.reader.remove(id, ifMatch);
  }
}
