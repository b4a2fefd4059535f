import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readApiDocument } from '../harness/api-documents.js';
import { type SharedEngine, sharedEngine } from '../harness/engine.js';

const run = promisify(execFile);

const PROGRAM = `
import { ApiProblem, type Schemas, createClient, each } from '@readiness-engine/client';

const engine = createClient({ baseUrl: process.env['ENGINE_URL'] ?? '', token: process.env['ENGINE_TOKEN'] ?? '' });
const worker: Schemas['WorkerView'] = await engine.createWorker({ body: { name: 'Ada', externalWorkerId: 'E-1' } });
const names: string[] = [];
for await (const { name } of each((page) => engine.listWorkers({ query: page }))) names.push(name);
const refusal: unknown = await engine.getWorker({ path: { id: 'wrk_none' } }).catch((error: unknown) => error);
console.log(JSON.stringify({ name: worker.name, names, code: refusal instanceof ApiProblem ? refusal.code : null }));
`;

const SETTINGS = {
  compilerOptions: {
    strict: true,
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: ['node'],
  },
  files: ['program.ts', 'wrong.ts'],
};

describe('the package of the client', () => {
  let engine: SharedEngine;
  let folder: string;
  /** What the compiler says, by file. */
  let errors: Record<'program' | 'wrong', string>;
  const tsc = resolve('node_modules/typescript/bin/tsc');
  // The options of Jest for Node are none of the programs' business.
  const { NODE_OPTIONS: _options, ...environment } = process.env;
  const npm = (...args: string[]): Promise<unknown> => run('npm', args, { cwd: folder, env: environment });

  beforeAll(async () => {
    [engine, folder] = await Promise.all([sharedEngine({ worker: false }), mkdtemp(join(tmpdir(), 'engine-client-'))]);
    const { stdout } = await run(process.execPath, ['scripts/pack-client.js', folder], { env: environment });
    await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    await npm('install', '--prefer-offline', '--no-audit', '--no-fund', stdout.trim());
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(SETTINGS));
    await writeFile(join(folder, 'program.ts'), PROGRAM);
    await writeFile(join(folder, 'wrong.ts'), PROGRAM.replace("name: 'Ada'", 'name: 7'));
    errors = await compile();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Both programs in one run, as one takes seconds. An error in any other file counts as one of the right program. */
  const compile = async (): Promise<typeof errors> => {
    const types = ['--typeRoots', resolve('node_modules/@types')];
    const result = await run(process.execPath, [tsc, '--project', '.', ...types], { cwd: folder }).catch(
      (error: unknown) => error,
    );
    const said =
      typeof result === 'object' && result !== null && 'stdout' in result ? String(result.stdout) : String(result);
    const [wrong = [], others = []] = [true, false].map((isWrong) =>
      said.split(/\n(?=\S)/).filter((error) => error.startsWith('wrong.ts(') === isWrong),
    );
    return { program: others.join('\n').trim(), wrong: wrong.join('\n') };
  };

  it('has the version of the API, and a guide', async () => {
    const installed = join(folder, 'node_modules/@readiness-engine/client');
    const { version } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as { version: string };
    const document = await readApiDocument<{ info: { version: string } }>(engine.url);
    expect(version).toBe(document.info.version);
    expect(await readFile(join(installed, 'README.md'), 'utf8')).toContain("from '@readiness-engine/client'");
  });

  it('compiles in a fresh project, and calls a running engine', async () => {
    expect(errors.program).toBe('');
    const { adminToken } = await engine.createTenant();
    const { stdout } = await run(process.execPath, ['program.js'], {
      cwd: folder,
      env: { ...environment, ENGINE_URL: engine.url, ENGINE_TOKEN: adminToken },
    });
    expect(JSON.parse(stdout)).toEqual({ name: 'Ada', names: ['Ada'], code: 'not_found' });
  });

  it('refuses a wrong body at compile time', () => {
    expect(errors.wrong).toContain("'number' is not assignable to type 'string'");
  });
});
