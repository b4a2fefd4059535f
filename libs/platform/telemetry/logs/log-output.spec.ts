import { closeSync, openSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { logOutput } from './log-output.js';

describe('the output of the log', () => {
  it('reports a full disk once, and does not end the process', () => {
    const file = openSync('/dev/full', 'w');
    const reported: string[] = [];
    const output = logOutput(file, (failure) => reported.push(failure));
    for (const line of ['first', 'second']) output.write(`${line}\n`);
    closeSync(file);
    expect(reported).toEqual(['the log cannot be written: ENOSPC: no space left on device, write']);
  });
});
