import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { KeyRing, type LiveSecret, SecretUses, type TenantKeys } from '#tenancy';

/** A body that has arrived, with the secret that signed it; its memory is to be released once it is answered. */
export interface SignedBody {
  readonly bytes: Buffer;
  /** Null: none. */
  readonly signer: LiveSecret | null;
  readonly release: () => void;
}

export interface WebhookRequest {
  Params: { tenant: string };
  /** Undefined while it is not read: Fastify reads no body where the request announces none. */
  Body: SignedBody | undefined;
}

/**
 * Admits a request whose body a live secret of its tenant signed (connector API, "Authentication"), and notes that tenant
 * as its sender. The body is hashed as it arrives (`SignatureCheck`), so that the guard only decides. An unknown tenant and
 * a missing, malformed or wrong signature are refused alike.
 */
@Injectable()
export class HmacGuard implements CanActivate {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly secretUses: SecretUses,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest<WebhookRequest>>();
    // Looked up again: the tenant may have been suspended while its body arrived.
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
    /** The tenant whose secret signed the request; null until {@link HmacGuard} has admitted it. */
    sender: TenantKeys | null;
  }
}
