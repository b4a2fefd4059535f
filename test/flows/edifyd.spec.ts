import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommandLine, openCommandLine } from '../harness/command-line.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { scaled } from '../harness/scale.js';
import { unusedUrl, withServer } from '../harness/stand-in.js';

let engine: SharedEngine;
let edifyd: CommandLine;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  edifyd = await openCommandLine(engine);
});
afterAll(() => edifyd.close());

describe('every command of edifyd', () => {
  const ofOperators = [
    'tenant create x --name N',
    'tenant list',
    'tenant suspend x',
    'tenant activate x',
    'tenant retention x 3',
    'secret rotate x',
    'token create x --role viewer --name n',
    'failures list',
    'failures retry',
  ];
  /** In the short form, two commands: all of them reach the engine by the same code. */
  const tried = scaled(['tenant list', 'failures retry'], ofOperators);
  const commands = [...tried, 'send x --event {"event":"signal.x","data":{"site":"S"}} --secret s'];

  it.each(commands)('explains how to start an engine that is not running: %s', async (command) => {
    const url = await unusedUrl();
    const { line, error } = await edifyd.failure(command.split(' '), { url });
    expect(line).toBe(
      `cannot reach the engine at ${url} (nothing listens there): start it with "npm start", or name its address with --url`,
    );
    expect(error).toMatchObject({ code: 'unreachable' });
  });

  it('says that the engine may still do what was asked, if it does not answer in time', async () => {
    const { line, error } = await withServer(
      () => undefined,
      (url) => edifyd.failure(['failures', 'retry', '--timeout', '1'], { url }),
    );
    expect(line).toMatch(/^no answer from the engine at \S+ within 1 s: it may still do this; --timeout waits longer$/);
    expect(error).toMatchObject({ code: 'timeout' });
  });

  it.each(tried)('explains what to do without an operator token, and with a wrong one: %s', async (command) => {
    const withEnvironment = (env: Record<string, string>) => edifyd.failure(command.split(' '), { env });
    const [none, wrong] = await Promise.all([withEnvironment({}), withEnvironment({ OPERATOR_TOKEN: 'wrong' })]);
    expect(none.line).toMatch(
      /^there is no operator token: set OPERATOR_TOKEN, or DATA_DIR to .*\.data\/operator\.token\)$/,
    );
    expect(wrong.line).toMatch(/refuses the operator token \(401\): set OPERATOR_TOKEN/);
  });

  it.each([
    [[], /Usage: edifyd/],
    [['nonsense'], /unknown command/],
    [['tenant'], /Usage: edifyd tenant/],
    [['tenant', 'create', 'x'], /--name/],
    [['tenant', 'create', '--name', 'N'], /missing required argument 'slug'/],
    [['tenant', 'retention', 'x', 'long'], /whole number from 1 to 84/],
    [['tenant', 'list', '--colour'], /unknown option/],
    [['tenant', 'list', 'extra'], /too many arguments/],
    [['secret', 'rotate', 'x', '--grace', '1.5'], /whole number from 0 to 2592000/],
    [['secret', 'rotate', 'x', '--grace', '-1'], /grace/],
    [['token', 'create', 'x', '--role', 'king', '--name', 'n'], /viewer, author, admin/],
    [['failures', 'retry', '--id'], /argument missing/],
    [['send', 'x'], /--event <json> or --file <file>/],
    [['send', 'x', '--event', ' ', '--secret', 's'], /--event is empty/],
    [['send', 'x', '--event', '{}', '--file', 'f'], /cannot be used with/],
    [['send', 'x', '--event', '{}', '--concurrency', '0'], /from 1 to 256/],
  ])('exits with status 2 for an invalid command line: %j', async (args, message) => {
    const { status, out, err } = await edifyd.run(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('refuses an invalid address', async () => {
    const runs = await Promise.all(
      ['localhost:3000', 'ftp://x', 'http://user:pw@x', 'nothing'].map((url) =>
        edifyd.run(['tenant', 'list'], { url }),
      ),
    );
    expect(runs).toEqual(runs.map(() => ({ status: 2, out: '', err: expect.stringContaining('--url') })));
  });

  it('detects another server at the address of the engine', async () => {
    await withServer(
      (_request, response) => response.setHeader('content-type', 'text/html').end('<html>'),
      async (url) => {
        expect((await edifyd.failure(['tenant', 'list'], { url })).line).toMatch(
          /answered 200, but not as the engine does/,
        );
        const { status, err } = await edifyd.run(['send', 'x', '--event', '{}', '--secret', 's'], { url });
        expect({ status, err }).toEqual({
          status: 1,
          err: expect.stringMatching(/answered 200, but not as the engine does/),
        });
      },
    );
  });

  it('says what is wrong with https, and with a token that was copied with more than itself', async () => {
    const list = ['tenant', 'list'];
    expect((await edifyd.failure(list, { url: engine.url.replace('http:', 'https:') })).line).toMatch(
      /^cannot reach the engine at https:\S+ \(it does not speak https\): /,
    );
    expect((await edifyd.failure(list, { env: { OPERATOR_TOKEN: 'token…' } })).line).toMatch(
      /^the operator token has a blank or a character that no token has/,
    );
  });

  it('detects a gateway without an engine', async () => {
    await withServer(
      (_request, response) => response.writeHead(503).end('{"error":"unavailable"}'),
      async (url) =>
        expect((await edifyd.failure(['tenant', 'list'], { url })).line).toBe(
          `${url} answered 503: no engine behind it is ready; try again in a moment`,
        ),
    );
  });

  it('takes the operator token from DATA_DIR, and accepts a URL with a trailing slash', async () => {
    const data = join(edifyd.folder, 'token-data');
    await mkdir(data);
    await writeFile(join(data, 'operator.token'), `${engine.operatorToken}\n`);
    expect(await edifyd.json(['tenant', 'list'], { env: { DATA_DIR: data }, url: `${engine.url}/` })).toMatchObject({
      items: expect.any(Array),
    });
  });

  it('shows its help', async () => {
    const { status, out } = await edifyd.run(['send', '--help']);
    expect(status).toBe(0);
    for (const option of ['--event', '--file', '--secret', '--concurrency', '--json', '--url'])
      expect(out).toContain(option);
  });
});
