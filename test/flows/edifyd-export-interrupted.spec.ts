import type { ChildProcess } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { openCommandLine } from '../harness/command-line.js';
import { sharedEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { withServer } from '../harness/stand-in.js';

it('edifyd tenant export leaves no incomplete archive if it is interrupted', async () => {
  const edifyd = await openCommandLine(await sharedEngine({ worker: false }));
  const begun = withServer(
    (_request, answer) => answer.writeHead(200, { 'content-type': 'application/zip' }).write('the first bytes'),
    async (url) => {
      let child: ChildProcess | undefined;
      const ended = edifyd.run(['tenant', 'export', 'acme', '--out', 'acme.zip'], {
        url,
        onStart: (started) => (child = started),
      });
      await eventually(async () => expect(await readdir(edifyd.folder)).toEqual(['acme.zip']));
      child?.kill('SIGINT');
      return ended;
    },
  );
  expect(await begun).toEqual({ status: 1, out: '', err: 'the archive was not written: interrupted\n' });
  expect(await readdir(edifyd.folder)).toEqual([]);
  await edifyd.close();
});
