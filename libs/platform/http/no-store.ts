import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';

const PRIVATE_PATHS = ['/engine/v1/', '/engine/scim/v2/'];

/**
 * Responses of the API belong to a tenant: caches must not store them. A route can override this with its own header.
 */
@Injectable()
export class NoStoreInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const { url } = http.getRequest<FastifyRequest>();
    if (PRIVATE_PATHS.some((path) => url.startsWith(path)))
      void http.getResponse<FastifyReply>().header('cache-control', 'no-store');
    return next.handle();
  }
}
