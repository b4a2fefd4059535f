import {
  createParamDecorator,
  type ExecutionContext,
  type CallHandler,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { readIfMatch, someTagIs } from './entity-tags.js';
import { Stale } from '../errors/index.js';

/**
 * The entity tags of the caller's `If-Match`; null without it, or for `*`.
 * @throws Invalid for any other value
 */
export const IfMatch = createParamDecorator((_data: unknown, context: ExecutionContext): string | null =>
  readIfMatch(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** The entity tag of a version (RFC 9110, section 8.8.3). */
function etagOf(version: number): string {
  return `"${version}"`;
}

/** @throws Stale if the caller has read another version than the current one (RFC 9110, section 13.1.1) */
export function demandVersion(ifMatch: string | null, current: number): void {
  if (ifMatch !== null && !someTagIs(ifMatch, etagOf(current))) throw new Stale();
}

/** Sends the `ETag` of every response that has a version. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(
      tap((answer) => {
        const version = versionOf(answer);
        if (version !== null) void context.switchToHttp().getResponse<FastifyReply>().header('etag', etagOf(version));
      }),
    );
  }
}

/** The version number of a response: `version`, or `revision` if its `version` is a name. Null: it has none. */
function versionOf(answer: unknown): number | null {
  if (typeof answer !== 'object' || answer === null) return null;
  if ('version' in answer && typeof answer.version === 'number') return answer.version;
  return 'revision' in answer && typeof answer.revision === 'number' ? answer.revision : null;
}
