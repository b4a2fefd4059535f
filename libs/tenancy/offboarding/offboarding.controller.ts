import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { OperatorOnly } from '../access/access.js';
import { TenantView } from '../operator/operator.dto.js';
import { DeleteTenantBody } from './offboarding.dto.js';
import { TenantArchive } from './tenant-archive.js';
import { TenantOffboarding } from './tenant-offboarding.js';

@Controller('engine/v1/operator/tenants')
@OperatorOnly()
export class OffboardingController {
  constructor(
    private readonly offboarding: TenantOffboarding,
    private readonly archive: TenantArchive,
  ) {}

  /** All data of a tenant as a ZIP archive: a manifest, and a file of JSON lines for each table. */
  @Get(':slug/export')
  @Header('content-type', 'application/zip')
  exportTenant(@Param('slug') slug: string): Promise<StreamableFile> {
    return this.archive.download(slug);
  }

  /**
   * Suspends a tenant at once, and deletes it with all its data after the grace period. `slug` repeats the slug of the
   * path.
   */
  @Post(':slug/deletion')
  @HttpCode(200)
  requestDeletion(@Param('slug') slug: string, @Body() body: DeleteTenantBody): Promise<TenantView> {
    return this.offboarding.request(slug, body);
  }

  /** Undoes the request to delete a tenant, within the grace period. */
  @Delete(':slug/deletion')
  undoDeletion(@Param('slug') slug: string): Promise<TenantView> {
    return this.offboarding.undo(slug);
  }
}
