import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { KeyRing, type LiveSecret, SecretUses, type TenantKeys } from '#tenancy';

/** A complete body, with the secret that signed it. Its memory must be released after the response. */
export interface SignedBody {
  readonly bytes: Buffer;
  /** Null: the signature is invalid. */
  readonly signer: LiveSecret | null;
  readonly release: () => void;
}

export interface WebhookRequest {
  Params: { tenant: string };
  /** Undefined before it is read: Fastify does not call the parser for a request without a body. */
  Body: SignedBody | undefined;
}

/**
 * Accepts a request if a live secret of its tenant signed the body (connector API, "Authentication"), and sets that
 * tenant as its sender. The body has been hashed as it arrived (`SignatureCheck`). An unknown tenant and a missing,
 * malformed or wrong signature have the same response.
 */
@Injectable()
export class HmacGuard implements CanActivate {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly secretUses: SecretUses,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest<WebhookRequest>>();
    // Looked up again, because the tenant may have been suspended while the body arrived.
    const tenant = this.keyRing.find(request.params.tenant);
    const signer = request.body?.signer ?? null;
    if (tenant === undefined || signer === null) return false;
    this.secretUses.used(tenant.tenantId, signer.id, Date.now());
    request.sender = tenant;
    return true;
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The tenant whose secret signed the request; null until {@link HmacGuard} has accepted it. */
    sender: TenantKeys | null;
  }
}
