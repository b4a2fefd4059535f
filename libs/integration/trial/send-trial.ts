import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { RequestScope } from '#platform/database';
import { Conflict, Unauthorized } from '#platform/errors';
import { KeyRing } from '#tenancy';
import type { TestedSignal } from './trial.dto.js';

/**
 * Signs an event with the tenant's newest secret, and sends it to the tenant's webhook in this process. The route, the
 * signature check, the rate limit and the recording are those of an event of a source system.
 */
@Injectable()
export class SendTrial {
  constructor(
    private readonly adapterHost: HttpAdapterHost<FastifyAdapter>,
    private readonly keyRing: KeyRing,
    private readonly scope: RequestScope,
  ) {}

  /** @throws Unauthorized the tenant is suspended; Conflict `no_secret` no signing secret is live */
  async send(event: Record<string, unknown>): Promise<TestedSignal> {
    const tenant = this.keyRing.find(this.scope.tenant.tenantSlug);
    if (tenant === undefined) throw new Unauthorized('the tenant is suspended');
    const now = Date.now();
    const secret = tenant.secrets.find(({ expiresAt }) => expiresAt === null || expiresAt > now);
    if (secret === undefined)
      throw new Conflict('no_secret', 'no signing secret of the tenant is live: create one first');
    const body = JSON.stringify(event);
    const signature = createHmac('sha256', secret.key).update(body).digest('hex');
    const path = `/engine/v1/integration/${tenant.slug}/webhook`;
    const server: FastifyInstance = this.adapterHost.httpAdapter.getInstance();
    const answer = await server.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/json', 'x-edifyd-signature': signature },
      payload: body,
    });
    return {
      request: { method: 'POST', path, body, signature },
      answer: { status: answer.statusCode, body: answer.payload },
    };
  }
}
