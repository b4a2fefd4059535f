import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { TenantAccess } from '../world.js';
import { type Batching, type Body, batches, singles } from './batches.js';
import type { Workload } from './workload.js';

const BYTES_PER_EVENT = 800;

/**
 * Signed HTTP requests as bytes, created before the measurement: signing and serializing them during the run would
 * take processor time from the server. They share one buffer, which the garbage collector need not traverse.
 */
export class PreparedRequests {
  private constructor(
    private readonly bytes: Buffer,
    private readonly ends: readonly number[],
    private readonly eventsOf: readonly number[],
    private readonly firstsOf: readonly number[],
    readonly bodyBytes: number,
  ) {}

  /** @param events how many to take from the workload; each is a request of its own unless they are batched */
  static make(
    events: number,
    workload: Workload,
    tenants: readonly TenantAccess[],
    batching?: Batching,
  ): PreparedRequests {
    const keys = tenants.map(({ signingSecret }) => createSecretKey(Buffer.from(signingSecret)));
    const ends: number[] = [];
    const eventsOf: number[] = [];
    const firstsOf: number[] = [];
    let bytes = Buffer.allocUnsafe(events * BYTES_PER_EVENT);
    let end = 0;
    let bodyBytes = 0;
    workload.startOver();
    for (const body of batching === undefined ? singles(events, workload) : batches(events, workload, batching)) {
      const content = Buffer.from(body.text);
      const head = requestHead(tenants[body.tenant], keys[body.tenant], body, content);
      if (end + head.length + content.length > bytes.length)
        bytes = Buffer.concat([bytes, Buffer.allocUnsafe(bytes.length + content.length)]);
      end += bytes.write(head, end, 'latin1');
      end += content.copy(bytes, end);
      ends.push(end);
      eventsOf.push(body.events);
      firstsOf.push(body.firsts);
      bodyBytes += content.length;
    }
    return new PreparedRequests(bytes, ends, eventsOf, firstsOf, bodyBytes / ends.length);
  }

  get count(): number {
    return this.ends.length;
  }

  at(index: number): Buffer {
    return this.bytes.subarray(index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }

  /** How many events the first `sent` requests hold. */
  events(sent: number): number {
    return sum(this.eventsOf.slice(0, sent));
  }

  /** How many data points the first `sent` requests name. */
  distinctKeys(sent: number): number {
    return sum(this.firstsOf.slice(0, sent));
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function requestHead(
  tenant: TenantAccess | undefined,
  key: KeyObject | undefined,
  { contentType }: Body,
  content: Buffer,
): string {
  if (tenant === undefined || key === undefined) throw new Error('an event of a tenant that does not exist');
  const signature = createHmac('sha256', key).update(content).digest('hex');
  return (
    `POST /engine/v1/integration/${tenant.slug}/webhook HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: ${contentType}\r\n` +
    `x-edifyd-signature: ${signature}\r\ncontent-length: ${content.length}\r\n\r\n`
  );
}
