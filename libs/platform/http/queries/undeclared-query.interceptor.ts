import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Invalid } from '../../errors/index.js';
import { type HandlerQuery, queryOf } from './handler-query.js';
import { undeclaredParameters } from './undeclared-parameters.js';

/**
 * Refuses query parameters that a handler does not declare, unless the DTO class of its query refuses them: a caller of
 * `POST /workers?dryRun=true` does not want a worker to be created. It runs before the body is validated and the
 * handler is called, so that a refused request has no effect.
 */
@Injectable()
export class UndeclaredQueryInterceptor implements NestInterceptor {
  private readonly queries = new WeakMap<object, HandlerQuery>();

  /** @throws Invalid */
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const { query } = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: Record<string, unknown> }>>();
    const sent = Object.keys(query);
    if (sent.length > 0) {
      const errors = undeclaredParameters(sent, this.queryOf(context));
      if (errors.length > 0) throw new Invalid(errors);
    }
    return next.handle();
  }

  private queryOf(context: ExecutionContext): HandlerQuery {
    const handler = context.getHandler();
    const known = this.queries.get(handler) ?? queryOf(context.getClass(), handler);
    this.queries.set(handler, known);
    return known;
  }
}
