import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';

/**
 * Answers of the API are a tenant's own: no cache between here and the caller keeps them. A route can say otherwise by
 * a header of its own.
 */
@Injectable()
export class NoStoreInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    if (http.getRequest<FastifyRequest>().url.startsWith('/engine/v1/'))
      void http.getResponse<FastifyReply>().header('cache-control', 'no-store');
    return next.handle();
  }
}
