import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { IdParam, IfMatch } from '#platform/http';
import { Allow } from '#tenancy';
import { NameBody, NamesQuery } from '../names/name.dto.js';
import { SitePage, SiteView } from './site.view.js';
import { SitesService } from './sites.service.js';

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
  @Allow('admin')
  create(@Body() body: NameBody): Promise<SiteView> {
    return this.sites.create(body);
  }

  /** One site. */
  @Get(':id')
  @Allow('viewer')
  detail(@IdParam('site', 'site') id: string): Promise<SiteView> {
    return this.sites.detail(id);
  }

  /** Renames a site. */
  @Patch(':id')
  @Allow('admin')
  rename(
    @IdParam('site', 'site') id: string,
    @Body() body: NameBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<SiteView> {
    return this.sites.rename(id, body, ifMatch);
  }

  /** The same as PATCH. */
  @Put(':id')
  @Allow('admin')
  put(
    @IdParam('site', 'site') id: string,
    @Body() body: NameBody,
    @IfMatch() ifMatch: string | null,
  ): Promise<SiteView> {
    return this.sites.rename(id, body, ifMatch);
  }

  /** Deletes a site that has no active workers. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('admin')
  remove(@IdParam('site', 'site') id: string, @IfMatch() ifMatch: string | null): Promise<void> {
    return this.sites.remove(id, ifMatch);
  }
}
