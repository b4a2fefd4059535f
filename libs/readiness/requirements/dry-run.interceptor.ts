import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';

/** Answers 200 to a dry run, which has created nothing. */
@Injectable()
export class DryRunIsOk implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(
      tap((answer) => {
        if (typeof answer === 'object' && answer !== null && 'checked' in answer)
          void context.switchToHttp().getResponse<FastifyReply>().status(200);
      }),
    );
  }
}
