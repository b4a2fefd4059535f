import { type CanActivate, type ExecutionContext, Inject, Injectable, type RawBodyRequest, UnauthorizedException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isSigned } from '../data-point.js';
import type { ServerSettings } from '../settings.js';

export const SETTINGS = Symbol('settings');

type WebhookRequest = RawBodyRequest<FastifyRequest<{ Params: { tenant: string } }>>;

@Injectable()
export class SignatureGuard implements CanActivate {
  constructor(@Inject(SETTINGS) private readonly settings: ServerSettings) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<WebhookRequest>();
    const tenant = this.settings.tenants.get(request.params.tenant);
    const signature = request.headers['x-edifyd-signature'];
    if (tenant === undefined || request.rawBody === undefined || !isSigned(request.rawBody, signature, tenant.key)) throw new UnauthorizedException({ error: 'bad_signature' });
    return true;
  }
}
