import { describe, expect, it } from '@jest/globals';
import { type PlacedEvent, readEvents } from './read-events.js';

async function* inChunks(text: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function all(events: AsyncIterable<PlacedEvent>): Promise<PlacedEvent[]> {
  const list: PlacedEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
}

const shown = (events: readonly PlacedEvent[]): string[] =>
  events.map((event) => `${event.line} ${'text' in event ? event.text : event.problem}`);

describe('reading events', () => {
  const ndjson = '\u{FEFF}{"a":"ä"}\n\n{"b":2}\r\nbroken\n{"c":"€"}';

  it.each([1, 2, 7, 1_000])('reads NDJSON in chunks of %d bytes', async (size) => {
    expect(shown(await all(readEvents(inChunks(ndjson, size), null)))).toEqual([
      '1 {"a":"ä"}',
      '3 {"b":2}',
      expect.stringMatching(/^4 no JSON: /),
      '5 {"c":"€"}',
    ]);
  });

  it('returns a line before the next one arrives', async () => {
    const events = readEvents(
      (async function* () {
        yield Buffer.from('{"a":1}\n{"b"');
        throw new Error('read too far');
      })(),
      null,
    );
    expect((await events.next()).value).toMatchObject({ line: 1, text: '{"a":1}' });
    await expect(events.next()).rejects.toThrow('read too far');
  });

  it('waits for the end of every other format', async () => {
    expect(shown(await all(readEvents(inChunks('\n[{"a":1},\n{"b":2}]', 3), null)))).toEqual([
      '2 {"a":1}',
      '3 {"b":2}',
    ]);
    expect(shown(await all(readEvents(inChunks('{\n"a":1}', 3), null)))).toEqual(['1 {\n"a":1}']);
    expect(shown(await all(readEvents(inChunks('{"a"\n{"b":2}', 3), null)))).toEqual([
      expect.stringMatching(/^1 no JSON: /),
      '2 {"b":2}',
    ]);
    expect(await all(readEvents(inChunks(' \n', 3), null))).toEqual([]);
  });

  it('returns how much was read', async () => {
    expect((await all(readEvents(inChunks('{"a":1}\n{"b":2}\n', 3), 16))).map(({ share }) => share)).toEqual([0.5, 1]);
    expect((await all(readEvents(inChunks('[{"a":1},{"b":2}]', 3), null))).map(({ share }) => share)).toEqual([
      null,
      null,
    ]);
    expect((await all(readEvents(inChunks('[\n{"a":1},{"b":2}]', 3), null))).map(({ share }) => share)).toEqual([
      0.5, 1,
    ]);
  });

  it('refuses invalid UTF-8: one line of NDJSON, or any other format as a whole', async () => {
    const latin1 = Buffer.from('{"a":1}\n{"b":"ü"}\n{"c":3}', 'latin1');
    expect(shown(await all(readEvents(inChunks(latin1, 5), null)))).toEqual([
      '1 {"a":1}',
      '2 not UTF-8 text',
      '3 {"c":3}',
    ]);
    await expect(all(readEvents(inChunks(Buffer.from('\u{FEFF}{"a":1}', 'utf16le'), 5), null))).rejects.toThrow(
      /line 1 is not UTF-8/,
    );
  });
});
