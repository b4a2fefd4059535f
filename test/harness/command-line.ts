import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from '@jest/globals';
import type { Schemas } from '#client';
import { BASE_ENVIRONMENT } from './engine-process.js';
import type { SharedEngine } from './engine.js';
import { type TestTenant, tenantOf } from './tenant.js';

const MAIN = resolve('dist/bin/edifyd.js');

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** Its complete environment. Default: the operator token only. */
  readonly env?: Record<string, string>;
  readonly input?: string | Buffer;
  readonly url?: string;
  /** Gets the process when it has started. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** The compiled command line. Each run is a process; all of them share one temporary folder as their working folder. */
export interface CommandLine {
  readonly folder: string;
  run(args: readonly string[], options?: RunOptions): Promise<Run>;
  /** Runs a command with `--json`, expects success, and parses its output. */
  json<T>(args: readonly string[], options?: RunOptions): Promise<T>;
  /** The output of a failed command: one line on stderr, and with `--json` the same on stdout. */
  failure(args: readonly string[], options?: RunOptions): Promise<{ line: string; error: Record<string, unknown> }>;
  createTenant(slug: string): Promise<TestTenant>;
  /** Writes a file into the folder. @returns its name */
  file(name: string, content: string | Buffer): Promise<string>;
  close(): Promise<void>;
}

export async function openCommandLine(engine: SharedEngine): Promise<CommandLine> {
  const folder = await mkdtemp(join(tmpdir(), 'edifyd-'));
  const run: CommandLine['run'] = (
    args,
    { env = { OPERATOR_TOKEN: engine.operatorToken }, input = '', url = engine.url, onStart } = {},
  ) => {
    const child = spawn(process.execPath, [MAIN, ...args, '--url', url], {
      cwd: folder,
      env: { ...BASE_ENVIRONMENT, ...env },
    });
    onStart?.(child);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    return new Promise((done) => child.on('close', (status) => done({ status, out, err })));
  };
  const json: CommandLine['json'] = async <T>(args: readonly string[], options?: RunOptions) => {
    const { status, out, err } = await run([...args, '--json'], options);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    return JSON.parse(out) as T;
  };
  return {
    folder,
    run,
    json,
    failure: async (args, options) => {
      const { status, out, err } = await run([...args, '--json'], options);
      expect(status).toBe(1);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      const { error } = JSON.parse(out) as { error: Record<string, unknown> };
      expect(error['message']).toBe(err.trimEnd());
      return { line: err.trimEnd(), error };
    },
    createTenant: async (slug) =>
      tenantOf(engine.url, slug, await json<Schemas['CreatedTenant']>(['tenant', 'create', slug, '--name', 'Tenant'])),
    file: async (name, content) => {
      await writeFile(join(folder, name), content);
      return name;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
