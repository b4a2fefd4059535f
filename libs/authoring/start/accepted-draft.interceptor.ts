import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';

/** Answers 202 if a draft is written in the background, and 200 if only its cost was asked for. */
@Injectable()
export class AcceptedDraft implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<object> {
    return next.handle().pipe(
      tap((answer) => {
        if ('draftId' in answer) void context.switchToHttp().getResponse<FastifyReply>().status(202);
      }),
    );
  }
}
