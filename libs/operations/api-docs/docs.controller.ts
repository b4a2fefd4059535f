import { Controller, Get, Header, Redirect, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '#tenancy';
import { CONTENT_SECURITY_POLICY, docsPage } from './docs-page.js';
import { openApiText } from './openapi-document.js';

@Controller()
@Public()
export class DocsController {
  /** Until there is a console here. */
  @Get()
  @Redirect('/engine/docs', 302)
  home(): void {}

  /** The OpenAPI document that `npm run generate` wrote. */
  @Get('engine/openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  openApi(): string {
    return openApiText();
  }

  /** The documentation for people: the connector quick start and the API reference. */
  @Get('engine/docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', CONTENT_SECURITY_POLICY)
  @Header('x-content-type-options', 'nosniff')
  @Header('referrer-policy', 'no-referrer')
  @Header('cache-control', 'private, no-cache')
  docs(@Req() request: FastifyRequest): string {
    return docsPage(addressOf(request));
  }
}

/** `host`, `host:port`, `[::1]:port`: nothing else goes from a header onto the page. */
const HOST = /^(?:[\w-]+(?:\.[\w-]+)*|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?$/;

/** Where the reader reached this server, behind a proxy that ends TLS too; null where the request does not say. */
function addressOf({ headers, protocol, host }: FastifyRequest): string | null {
  const scheme = /^https\b/.test(String(headers['x-forwarded-proto'])) ? 'https' : protocol;
  return HOST.test(host) ? `${scheme}://${host}` : null;
}
