import { ids } from '#platform/database';
import type { SigningSecret } from './signing-secret.entity.js';

/** A signing secret of the tenant, without the secret itself. */
export class SigningSecretView {
  /** Identifier with the prefix `sec_`. */
  id: string;
  /** The system that signs with it. */
  name: string;
  createdAt: string;
  /** When it last signed a request, accurate to about five seconds; null: never. */
  lastUsedAt: string | null;
  /** When it expires; null: it is valid until it is deleted. */
  expiresAt: string | null;
}

/** A new signing secret. Only this response contains it. */
export class CreatedSigningSecret extends SigningSecretView {
  /** `whsec_` and base64 of 32 bytes. */
  signingSecret: string;
}

export class SigningSecretPage {
  items: SigningSecretView[];
  nextCursor: string | null;
}

export function signingSecretView({ id, name, createdAt, lastUsedAt, expiresAt }: SigningSecret): SigningSecretView {
  return {
    id: ids.show('sec', id),
    name,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}
