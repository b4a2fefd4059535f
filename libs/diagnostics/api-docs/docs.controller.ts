import { Controller, Get, Header, Inject } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { IgnoresUnknownQuery } from '#platform/http';
import { Public } from '#tenancy';
import { CONTENT_SECURITY_POLICY, docsPage } from './docs-page.js';
import { openApiText, scimOpenApiText } from './openapi-document.js';

@Controller()
@Public()
@IgnoresUnknownQuery('pages and files are the same for everybody, and browsers add parameters to skip their caches')
export class DocsController {
  private page: string | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The OpenAPI document that `npm run generate` wrote. */
  @Get('engine/openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  openApi(): string {
    return openApiText();
  }

  /** The OpenAPI document of SCIM, whose media type and errors are others. */
  @Get('engine/scim/openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  scim(): string {
    return scimOpenApiText();
  }

  /** The documentation for people: the connector quick start and the API reference. */
  @Get('engine/docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', CONTENT_SECURITY_POLICY)
  @Header('x-content-type-options', 'nosniff')
  @Header('referrer-policy', 'no-referrer')
  @Header('cache-control', 'private, no-cache')
  docs(): string {
    this.page ??= docsPage(this.config.publicUrl);
    return this.page;
  }
}
