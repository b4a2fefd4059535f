import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { jsonFields } from '#platform/json';
import { SCIM_JSON } from './scim-errors.js';

/** Sets SCIM's media type, and the Location of created resources (RFC 7644, section 3.3). */
@Injectable()
export class ScimInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      tap((answer) => {
        if (answer === undefined) return void reply.code(204);
        void reply.header('content-type', SCIM_JSON);
        if (reply.statusCode === 201) void reply.header('location', locationOf(answer));
      }),
    );
  }
}

function locationOf(answer: unknown): string | undefined {
  const { meta } = jsonFields(answer);
  const { location } = jsonFields(meta);
  return typeof location === 'string' ? location : undefined;
}
