import { createSecretKey } from 'node:crypto';
import { EntityManager } from '@mikro-orm/core';
import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  type RawBodyRequest,
  UnauthorizedException,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isSigned } from '../data-point.js';
import { Tenant } from './entities.js';

export type WebhookRequest = RawBodyRequest<FastifyRequest<{ Params: { tenant: string } }>> & { tenant?: Tenant };

/** Reads the tenant, its secret and its signal map, and attaches them to the request. */
@Injectable()
export class SignatureGuard implements CanActivate {
  constructor(private readonly entityManager: EntityManager) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WebhookRequest>();
    const tenant = await this.entityManager.fork().findOne(Tenant, { slug: request.params.tenant });
    const signature = request.headers['x-edifyd-signature'];
    if (
      tenant === null ||
      request.rawBody === undefined ||
      !isSigned(request.rawBody, signature, createSecretKey(Buffer.from(tenant.signingSecret)))
    ) {
      throw new UnauthorizedException({ error: 'bad_signature' });
    }
    request.tenant = tenant;
    return true;
  }
}
