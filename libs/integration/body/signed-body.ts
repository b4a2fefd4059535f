import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { type InFlightBodies, joined, readBody } from '#platform/http';
import type { TenantKeys } from '#tenancy';
import type { SignedBody } from '../signature/hmac.guard.js';
import { SignatureCheck, claimOf } from '../signature/signature.js';
import { MAX_BATCH_BYTES, MAX_EVENT_BYTES, limitOf } from './body-kind.js';

/** The memory for bodies of tenants, and as much that is only counted for those that claim to be of one. */
export interface BodiesInFlight {
  readonly forTenants: InFlightBodies;
  readonly forOthers: InFlightBodies;
}

const EMPTY = Buffer.alloc(0);

/** A body as it begins to arrive, and what is known of it by then. */
export interface ArrivingBody {
  readonly stream: Readable;
  readonly headers: IncomingHttpHeaders;
  /** The network that it comes from; asked only where it does not arrive in one piece. */
  readonly network: () => string;
  /** Named `application/x-ndjson`: a batch of lines. */
  readonly isNdjson: boolean;
}

/**
 * Reads a body and checks its signature. A body that no signature can vouch for, of an unknown tenant or without a
 * well-formed signature, is hashed like the others, so that its refusal takes the same time, and discarded as it
 * arrives. Where only the tenant is unknown it is counted as if it was kept, apart from those that are: so that what is
 * dropped does not tell which tenants there are.
 * @param slug that the URL names
 * @param tenant undefined where it is unknown or suspended
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
  /** The first piece, while it may be the only one: a body of one piece is checked when it is complete. */
  let first: Buffer | null = null;
  const { pieces, release } = await readBody(stream, isKnown ? inFlight.forTenants : inFlight.forOthers, {
    sender: { network, tenantId: slug },
    declaredLength: Number(headers['content-length'] ?? 0),
    mostBytes: MAX_BATCH_BYTES,
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
