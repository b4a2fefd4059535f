import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tally } from '../../apps/edifyd/send/tally.js';
import { ndjson, signal, storedSignals } from '../factories/signals.js';
import { type CommandLine, openCommandLine } from '../harness/command-line.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';

let engine: SharedEngine;
let edifyd: CommandLine;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  edifyd = await openCommandLine(engine);
});
afterAll(async () => {
  await edifyd.close();
});

const about = (topic: string, extra: object = {}): object => signal({ site: 'Site A', topic, ...extra });

describe('edifyd send', () => {
  it('sends 300 events of NDJSON, including repeated ones and an invalid one', async () => {
    const tenant = await edifyd.createTenant('bulk');
    const events = Array.from({ length: 300 }, (_, index) => about(`topic ${index % 200}`, { n: index }));
    events.splice(149, 0, { event: 'signal.incident', data: { topic: 'nobody and nowhere', severity: 9 } });
    const name = await edifyd.file('events.ndjson', ndjson(events));
    const { status, out, err } = await edifyd.run([
      'send',
      'bulk',
      '--file',
      name,
      '--secret',
      tenant.signingSecret,
      '--json',
    ]);
    expect(status).toBe(1);
    expect(err).toBe('1 of 301 events refused: the summary has the lines and reasons\n');
    const summary = JSON.parse(out) as Pick<Tally, 'refusals'>;
    expect(summary).toMatchObject({
      sent: 301,
      created: 200,
      joined: 100,
      resolved: 0,
      unchanged: 0,
      refused: 1,
      retries: 0,
      stopped: null,
    });
    expect(summary.refusals).toEqual([
      { line: 150, reason: expect.stringMatching(/^invalid_event: /), details: expect.any(Array) },
    ]);
    expect(summary.refusals[0]?.details.map(({ field }) => field).toSorted()).toEqual(['data', 'data.severity']);
    expect(await storedSignals(engine, tenant)).toBe(300);
  });

  it('prints a summary for a person, with the line and reason of each refusal', async () => {
    const { signingSecret } = await edifyd.createTenant('summary');
    const input = `${ndjson([about('a'), about('a')])}\n{"event": "signal.\n"text"\n${ndjson([{ event: 'order.paid', data: { site: 'S' } }, about('b')])}`;
    const { status, out } = await edifyd.run(['send', 'summary', '--file', '-', '--secret', signingSecret], { input });
    expect(status).toBe(1);
    expect(out.split('\n')).toEqual([
      'sent       4',
      'created    2',
      'joined     1',
      'refused    3',
      expect.stringMatching(/^ {2}line 4: no JSON: /),
      '  line 5: no JSON object',
      expect.stringMatching(/^ {2}line 6: invalid_event: event must be "signal/),
      '',
    ]);
  });

  it.each([
    ['a JSON array', (events: object[]) => JSON.stringify(events, null, 2)],
    ['one object over several lines', (events: object[]) => JSON.stringify(events[0], null, 2)],
    ['NDJSON of Windows', (events: object[]) => `\u{FEFF}${ndjson(events).replaceAll('\n', '\r\n')}`],
  ])('reads %s from stdin', async (kind, write) => {
    const { signingSecret } = await edifyd.createTenant(`stdin-${kind.length}`);
    const events = kind.startsWith('one') ? [about('a')] : [about('a'), about('b'), about('c')];
    const summary = await edifyd.json(['send', `stdin-${kind.length}`, '--file', '-'], {
      input: write(events),
      env: { EDIFYD_SECRET: signingSecret },
    });
    expect(summary).toMatchObject({ sent: events.length, created: events.length, refused: 0 });
  });

  it('sends one event, and an empty file', async () => {
    const { signingSecret } = await edifyd.createTenant('single');
    expect(
      await edifyd.json(['send', 'single', '--event', JSON.stringify(about('ü')), '--secret', signingSecret]),
    ).toMatchObject({ sent: 1, created: 1 });
    expect(
      await edifyd.json(['send', 'single', '--file', await edifyd.file('empty.ndjson', ''), '--secret', signingSecret]),
    ).toMatchObject({ sent: 0, refused: 0 });
  });

  it('takes the secret of the demo tenant from DATA_DIR, and of no other tenant', async () => {
    const { signingSecret } = await edifyd.createTenant('acme');
    const data = join(edifyd.folder, 'demo-data');
    await mkdir(data);
    await writeFile(join(data, 'demo.json'), JSON.stringify({ signingSecret, adminToken: 'edt_x' }));
    const env = { DATA_DIR: data };
    expect(await edifyd.json(['send', 'acme', '--event', JSON.stringify(about('demo'))], { env })).toMatchObject({
      created: 1,
    });
    const { line } = await edifyd.failure(['send', 'other', '--event', '{}'], { env });
    expect(line).toMatch(/^there is no signing secret for "other": give --secret, or set EDIFYD_SECRET/);
  });

  it('reports errors of its input', async () => {
    const env = { EDIFYD_SECRET: 's' };
    expect((await edifyd.failure(['send', 'x', '--file', 'missing.json'], { env })).line).toMatch(
      /missing\.json cannot be read: there is no such file$/,
    );
    expect((await edifyd.failure(['send', 'x', '--file', '.'], { env })).line).toMatch(
      /cannot be read: it is a folder$/,
    );
    expect((await edifyd.failure(['send', 'x', '--event', '{"event":'], { env })).line).toMatch(/^no event found: /);
    expect(
      (await edifyd.failure(['send', 'x', '--file', '-'], { env, input: Buffer.from('\u{FEFF}{"a":1}', 'utf16le') }))
        .line,
    ).toMatch(/^line 1 is not UTF-8 text/);
  });
});
