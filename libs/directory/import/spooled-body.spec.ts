import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { InFlightBodies } from '#platform/http';
import { SpooledBody } from './spooled-body.js';

const MIB = 1_024 * 1_024;

/** Sends a piece for each call, and says when the piece before has been read. */
class SlowSender extends Readable {
  private asked = Promise.withResolvers<void>();

  constructor() {
    super({ highWaterMark: 1 });
  }

  override _read(): void {
    this.asked.resolve();
  }

  async send(piece: string): Promise<void> {
    await this.asked.promise;
    this.asked = Promise.withResolvers();
    this.push(piece);
    await this.asked.promise;
  }
}

describe('the disk space for imports', () => {
  it('is taken from a sender that keeps it without an end, for the next one', async () => {
    const files = new InFlightBodies(1_000);
    const receive = (stream: Readable, network: string): Promise<SpooledBody> =>
      SpooledBody.receive({ format: 'csv', stream }, 10_000, () => network, files);
    const sender = new SlowSender();
    const [ended] = await Promise.all([
      receive(sender, 'one').catch((error: unknown) => error),
      sender.send('x'.repeat(600)).then(async () => {
        const next = await receive(Readable.from(['y', 'z'].map((one) => Buffer.from(one.repeat(300)))), 'other');
        expect(await next.head()).toMatch(/^y{300}z{300}$/);
        await next.close();
      }),
    ]);
    expect(ended).toMatchObject({
      code: 'unavailable',
      message: 'running imports use all of the disk space for imports',
    });
    // What it still sends is discarded, so that it reads the response.
    await sender.send('x'.repeat(900));
    await sender.send('x'.repeat(900));
    files.close();
  });

  it('is used instead of memory', async () => {
    let first = new WeakRef(Buffer.alloc(0));
    let isKept = true;
    const pieces = function* (): Generator<Buffer> {
      for (let piece = 0; piece < 8; piece++) {
        const bytes = Buffer.alloc(MIB, 'a');
        if (piece === 0) first = new WeakRef(bytes);
        yield bytes;
      }
      collectGarbage();
      isKept = first.deref() !== undefined;
    };
    const files = new InFlightBodies(100 * MIB);
    const stream = Readable.from(pieces());
    const body = await SpooledBody.receive({ format: 'csv', stream }, 100 * MIB, () => 'one', files);
    expect(isKept).toBe(false);
    await body.close();
    files.close();
  });
});

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
