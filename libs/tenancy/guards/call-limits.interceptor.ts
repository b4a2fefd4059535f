import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { SSE_METADATA } from '@nestjs/common/constants.js';
import type { FastifyRequest } from 'fastify';
import { type Observable, defer, lastValueFrom } from 'rxjs';
import { RequestScope } from '#platform/database';
import { bodyKindOf } from '#platform/http';
import { FairSemaphore } from '#platform/fairness';
import { memberOf } from '../access/current-member.js';

/** Limits of concurrent requests, low enough that a request of an idle tenant is answered soon. */
const LIMITS = {
  what: 'calls of this tenant',
  total: 32,
  perKey: 8,
  reserved: 16,
  waitingPerKey: 256,
  waitMs: 10_000,
} as const;

/**
 * Limits the concurrent requests of each tenant; further ones queue, bounded in number and time. A request holds its
 * place until its handler returns, not until the client has read the response. Event streams and imports take long by
 * nature, and have limits of their own.
 */
@Injectable()
export class CallLimits implements NestInterceptor {
  private readonly semaphore = new FairSemaphore(LIMITS);

  constructor(private readonly scope: RequestScope) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const member = memberOf(request);
    const isStream: unknown = Reflect.getMetadata(SSE_METADATA, context.getHandler());
    if (member === undefined || isStream === true || ['rows', 'upload'].includes(bodyKindOf(request)))
      return next.handle();
    return defer(() =>
      this.semaphore.run(
        member.tenantId,
        () => lastValueFrom(next.handle(), { defaultValue: undefined }),
        this.scope.call?.waitBudget,
      ),
    );
  }
}
