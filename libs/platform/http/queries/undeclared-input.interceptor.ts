import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Invalid } from '../../errors/index.js';
import { bodyOf } from '../bodies/route-body.js';
import { type HandlerInput, inputOf } from './handler-query.js';
import { undeclaredFields, undeclaredParameters } from './undeclared-parameters.js';

/**
 * Refuses what a handler does not declare and would ignore: query parameters, unless the DTO class of its query refuses
 * them, and the fields of a body if it takes none. A caller of `POST /workers?dryRun=true` does not want a worker to
 * be created. It runs before the body is validated and the handler is called, so that a refused request has no effect.
 */
@Injectable()
export class UndeclaredInputInterceptor implements NestInterceptor {
  private readonly inputs = new WeakMap<object, HandlerInput>();

  /** @throws Invalid */
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: Record<string, unknown> }>>();
    const parameters = Object.keys(request.query);
    const fields = fieldsOfBody(request);
    if (parameters.length > 0 || fields.length > 0) {
      const input = this.inputOf(context);
      const errors = [...undeclaredParameters(parameters, input), ...undeclaredFields(fields, input)];
      if (errors.length > 0) throw new Invalid(errors);
    }
    return next.handle();
  }

  private inputOf(context: ExecutionContext): HandlerInput {
    const handler = context.getHandler();
    const known = this.inputs.get(handler) ?? inputOf(context.getClass(), handler);
    this.inputs.set(handler, known);
    return known;
  }
}

/** The names in a body that was parsed before the handler runs. */
function fieldsOfBody(request: FastifyRequest): string[] {
  const { body } = request;
  return bodyOf(request).kind === 'json' && typeof body === 'object' && body !== null ? Object.keys(body) : [];
}
