import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { KeyRing } from '#tenancy';
import { isSigned } from './signature/signature.js';
import { type Answer, BAD_SIGNATURE, TOO_LARGE, UNAVAILABLE } from './webhook.answers.js';
import { WebhookService } from './webhook.service.js';

/** Contract, "Webhook": one event has at most 256 KiB, chunked bodies included. */
const MAX_EVENT_BYTES = 256 * 1024;

interface WebhookRequest {
  Params: { tenant: string };
  Body: Buffer | undefined;
}

/**
 * `POST /engine/v1/integration/:tenant/webhook`, served by Fastify ahead of Nest's pipeline, which would cost a third of the
 * requests a second. It keeps the raw bytes, refuses what is too large before it is read, and checks the signature before
 * anything looks at the body.
 */
@Injectable()
export class WebhookRoute implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost<FastifyAdapter>,
    private readonly keyRing: KeyRing,
    private readonly webhook: WebhookService,
  ) {}

  async onModuleInit(): Promise<void> {
    const server: FastifyInstance = this.adapterHost.httpAdapter.getInstance();
    await server.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_EVENT_BYTES }, (_request, body, parsed) => parsed(null, body));
      // The signature vouches for the bytes whatever they are called: Fastify would refuse a malformed content type before it is looked at.
      scope.addHook('onRequest', (request, _reply, next) => {
        request.headers['content-type'] = 'application/octet-stream';
        next();
      });
      scope.setErrorHandler((error: { statusCode?: number }, _request, reply) => send(reply, answerTo(error)));
      scope.post<WebhookRequest>('/engine/v1/integration/:tenant/webhook', { logLevel: 'silent' }, (request, reply) => this.receive(request, reply));
      done();
    });
  }

  private async receive(request: FastifyRequest<WebhookRequest>, reply: FastifyReply): Promise<FastifyReply> {
    const body = request.body ?? EMPTY;
    const tenant = this.keyRing.find(request.params.tenant);
    if (!isSigned(tenant, request.headers['x-edifyd-signature'], body, Date.now()) || tenant === undefined) return send(reply, BAD_SIGNATURE);
    return send(reply, await this.webhook.receive(tenant.tenantId, body));
  }
}

const EMPTY = Buffer.alloc(0);

/** What fails before the signature could be checked: a body that is too large, or one that cannot be read, which nobody vouches for. */
function answerTo({ statusCode }: { statusCode?: number }): Answer {
  if (statusCode === 413) return TOO_LARGE;
  return statusCode === undefined ? UNAVAILABLE : BAD_SIGNATURE;
}

function send(reply: FastifyReply, { status, body, retryAfterSeconds }: Answer): FastifyReply {
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  return reply.code(status).header('content-type', 'application/json; charset=utf-8').send(body);
}
