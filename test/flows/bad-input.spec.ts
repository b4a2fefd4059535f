import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ValuesRefused } from '#platform/database';
import { SignalRecorder } from '#signals';
import { eventText, signal, sitePoint, statusAndText, storedSignals } from '../factories/signals.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import type { TestTenant } from '../harness/tenant.js';

const INVALID_JSON = [400, '{"error":"invalid_json"}'];
const invalid = (field: string, message: string): [number, string] => [
  422,
  JSON.stringify({ error: 'invalid_event', details: [{ field, message }] }),
];
const forbidden = (field: string): [number, string] => invalid(field, 'is a name that is not allowed');
const SMALL_NUMBERS = `[${'1e-16383,'.repeat(25_000)}0]`;
const HALF_A_PAIR = invalid('data.payload.note', 'has half of a surrogate pair');

let engine: SharedEngine;
let tenant: TestTenant;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  tenant = await engine.createTenant();
});

describe('an invalid signed body', () => {
  const notes = (note: string): string => `{"event":"signal.incident","data":{"site":"S","payload":{"note":${note}}}}`;

  it.each<[string, string | Buffer, [number, string] | (string | number)[]]>([
    [
      'bytes that are no UTF-8',
      Buffer.from([...Buffer.from('{"event":"'), 0xff, 0xfe, ...Buffer.from('"}')]),
      INVALID_JSON,
    ],
    ['UTF-16', Buffer.from(eventText('utf-16'), 'utf16le'), INVALID_JSON],
    ['gzip', gzipSync(eventText('gzip')), INVALID_JSON],
    ['a byte order mark', `\uFEFF${eventText('bom')}`, INVALID_JSON],
    ['nothing', '', INVALID_JSON],
    ['a NUL', '\0', INVALID_JSON],
    ['a raw NUL in a text', notes('"a\0b"'), INVALID_JSON],
    [
      '10,000 levels',
      notes(`${'['.repeat(10_000)}${']'.repeat(10_000)}`),
      invalid('body', 'is nested deeper than 64 levels'),
    ],
    ['100,000 brackets that never close', '['.repeat(100_000), invalid('body', 'is nested deeper than 1000 levels')],
    [
      '10,000 levels of an array',
      '['.repeat(10_000) + ']'.repeat(10_000),
      invalid('body', 'is nested deeper than 1000 levels'),
    ],
    ['__proto__', notes('{"__proto__":{"admin":true}}'), forbidden('data.payload.note.__proto__')],
    ['__proto__ at the top', '{"__proto__":{"event":"signal.x"},"data":{"site":"S"}}', forbidden('__proto__')],
    ['__proto__ in disguise', notes(String.raw`{"\u005f_proto__":1}`), forbidden('data.payload.note.__proto__')],
    [
      'the same name twice',
      '{"event":"signal.incident","data":{"site":"A","site":"B"}}',
      invalid('body', 'has an object with the same name twice'),
    ],
    [
      'an escaped NUL',
      notes(String.raw`"a\u0000b"`),
      invalid('data.payload.note', String.raw`has a NUL character (\u0000)`),
    ],
    [
      'an escaped NUL in a name',
      notes(String.raw`{"\u0000":1}`),
      invalid(String.raw`data.payload.note.\u0000`, String.raw`has a NUL character (\u0000)`),
    ],
    ['half of a surrogate pair', notes(String.raw`"\ud83d"`), HALF_A_PAIR],
    ['surrogates the wrong way round', notes(String.raw`"\ude00\ud83d"`), HALF_A_PAIR],
    ['a number that no double holds', notes('1e999'), invalid('data.payload.note', 'is a number out of range')],
    [
      'a number that no PostgreSQL holds',
      notes(`0.${'1'.repeat(17_000)}`),
      invalid('body', 'cannot be stored: value overflows numeric format'),
    ],
    [
      'numbers that PostgreSQL writes with hundreds of megabytes',
      notes(SMALL_NUMBERS),
      invalid('body', `has numbers whose exponents exceed ${notes(SMALL_NUMBERS).length} in all`),
    ],
  ])('is refused for its reason and not stored: %s', async (_name, body, refusal) => {
    const before = await storedSignals(engine, tenant);
    expect(await statusAndText(tenant.sendRaw(body))).toEqual(refusal);
    expect(await storedSignals(engine, tenant)).toBe(before);
  });
});

describe('a body that PostgreSQL refuses', () => {
  it('is refused alone among forty concurrent ones, some of which have the same key', async () => {
    const number = `0.${'1'.repeat(17_000)}`;
    const poison = `{"event":"signal.incident","data":{"site":"S","dedupe_key":"shared","payload":{"n":${number}}}}`;
    const good = Array.from({ length: 40 }, (_value, index) =>
      signal({ site: 'S', dedupe_key: index % 4 === 0 ? 'shared' : `own ${index}` }),
    );
    const sent = good.map((event) => JSON.stringify(event));
    for (const at of [5, 20, 33]) sent.splice(at, 0, poison);
    const before = await storedSignals(engine, tenant);
    const answers = await Promise.all(sent.map((body) => statusAndText(tenant.sendRaw(body))));
    expect(answers.map(([status]) => status)).toEqual(sent.map((body) => (body === poison ? 422 : 200)));
    expect(await storedSignals(engine, tenant)).toBe(before + 40);
    const needs = await engine.database.query(
      `select signal_count from need where dedupe_key = 'shared' and tenant_id = $1`,
      [tenant.id],
    );
    expect(needs).toEqual([{ signal_count: 10 }]);
  });

  it('is refused alone within its batch', async () => {
    const recorder = engine.app.get(SignalRecorder);
    const record = (index: number): Promise<string> =>
      recorder
        .record(
          { tenantId: tenant.id, signalRetentionMonths: 12 },
          { point: sitePoint(`batch ${index % 20}`), raw: index === 17 ? String.raw`{"a":"\u0000"}` : '{}' },
        )
        .then(({ outcome }) => outcome);
    const results = await Promise.allSettled(Array.from({ length: 41 }, (_value, index) => record(index)));
    expect(
      results.flatMap((result, index) =>
        result.status === 'rejected' ? [[index, result.reason instanceof ValuesRefused]] : [],
      ),
    ).toEqual([[17, true]]);
    expect(results.filter((result) => result.status === 'fulfilled' && result.value === 'created')).toHaveLength(20);
    const [row] = await engine.database.query(
      `select count(*)::integer as needs, sum(signal_count)::integer as signals from need
        where dedupe_key like 'batch %' and tenant_id = $1`,
      [tenant.id],
    );
    expect(row).toEqual({ needs: 20, signals: 40 });
  });
});
