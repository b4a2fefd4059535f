import { readConfig } from '../config/index.js';
import { Outbound, OutboundError } from './index.js';

/** Calls for a tenant. @param networks that the operator allows: `OUTBOUND_NETWORKS` */
export const outboundTo = (networks: string): Outbound =>
  new Outbound(
    readConfig({
      DATABASE_URL: 'postgres://app@db/engine',
      SECRETS_KEY: Buffer.alloc(32).toString('base64'),
      OPERATOR_TOKEN: 'o'.repeat(24),
      OUTBOUND_NETWORKS: networks,
    }),
  );

/** Why a call fails; `none`: it succeeds. */
export const reasonOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'none',
    (error: unknown) => (error instanceof OutboundError ? error.reason : String(error)),
  );
