import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  type CallHandler,
  type ExecutionContext,
  HttpException,
  Inject,
  Injectable,
  Logger,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, defer, lastValueFrom } from 'rxjs';
import { CONFIG, type Config } from '#platform/config';
import { RequestScope } from '#platform/database';
import { bodyDigest, hasBodyDigest } from '#platform/http';
import { messageOf } from '#platform/thrown';
import { memberOf } from '../access/current-member.js';
import { KeyReused } from './idempotency.errors.js';
import { openResponse, sealResponse } from './sealed-response.js';
import { type StoredResponse, type Claim, KeyClaims } from './key-claims.js';
import { readKey } from './read-key.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Headers that are stored with the body. */
const KEPT_HEADERS = ['etag', 'location'];
/**
 * In bytes. A longer response of a call that changed nothing, such as a check of the readiness of hundreds of people,
 * is not stored: computing it again has no effect, and stored responses would fill the disk.
 */
const MAX_BYTES_WITHOUT_CHANGE = 16_384;
/** A third of the lifetime of a claim. */
const RENEW_EVERY_MS = 10_000;

/** A request with its response, and the handler that answers it. */
interface HandledCall {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly next: CallHandler<unknown>;
}

/**
 * Executes each changing request of a member once for its `Idempotency-Key`
 * (draft-ietf-httpapi-idempotency-key-header). The first success is stored for a day. If the client repeats the request
 * with its key, it gets that response, with `idempotent-replayed: true`. The interceptor runs for all routes: the guard
 * knows which of them are for members, and digestBodies selects those of the admin API.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly log = new Logger(IdempotencyInterceptor.name);

  constructor(
    private readonly claims: KeyClaims,
    private readonly scope: RequestScope,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const header = request.headers['idempotency-key'];
    const member = memberOf(request);
    if (header === undefined || member === undefined || !hasBodyDigest(request) || SAFE_METHODS.has(request.method))
      return next.handle();
    const owner = { tenantId: member.tenantId, caller: member.id, key: readKey(String(header)) };
    const call = { request, reply: http.getResponse<FastifyReply>(), next };
    return defer(async () => {
      const claim = await this.claims.claim(owner);
      return 'id' in claim
        ? this.answerOnce(claim, call)
        : this.replay(openResponse(this.config.secretsKeys, owner, claim.answer), claim, call);
    });
  }

  private async replay(
    { headers, body }: ReturnType<typeof openResponse>,
    { status, fingerprint }: StoredResponse,
    { request, reply }: HandledCall,
  ): Promise<unknown> {
    const { current, previous } = this.config.secretsKeys;
    const digest = await bodyDigest(request);
    const isSame = (key: Buffer): boolean => timingSafeEqual(fingerprint, fingerprintOf(key, request, digest));
    if (![current, ...previous].some(isSame)) throw new KeyReused();
    void reply.code(status).headers(headers).header('idempotent-replayed', 'true');
    return body;
  }

  private async answerOnce(claim: Claim, call: HandledCall): Promise<unknown> {
    this.scope.endTransactionsWith((tx) => this.claims.apply(tx, claim));
    const renewing = setInterval(
      () => void this.claims.renew(claim).catch((error: unknown) => this.warn('renewed', error)),
      RENEW_EVERY_MS,
    );
    try {
      const body = await lastValueFrom(call.next.handle(), { defaultValue: undefined });
      await this.keep(claim, call, body);
      return body;
    } catch (error) {
      const isRefused = error instanceof HttpException && error.getStatus() < 500;
      await this.claims.release(claim, { isRefused }).catch((failure: unknown) => this.warn('released', failure));
      throw error;
    } finally {
      clearInterval(renewing);
    }
  }

  /** The change, if there is one, is committed: a failure here must not fail the request. */
  private async keep(claim: Claim, { request, reply }: HandledCall, body: unknown): Promise<void> {
    try {
      const headers = Object.fromEntries(
        KEPT_HEADERS.flatMap((name) => (reply.hasHeader(name) ? [[name, String(reply.getHeader(name))]] : [])),
      );
      const answer = sealResponse(this.config.secretsKeys, claim, { headers, body });
      if (answer.length > MAX_BYTES_WITHOUT_CHANGE && (await this.claims.releaseUnapplied(claim))) return;
      await this.claims.keep(claim, {
        status: reply.statusCode,
        fingerprint: fingerprintOf(this.config.secretsKeys.current, request, await bodyDigest(request)),
        answer,
      });
    } catch (error) {
      this.warn('stored with its response', error);
    }
  }

  private warn(what: string, error: unknown): void {
    this.log.warn(`an Idempotency-Key is not ${what}: ${messageOf(error)}`);
  }
}

/** An HMAC, because a plain hash would allow guessing the body, which can contain a password. */
function fingerprintOf(key: Buffer, { method, url }: FastifyRequest, digest: Buffer): Buffer {
  return createHmac('sha256', key).update(`${method} ${url}\n`).update(digest).digest();
}
