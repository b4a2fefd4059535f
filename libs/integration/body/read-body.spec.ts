import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { BodyBudget } from './body-budget.js';
import { BodyBroken, BodyTooLarge, MAX_EVENT_BYTES, NoRoom, type ReadBody, readBody } from './read-body.js';

const KIB = 1024;
const BATCH = 8 * KIB * KIB;

interface Sent {
  readonly chunks: readonly string[];
  readonly isNdjson?: boolean;
  readonly declared?: number;
  readonly budget?: BodyBudget;
  /** The sender goes away instead of ending. */
  readonly broken?: boolean;
}

function read({ chunks, isNdjson = false, declared = 0, budget = new BodyBudget(BATCH), broken = false }: Sent): Promise<ReadBody> {
  const stream = new PassThrough({ highWaterMark: 2 * BATCH });
  const body = readBody(stream, isNdjson, declared, budget);
  for (const chunk of chunks) stream.write(chunk);
  if (broken) setImmediate(() => stream.destroy());
  else stream.end();
  return body;
}

describe('a body', () => {
  it('is read as it was sent', async () => {
    expect((await read({ chunks: ['{"a":', '1}'] })).bytes.toString()).toBe('{"a":1}');
    expect((await read({ chunks: [] })).bytes).toHaveLength(0);
  });

  it('of one event has at most 256 KiB, of a batch 8 MiB: its first character says which it is', async () => {
    expect((await read({ chunks: [`{${' '.repeat(MAX_EVENT_BYTES - 1)}`] })).budgeted).toBe(0);
    for (const first of ['{', '"', ' \n{']) await expect(read({ chunks: [first, ' '.repeat(MAX_EVENT_BYTES)] })).rejects.toBeInstanceOf(BodyTooLarge);
    for (const first of ['[', ' \r\n\t[']) expect((await read({ chunks: [first, ' '.repeat(MAX_EVENT_BYTES)] })).bytes.length).toBeGreaterThan(MAX_EVENT_BYTES);
    expect((await read({ chunks: ['{', ' '.repeat(MAX_EVENT_BYTES)], isNdjson: true })).bytes.length).toBeGreaterThan(MAX_EVENT_BYTES);
    await expect(read({ chunks: ['[', ' '.repeat(BATCH)], budget: new BodyBudget(3 * BATCH) })).rejects.toBeInstanceOf(BodyTooLarge);
  });

  it('of white space alone is no batch, however long it goes on', async () => {
    await expect(read({ chunks: [' '.repeat(MAX_EVENT_BYTES), ' '] })).rejects.toBeInstanceOf(BodyTooLarge);
  });

  it('that says itself that it is too large is not waited for', async () => {
    const stream = new PassThrough();
    await expect(readBody(stream, true, BATCH + 1, new BodyBudget(BATCH))).rejects.toBeInstanceOf(BodyTooLarge);
    await expect(read({ chunks: ['{'], declared: MAX_EVENT_BYTES + 1 })).rejects.toBeInstanceOf(BodyTooLarge);
  });

  it('that is broken off is told, and so is one that ends in an error', async () => {
    await expect(read({ chunks: ['{"a":'], broken: true })).rejects.toBeInstanceOf(BodyBroken);
  });
});

describe('the memory of batches', () => {
  const large = ['[', ' '.repeat(MAX_EVENT_BYTES), ' '.repeat(KIB)];

  it('is taken from one budget, and a batch that finds no room is refused', async () => {
    const budget = new BodyBudget(MAX_EVENT_BYTES + KIB);
    const held = await read({ chunks: large, budget });
    expect(held.budgeted).toBe(MAX_EVENT_BYTES + KIB);
    await expect(read({ chunks: large, budget })).rejects.toBeInstanceOf(NoRoom);
    budget.give(held.budgeted);
    expect((await read({ chunks: large, budget })).budgeted).toBe(held.budgeted);
  });

  it('is given back once, and whole, by those that are refused or broken off', async () => {
    const budget = new BodyBudget(MAX_EVENT_BYTES + KIB);
    for (let times = 0; times < 3; times++) {
      await expect(read({ chunks: large, budget, broken: true })).rejects.toBeInstanceOf(BodyBroken);
      await expect(read({ chunks: [...large, ' '.repeat(KIB)], budget })).rejects.toBeInstanceOf(NoRoom);
    }
    const held = await read({ chunks: large, budget });
    await expect(read({ chunks: large, budget })).rejects.toBeInstanceOf(NoRoom);
    budget.give(held.budgeted);
  });
});
