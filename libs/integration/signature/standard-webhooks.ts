import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { SignatureClaim } from './signature-claim.js';

/** Maximum difference from the sender's clock, in seconds (Standard Webhooks, "Verifying webhook authenticity"). */
const TOLERANCE_S = 300;
/** During a rotation, a sender adds a signature for each secret. Further ones are ignored. */
const MAX_SIGNATURES = 10;

const TIMESTAMP = /^[1-9]\d{0,11}$/;
const ID = /^[\x21-\x7e]{1,256}$/;
const V1 = /^v1,([A-Za-z0-9+/]{43}=)$/;

/**
 * The headers of Standard Webhooks (standardwebhooks.com, "Signature scheme", v1): base64 HMAC-SHA256 of
 * `id.timestamp.body` over the raw bytes, keyed by the decoded secret. `webhook-signature` may list several, separated
 * by blanks.
 * @param now milliseconds since the epoch
 */
export function standardClaim(headers: IncomingHttpHeaders, now: number): SignatureClaim {
  const id = single(headers['webhook-id'], ID);
  const timestamp = single(headers['webhook-timestamp'], TIMESTAMP);
  const macs = macsOf(headers['webhook-signature']);
  const inTime = timestamp !== null && Math.abs(Math.floor(now / 1000) - Number(timestamp)) <= TOLERANCE_S;
  return {
    wellFormed: id !== null && inTime && macs.length > 0,
    macs,
    keyOf: ({ decodedKey }) => decodedKey,
    startMac: (key) => createHmac('sha256', key).update(`${id}.${timestamp}.`),
  };
}

function single(header: string | string[] | undefined, shape: RegExp): string | null {
  return typeof header === 'string' && shape.test(header) ? header : null;
}

/** The MACs of version 1. Other versions use other keys, and are ignored. */
function macsOf(header: string | string[] | undefined): Buffer[] {
  if (typeof header !== 'string') return [];
  return header.split(' ', MAX_SIGNATURES).flatMap((signature) => {
    const base64 = V1.exec(signature)?.[1];
    return base64 === undefined ? [] : [Buffer.from(base64, 'base64')];
  });
}
