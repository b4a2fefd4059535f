import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { BodyLimit, IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { NamesQuery } from '../names/name.dto.js';
import { ChangeSiteBody, CreateSiteBody } from './site.dto.js';
import { SitePage, SiteView } from './site.view.js';
import { SitesService } from './sites.service.js';

/** Fifty aliases of 255 characters. */
const SITE = { kib: 64 };

@Controller('engine/v1/admin/sites')
export class SitesController {
  constructor(private readonly sites: SitesService) {}

  /** Lists the sites by name, each with the number of its active workers. */
  @Get()
  @Allow('viewer')
  list(@Query() query: NamesQuery): Promise<SitePage> {
    return this.sites.list(query);
  }

  /** Adds a site. */
  @Post()
  @BodyLimit(SITE)
  @Allow('admin')
  create(@Body() body: CreateSiteBody): Promise<SiteView> {
    return this.sites.create(body);
  }

  /** One site. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('site', 'site') id: string): Promise<SiteView> {
    return this.sites.detail(id);
  }

  /**
   * Renames a site, or replaces its aliases. The old name becomes an alias, unless `aliases` is sent: signals and
   * imports that name an alias reach the site.
   */
  @Patch(':id')
  @BodyLimit(SITE)
  @Allow('admin')
  rename(
    @IdParam('site', 'site') id: string,
    @Body() body: ChangeSiteBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<SiteView> {
    return this.sites.change(id, body, ifMatch);
  }

  /** The same as PATCH. */
  @Put(':id')
  @BodyLimit(SITE)
  @Allow('admin')
  put(
    @IdParam('site', 'site') id: string,
    @Body() body: ChangeSiteBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<SiteView> {
    return this.sites.change(id, body, ifMatch);
  }

  /** Deletes a site that has no active workers. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  remove(@IdParam('site', 'site') id: string, @IfMatch() ifMatch: string | null): Promise<void> {
    return this.sites.remove(id, ifMatch);
  }
}
