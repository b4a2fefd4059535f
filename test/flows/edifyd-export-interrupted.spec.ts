import type { ChildProcess } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CommandLine, openCommandLine } from '../harness/command-line.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { withServer } from '../harness/stand-in.js';

let edifyd: CommandLine;

beforeAll(async () => {
  edifyd = await openCommandLine(await sharedEngine({ worker: false }));
});
afterAll(() => edifyd.close());

const EXPORT = ['tenant', 'export', 'acme', '--out', 'acme.zip'];

/** Sends the beginning of an archive only. */
const begin: RequestListener = (_request, answer) =>
  answer.writeHead(200, { 'content-type': 'application/zip' }).write('the first bytes');

describe('edifyd tenant export leaves no incomplete archive', () => {
  const files = (): Promise<string[]> => readdir(edifyd.folder);

  it('if it is interrupted', async () => {
    const begun = withServer(begin, async (url) => {
      let child: ChildProcess | undefined;
      const ended = edifyd.run(EXPORT, { url, onStart: (started) => (child = started) });
      await eventually(async () => expect(await files()).toEqual(['acme.zip']));
      child?.kill('SIGINT');
      return ended;
    });
    expect(await begun).toEqual({ status: 1, out: '', err: 'the archive was not written: interrupted\n' });
    expect(await files()).toEqual([]);
  });

  it('if no more of it arrives for as long as --timeout says', async () => {
    const { line } = await withServer(begin, (url) => edifyd.failure([...EXPORT, '--timeout', '4'], { url }));
    expect(line).toMatch(/^the archive was not written: the engine at \S+ sent no more for 4 s; --timeout/);
    expect(await files()).toEqual([]);
  });

  it('if the connection is cut', async () => {
    const cut: RequestListener = (_request, answer) =>
      answer.writeHead(200).write('the first bytes', () => answer.destroy());
    const { line } = await withServer(cut, (url) => edifyd.failure(EXPORT, { url }));
    expect(line).toBe('the archive was not written: the connection was cut');
    expect(await files()).toEqual([]);
  });

  it('if there is no answer for as long as --timeout says', async () => {
    const silent: RequestListener = () => undefined;
    const { error } = await withServer(silent, (url) => edifyd.failure([...EXPORT, '--timeout', '1'], { url }));
    expect(error).toMatchObject({ code: 'timeout' });
    expect(await files()).toEqual([]);
  });
});
