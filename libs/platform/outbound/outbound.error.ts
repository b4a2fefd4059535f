/** `refused`: no such address is called; the others: it was called in vain. */
type Reason = 'refused' | 'unresolvable' | 'unreachable' | 'timeout' | 'too_large';

/**
 * Why an address that a tenant named is not called, or has not answered. The message is for the tenant: it tells no
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
