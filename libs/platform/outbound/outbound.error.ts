/** `refused`: the engine does not call this address; the others: the call failed. */
type Reason = 'refused' | 'unresolvable' | 'unreachable' | 'timeout' | 'too_large';

/**
 * Why an address of a tenant is not called, or has not answered. The message is for the tenant: it contains no
 * address of the operator's network.
 */
export class OutboundError extends Error {
  constructor(
    readonly reason: Reason,
    message: string,
  ) {
    super(message);
    this.name = 'OutboundError';
  }
}
