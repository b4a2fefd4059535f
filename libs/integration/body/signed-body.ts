import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { type InFlightBodies, joined, readBody } from '#platform/http';
import type { TenantKeys } from '#tenancy';
import type { SignedBody } from '../signature/hmac.guard.js';
import { SignatureCheck, claimOf } from '../signature/signature.js';
import { MAX_BATCH_BYTES, MAX_EVENT_BYTES, limitOf } from './body-kind.js';

/** Memory for bodies of known tenants, and an equal amount that is only counted, for bodies of unknown ones. */
export interface BodiesInFlight {
  readonly forTenants: InFlightBodies;
  readonly forOthers: InFlightBodies;
}

const EMPTY = Buffer.alloc(0);

/** A body that begins to arrive, with what its request says about it. */
export interface ArrivingBody {
  readonly stream: Readable;
  readonly headers: IncomingHttpHeaders;
  /** The sender's network. Called only for a body in several pieces. */
  readonly network: () => string;
  /** The content type is `application/x-ndjson`: a batch of lines. */
  readonly isNdjson: boolean;
}

/**
 * Reads a body and checks its signature. If no signature can be valid, because the tenant is unknown or the signature
 * is malformed, the body is discarded as it arrives. It is hashed like any other, so that its refusal takes the same
 * time. If only the tenant is unknown, its bytes are counted against a separate limit, as if they were kept: refusals
 * for lack of memory must not reveal which tenants exist.
 * @param slug the tenant in the URL
 * @param tenant undefined: unknown or suspended
 * @throws BodyTooLarge | BodyBroken | NoRoom | BodyTooSlow
 */
export async function readSignedBody(
  { stream, headers, network, isNdjson }: ArrivingBody,
  slug: string,
  tenant: TenantKeys | undefined,
  inFlight: BodiesInFlight,
): Promise<SignedBody> {
  const claim = claimOf(headers, Date.now());
  const check = new SignatureCheck(tenant, claim);
  const isKnown = tenant !== undefined;
  const use = claim.wellFormed ? (isKnown ? 'keep' : 'count') : 'discard';
  let isBegun = false;
  /** The first piece, until a second one arrives: a body of one piece is hashed when it is complete. */
  let first: Buffer | null = null;
  const { pieces, release } = await readBody(stream, isKnown ? inFlight.forTenants : inFlight.forOthers, {
    sender: { network, tenantId: slug },
    declaredLength: Number(headers['content-length'] ?? 0),
    maxBytes: MAX_BATCH_BYTES,
    lowerLimit: isNdjson ? undefined : { decidedBy: limitOf, undecided: MAX_EVENT_BYTES },
    onPiece: keep,
  });
  const signer = check.signer(pieces[0] ?? EMPTY, Date.now());
  return { bytes: signer === null ? EMPTY : joined(pieces), signer, release };

  function keep(piece: Buffer, isLast: boolean): 'keep' | 'count' | 'discard' {
    const isFirst = !isBegun;
    isBegun = true;
    if (isFirst && (isLast || use === 'keep')) {
      first = piece;
      return 'keep';
    }
    if (first !== null) check.update(first);
    first = null;
    check.update(piece);
    return use;
  }
}
