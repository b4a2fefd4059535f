import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { TenantAccess } from '../stage/world.js';
import type { Workload } from './workload.js';

const BYTES_PER_REQUEST = 800;

/**
 * Signed HTTP requests as the bytes that go over the wire, made before the clock starts: signing and serialising them
 * during the run would take the processor from the server. One buffer for all of them, which the collector need not walk.
 */
export class PreparedRequests {
  private constructor(
    private readonly bytes: Buffer,
    private readonly ends: Uint32Array,
    private readonly firsts: Uint8Array,
    readonly bodyBytes: number,
  ) {}

  static make(count: number, workload: Workload, tenants: readonly TenantAccess[]): PreparedRequests {
    const keys = tenants.map(({ signingSecret }) => createSecretKey(Buffer.from(signingSecret)));
    const ends = new Uint32Array(count);
    const firsts = new Uint8Array(count);
    let bytes = Buffer.allocUnsafe(count * BYTES_PER_REQUEST);
    let end = 0;
    let bodyBytes = 0;
    workload.startOver();
    for (let index = 0; index < count; index++) {
      const { tenant, event, data, isFirst } = workload.next();
      const body = Buffer.from(JSON.stringify({ event, data }));
      const head = requestHead(tenants[tenant], keys[tenant], body);
      if (end + head.length + body.length > bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(bytes.length)]);
      end += bytes.write(head, end, 'latin1');
      end += body.copy(bytes, end);
      ends[index] = end;
      firsts[index] = isFirst ? 1 : 0;
      bodyBytes += body.length;
    }
    return new PreparedRequests(bytes, ends, firsts, bodyBytes / count);
  }

  get count(): number {
    return this.ends.length;
  }

  at(index: number): Buffer {
    return this.bytes.subarray(index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }

  /** How many data points the first `sent` requests name. */
  distinctKeys(sent: number): number {
    return this.firsts.subarray(0, sent).reduce((sum, first) => sum + first, 0);
  }
}

function requestHead(tenant: TenantAccess | undefined, key: KeyObject | undefined, body: Buffer): string {
  if (tenant === undefined || key === undefined) throw new Error('an event of a tenant that does not exist');
  const signature = createHmac('sha256', key).update(body).digest('hex');
  return (
    `POST /engine/v1/integration/${tenant.slug}/webhook HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n` +
    `x-edifyd-signature: ${signature}\r\ncontent-length: ${body.length}\r\n\r\n`
  );
}
