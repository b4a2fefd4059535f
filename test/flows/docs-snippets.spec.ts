import { execFile, spawnSync } from 'node:child_process';
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
