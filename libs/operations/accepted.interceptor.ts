import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, tap } from 'rxjs';

/** Answers 202 if the operation continues in the background. */
@Injectable()
export class AcceptedWhileRunning implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(
      tap((answer) => {
        if (
          typeof answer === 'object' &&
          answer !== null &&
          'status' in answer &&
          (answer.status === 'queued' || answer.status === 'running')
        ) {
          void context.switchToHttp().getResponse<FastifyReply>().status(202);
        }
      }),
    );
  }
}
