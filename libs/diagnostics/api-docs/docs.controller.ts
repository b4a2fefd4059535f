import { Controller, Get, Header, Inject, Param, Query, UseInterceptors, applyDecorators } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { NotFound } from '#platform/errors';
import { IgnoresUnknownQuery } from '#platform/http';
import { Public } from '#tenancy';
import { Compressed } from './compressed.js';
import { CONTENT_SECURITY_POLICY, DocsSite } from './docs-page.js';
import { DocsSearchQuery } from './docs-search.query.js';
import { openApiText, scimOpenApiText } from './openapi-document.js';

/** The headers of a page, which loads nothing and runs one script. */
const PageHeaders = (): MethodDecorator =>
  applyDecorators(
    Header('content-type', 'text/html; charset=utf-8'),
    Header('content-security-policy', CONTENT_SECURITY_POLICY),
    Header('x-content-type-options', 'nosniff'),
    Header('referrer-policy', 'no-referrer'),
    Header('cache-control', 'private, no-cache'),
  );

/** The same for everybody. */
const Fixed = (): MethodDecorator =>
  applyDecorators(
    UseInterceptors(Compressed),
    IgnoresUnknownQuery('the text is the same for everybody, and browsers add parameters to skip their caches'),
  );

const DocsPage = (): MethodDecorator => applyDecorators(PageHeaders(), Fixed());

@Controller()
@Public()
export class DocsController {
  private site: DocsSite | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The OpenAPI document that `npm run generate` wrote. */
  @Get('engine/openapi.json')
  @Fixed()
  @Header('content-type', 'application/json; charset=utf-8')
  openApi(): string {
    return openApiText();
  }

  /** The OpenAPI document of SCIM, whose media type and errors are others. */
  @Get('engine/scim/openapi.json')
  @Fixed()
  @Header('content-type', 'application/json; charset=utf-8')
  scim(): string {
    return scimOpenApiText();
  }

  /** The documentation for people: the connector quick start and a table of contents. */
  @Get('engine/docs')
  @DocsPage()
  docs(): string {
    return this.pages().firstPage();
  }

  /** The calls of one feature of the API. */
  @Get('engine/docs/api/:feature')
  @DocsPage()
  feature(@Param('feature') name: string): string {
    return existing(this.pages().featurePage(name));
  }

  /** A guide. */
  @Get('engine/docs/guides/:guide')
  @DocsPage()
  guide(@Param('guide') name: string): string {
    return existing(this.pages().guidePage(name));
  }

  /** The parts of the documentation that have the words of `q`. */
  @Get('engine/docs/search')
  @PageHeaders()
  search(@Query() { q }: DocsSearchQuery): string {
    return this.pages().searchPage(q);
  }

  /** Made on demand: the generator of the documents loads this file before there are any. */
  private pages(): DocsSite {
    this.site ??= new DocsSite(this.config.publicUrl);
    return this.site;
  }
}

/** @throws NotFound */
function existing(page: string | undefined): string {
  if (page === undefined) throw new NotFound('page of the documentation');
  return page;
}
