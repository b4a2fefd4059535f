import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { InFlightBodies, NoRoom } from './in-flight-bodies.js';
import { BodyBroken, BodyTooLarge, type BodyReading, joined, readBody } from './read-body.js';

const KIB = 1024;
const EVENT = 256 * KIB;
const BATCH = 8 * KIB * KIB;
const SENDER = { network: () => '192.0.2.1', tenantId: 'acme' };

/** A body that starts with a bracket may be as large as a batch. */
const BY_FIRST_CHARACTER = {
  decidedBy: (piece: Buffer) => {
    const first = piece.toString().trimStart()[0];
    return first === undefined ? null : first === '[' ? BATCH : EVENT;
  },
  undecided: EVENT,
};

interface Sent extends Partial<BodyReading> {
  readonly pieces: readonly string[];
  readonly all?: InFlightBodies;
  /** The client disconnects instead of ending the body. */
  readonly isBroken?: boolean;
}

const opened: InFlightBodies[] = [];
function memory(bytes: number): InFlightBodies {
  const all = new InFlightBodies(bytes);
  opened.push(all);
  return all;
}
afterEach(() => opened.splice(0).forEach((all) => all.close()));

async function read({
  pieces,
  all = memory(4 * BATCH),
  isBroken = false,
  ...reading
}: Sent): Promise<{ bytes: Buffer; release: () => void }> {
  const stream = new PassThrough({ highWaterMark: 2 * BATCH });
  const body = readBody(stream, all, {
    sender: SENDER,
    declaredLength: 0,
    maxBytes: BATCH,
    lowerLimit: BY_FIRST_CHARACTER,
    ...reading,
  });
  for (const piece of pieces) stream.write(piece);
  if (isBroken) setImmediate(() => stream.destroy());
  else stream.end();
  const { pieces: kept, release } = await body;
  return { bytes: joined(kept), release };
}

describe('a body', () => {
  it('is read byte by byte', async () => {
    expect((await read({ pieces: ['{"a":', '1}'] })).bytes.toString()).toBe('{"a":1}');
    expect((await read({ pieces: [] })).bytes).toHaveLength(0);
  });

  it('has the limit that its first character selects', async () => {
    expect((await read({ pieces: [`{${' '.repeat(EVENT - 1)}`] })).bytes).toHaveLength(EVENT);
    for (const first of ['{', '"', ' \n{'])
      await expect(read({ pieces: [first, ' '.repeat(EVENT)] })).rejects.toBeInstanceOf(BodyTooLarge);
    for (const first of ['[', ' \r\n\t['])
      expect((await read({ pieces: [first, ' '.repeat(EVENT)] })).bytes.length).toBeGreaterThan(EVENT);
    expect((await read({ pieces: ['{', ' '.repeat(EVENT)], lowerLimit: undefined })).bytes.length).toBeGreaterThan(
      EVENT,
    );
    await expect(read({ pieces: ['[', ' '.repeat(BATCH)] })).rejects.toBeInstanceOf(BodyTooLarge);
  });

  it('of white space selects no limit, however much of it arrives', async () => {
    await expect(read({ pieces: [' '.repeat(EVENT), ' '] })).rejects.toBeInstanceOf(BodyTooLarge);
    expect((await read({ pieces: [' ', ' \n', '[1]'] })).bytes.toString()).toBe('  \n[1]');
  });

  it('that announces too large a length is not read', async () => {
    const stream = new PassThrough();
    await expect(
      readBody(stream, memory(BATCH), { sender: SENDER, declaredLength: BATCH + 1, maxBytes: BATCH }),
    ).rejects.toBeInstanceOf(BodyTooLarge);
    await expect(read({ pieces: ['{'], declaredLength: EVENT + 1 })).rejects.toBeInstanceOf(BodyTooLarge);
  });

  it('that ends too early is an error', async () => {
    await expect(read({ pieces: ['{"a":'], isBroken: true })).rejects.toBeInstanceOf(BodyBroken);
  });

  it('is kept without its discarded pieces', async () => {
    const { bytes } = await read({
      pieces: ['a', 'b', 'c'],
      onPiece: (piece) => (piece.toString() === 'b' ? 'discard' : 'keep'),
    });
    expect(bytes.toString()).toBe('ac');
  });
});

describe('the memory of bodies', () => {
  const large = ['[', ' '.repeat(EVENT), ' '.repeat(KIB)];
  const twoOfThem = 2 * EVENT + 3 * KIB;
  const of = (tenantId: string): Pick<BodyReading, 'sender'> => ({ sender: { ...SENDER, tenantId } });

  it('is shared, and a body that finds none while others wait for their response is refused', async () => {
    const all = memory(twoOfThem);
    const [held] = await Promise.all(['one', 'two'].map((tenantId) => read({ pieces: large, all, ...of(tenantId) })));
    await expect(read({ pieces: large, all })).rejects.toBeInstanceOf(NoRoom);
    held?.release();
    await read({ pieces: large, all });
  });

  it('is freed once, and completely, by refused and aborted bodies', async () => {
    const all = memory(twoOfThem);
    for (let times = 0; times < 3; times++) {
      await expect(read({ pieces: large, all, isBroken: true })).rejects.toBeInstanceOf(BodyBroken);
      await expect(read({ pieces: [...large, ' '.repeat(2 * EVENT)], all })).rejects.toBeInstanceOf(NoRoom);
    }
    for (const tenantId of ['one', 'two']) await read({ pieces: large, all, ...of(tenantId) });
    await expect(read({ pieces: large, all })).rejects.toBeInstanceOf(NoRoom);
  });

  it('is used by a body that is only counted, too, but not by a discarded one', async () => {
    const all = memory(twoOfThem);
    await read({ pieces: large, all, ...of('one'), onPiece: () => 'discard' });
    for (const tenantId of ['one', 'two'])
      expect((await read({ pieces: large, all, ...of(tenantId), onPiece: () => 'count' })).bytes).toHaveLength(0);
    await expect(read({ pieces: large, all })).rejects.toBeInstanceOf(NoRoom);
  });

  it('is not counted for a body in one piece', async () => {
    const all = memory(KIB);
    const pieces = [' '.repeat(100 * KIB)];
    const bodies = await Promise.all(
      Array.from({ length: 10 }, () => read({ pieces, all, declaredLength: 100 * KIB })),
    );
    expect(bodies.map(({ bytes }) => bytes.length)).toEqual(bodies.map(() => 100 * KIB));
  });
});
