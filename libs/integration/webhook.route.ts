import type { IncomingMessage } from 'node:http';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BodyBroken, BodyTooLarge, BodyTooSlow, InFlightBodies, NoRoom } from '#platform/http';
import { networkOf } from '#platform/fairness';
import { messageOf } from '#platform/thrown';
import { KeyRing } from '#tenancy';
import { isArray } from './body/body-kind.js';
import { readSignedBody } from './body/signed-body.js';
import { HmacGuard, type SignedBody, type WebhookRequest } from './signature/hmac.guard.js';
import { rateLimit, rateLimitPolicy } from './rate-limit/rate-limit-headers.js';
import { type WebhookResponse, BAD_SIGNATURE, TOO_LARGE, TOO_SLOW, unavailable } from './webhook.responses.js';
import { RefusedEvents } from './refused/refused-events.js';
import { WebhookLog } from './webhook.log.js';
import { observeDuration, countRefused } from './webhook.metrics.js';
import { WebhookService } from './webhook.service.js';

/**
 * Memory for all bodies in several pieces together, from their arrival to their response: eight of the largest batches.
 */
const BODY_MEMORY_BYTES = 64 * 1024 * 1024;

/** Replaces the content type of every request, so that one parser reads all bodies. */
const ANY_TYPE = 'application/octet-stream';

const NDJSON = /^application\/(?:x-)?ndjson\s*(?:;|$)/i;

/**
 * `POST /engine/v1/integration/:tenant/webhook`, served by Fastify ahead of Nest's pipeline, which would reduce the
 * throughput by a third. The route keeps the raw bytes, refuses a body that is too large before it is read, and runs
 * {@link HmacGuard} before the body is parsed.
 */
@Injectable()
export class WebhookRoute implements OnModuleInit, OnModuleDestroy {
  private readonly inFlight = {
    forTenants: new InFlightBodies(BODY_MEMORY_BYTES),
    forOthers: new InFlightBodies(BODY_MEMORY_BYTES),
  };

  constructor(
    private readonly adapterHost: HttpAdapterHost<FastifyAdapter>,
    private readonly keyRing: KeyRing,
    private readonly guard: HmacGuard,
    private readonly webhook: WebhookService,
    private readonly log: WebhookLog,
    private readonly refused: RefusedEvents,
  ) {}

  async onModuleInit(): Promise<void> {
    const server: FastifyInstance = this.adapterHost.httpAdapter.getInstance();
    await server.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.decorateRequest('isNdjson', false).decorateRequest('receivedAt', 0).decorateRequest('sender', null);
      scope.addContentTypeParser(ANY_TYPE, (request: FastifyRequest, payload: IncomingMessage) =>
        this.read(request, payload),
      );
      // The content type is not relevant, since the signature covers the bytes. Without this, Fastify would refuse a
      // malformed one before the signature is verified.
      scope.addHook('onRequest', (request, _reply, next) => {
        request.receivedAt = performance.now();
        request.isNdjson = NDJSON.test(request.headers['content-type'] ?? '');
        request.headers['content-type'] = ANY_TYPE;
        next();
      });
      scope.setErrorHandler<Error, WebhookRequest>((error, request, reply) =>
        this.send(request, reply, responseTo(error)),
      );
      scope.post<WebhookRequest>(
        '/engine/v1/integration/:tenant/webhook',
        { logLevel: 'silent', preHandler: (request, reply, next) => this.admit(request, reply, next) },
        (request, reply) => this.receive(request, reply),
      );
      done();
    });
  }

  onModuleDestroy(): void {
    for (const bodies of Object.values(this.inFlight)) bodies.close();
  }

  private read({ headers, isNdjson, params, ip }: FastifyRequest, stream: IncomingMessage): Promise<SignedBody> {
    // The router sets the parameters from the URL, but the type of a content type parser does not know the route.
    const { tenant: slug } = params as WebhookRequest['Params'];
    return readSignedBody(
      { stream, headers, isNdjson, network: () => networkOf(ip) },
      slug,
      this.keyRing.find(slug),
      this.inFlight,
    );
  }

  /** Runs the guard; the handler runs only if the guard accepts the request. */
  private admit(request: FastifyRequest<WebhookRequest>, reply: FastifyReply, next: (error?: Error) => void): void {
    if (request.body === undefined) return this.admitEmpty(request, reply, next);
    if (this.guard.canActivate(new ExecutionContextHost([request, reply], WebhookRoute))) return next();
    request.body.release();
    this.send(request, reply, BAD_SIGNATURE);
  }

  /**
   * Reads the empty body of a request without one, for which Fastify does not call the parser: it may be signed, too.
   */
  private admitEmpty(
    request: FastifyRequest<WebhookRequest>,
    reply: FastifyReply,
    next: (error?: Error) => void,
  ): void {
    this.read(request, request.raw).then((body) => {
      request.body = body;
      this.admit(request, reply, next);
    }, next);
  }

  private async receive(request: FastifyRequest<WebhookRequest>, reply: FastifyReply): Promise<FastifyReply> {
    const { sender, body, isNdjson } = request;
    if (sender === null || body === undefined) throw new Error('the guard has not accepted this request');
    try {
      const kind = isNdjson ? 'ndjson' : isArray(body.bytes) ? 'array' : 'event';
      return this.send(request, reply, await this.webhook.receive(sender, body.bytes, kind));
    } finally {
      body.release();
    }
  }

  private send(request: FastifyRequest<WebhookRequest>, reply: FastifyReply, response: WebhookResponse): FastifyReply {
    const { status, body, retryAfterSeconds, rateLimit: limit } = response;
    if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
    if (limit !== undefined)
      reply.header('ratelimit-policy', rateLimitPolicy(limit)).header('ratelimit', rateLimit(limit));
    // A sender can quote this id, which is also in the log.
    if (response.code !== undefined) reply.header('x-request-id', request.id);
    this.observe(request, response);
    return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(body);
  }

  private observe(request: FastifyRequest<WebhookRequest>, { code, reason }: WebhookResponse): void {
    const milliseconds = performance.now() - request.receivedAt;
    observeDuration(milliseconds);
    // Only the slug of an existing tenant is logged, never the text of an unknown one.
    const tenant = this.keyRing.find(request.params.tenant);
    const slug = tenant?.slug;
    if (code === undefined) return this.log.accepted(slug ?? '', request.id, milliseconds);
    if (code === 'bad_signature' && tenant !== undefined) this.refused.unsigned(tenant.tenantId);
    countRefused(slug, code);
    this.log.refused({ requestId: request.id, tenant: slug, code, reason });
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The content type is `application/x-ndjson`: a batch of lines. */
    isNdjson: boolean;
    /** By `performance.now()`: Fastify measures the time only for routes with an `onResponse` hook. */
    receivedAt: number;
  }
}

/** The response to an error before the guard has run: the body is too large, or could not be read and verified. */
function responseTo(error: Error): WebhookResponse {
  if (error instanceof BodyTooLarge) return TOO_LARGE;
  if (error instanceof NoRoom) return unavailable(error.message);
  if (error instanceof BodyTooSlow) return TOO_SLOW;
  return 'statusCode' in error || error instanceof BodyBroken ? BAD_SIGNATURE : unavailable(messageOf(error));
}
