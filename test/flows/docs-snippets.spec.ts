import { execFile, spawnSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';
import { snippets } from '../harness/snippets.js';

const run = promisify(execFile);

let engine: SharedEngine;
beforeAll(async () => {
  engine = await sharedEngine();
});

describe('the snippets of the quick start', () => {
  const hasPython = spawnSync('python3', ['--version']).status === 0;
  if (!hasPython) console.log('\nNo python3 on the PATH: the Python snippet is not run.');
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'engine-snippets-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const commands = {
    bash: ['bash', 'send.sh'],
    node: [process.execPath, 'send.mjs'],
    python: ['python3', 'send.py'],
  } as const;

  it.each([['bash'], ['node'], ...(hasPython ? [['python']] : [])] as Array<[keyof typeof commands]>)(
    'work unchanged: %s',
    async (language) => {
      const tenant = await engine.createTenant();
      const snippet = (await snippets())[language]
        .replaceAll('http://127.0.0.1:3000', engine.url)
        .replaceAll('/acme/', `/${tenant.slug}/`)
        .replaceAll('whsec_your-signing-secret', tenant.signingSecret);
      const [command, file] = commands[language];
      await writeFile(join(folder, file), snippet);
      // A proxy of this machine is none of the snippet's business, and neither are Jest's options for Node.
      const { NODE_OPTIONS: _options, ...environment } = process.env;
      const { stdout } = await run(command, [file], {
        cwd: folder,
        env: { ...environment, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' },
      });
      expect(stdout).toMatch(/\{"ok":true,"applied":true,"signalId":"sig_[0-9a-z]{26}","deduped":false\}/);
      expect((await tenant.resolvedNeeds()).map(({ topic }) => snippet.includes(String(topic)))).toEqual([true]);
    },
  );

  it('are next to examples that the webhook accepts', async () => {
    const tenant = await engine.createTenant();
    const examples = [...(await readFile('docs/connector.md', 'utf8')).matchAll(/```json\n(.*?)```/gs)].map(
      ([, text]) => JSON.parse(text ?? ''),
    );
    const events = examples.filter((example) => 'event' in example && example.data.action !== 'resolve');
    expect(events).toHaveLength(3);
    for (const event of events) expect((await tenant.send(event)).status).toBe(200);
    const map = examples.find((example) => 'map' in example);
    expect((await tenant.admin('PUT', '/signal-map', map)).status).toBe(200);
  });
});

describe('the snippets that verify a webhook', () => {
  const key = randomBytes(32);
  const now = String(Math.floor(Date.now() / 1_000));
  const body = '{"type":"need.created","topic":"Höhenarbeit"}';
  const headersOf = (signature: string, timestamp = now): object => ({
    'webhook-id': 'msg_1',
    'webhook-timestamp': timestamp,
    'webhook-signature': signature,
  });
  const signedWith = (one: Buffer, timestamp = now): string =>
    `v1,${createHmac('sha256', one).update(`msg_1.${timestamp}.${body}`).digest('base64')}`;
  const cases = [
    { headers: headersOf(signedWith(key)), isGenuine: true },
    { headers: headersOf(`${signedWith(randomBytes(32))} ${signedWith(key)}`), isGenuine: true },
    { headers: headersOf(signedWith(randomBytes(32))), isGenuine: false },
    { headers: headersOf(signedWith(key, '1'), '1'), isGenuine: false },
    { headers: headersOf('v1,é'), isGenuine: false },
    // As many characters as a signature, and more bytes.
    { headers: headersOf(`v1,${'A'.repeat(43)}é`), isGenuine: false },
    // As some servers pass on a byte that is not UTF-8.
    { headers: { ...headersOf('v1,\udcff'), 'webhook-id': '\udcff' }, isGenuine: false },
    { headers: headersOf(signedWith(key), '²'), isGenuine: false },
    { headers: headersOf(signedWith(key), '9'.repeat(5_000)), isGenuine: false },
    { headers: {}, isGenuine: false },
  ];
  const given = JSON.stringify({
    secret: `whsec_${key.toString('base64')}`,
    body,
    all: cases.map((one) => one.headers),
  });
  const programs = {
    js: (snippet: string): string[] => [
      process.execPath,
      '--input-type=module',
      '-e',
      `${snippet}\nconst { secret, body, all } = ${given};
       console.log(JSON.stringify(all.map((headers) => isGenuine(secret, headers, body))));`,
    ],
    python: (snippet: string): string[] => [
      'python3',
      '-c',
      `${snippet}\nimport json, sys\ngiven = json.loads(sys.argv[1])
print(json.dumps([is_genuine(given["secret"], one, given["body"].encode()) for one in given["all"]]))`,
      given,
    ],
  } as const;

  it.each(['js', 'python'] as const)('accept genuine messages, and refuse all others: %s', async (language) => {
    if (language === 'python' && spawnSync('python3', ['--version']).status !== 0) return;
    const guide = await readFile('docs/events.md', 'utf8');
    const [, snippet = ''] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(guide) ?? [];
    const [command = '', ...args] = programs[language](snippet);
    const { NODE_OPTIONS: _options, ...environment } = process.env;
    const { stdout } = await run(command, args, { env: environment });
    expect(JSON.parse(stdout)).toEqual(cases.map(({ isGenuine }) => isGenuine));
  });
});
