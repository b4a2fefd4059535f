import { describe, expect, it } from '@jest/globals';
import { Progress, progressLine } from './progress.js';
import { Tally } from './tally.js';

describe('the progress line', () => {
  it('shows a bar if the size is known, and counts otherwise', () => {
    const state = { sent: 50, refused: 0, retries: 0, share: 0.5, seconds: 2 };
    expect(progressLine(state)).toBe('[###############---------------]  50 %  50 sent  25/s');
    expect(progressLine({ ...state, share: null, refused: 1, retries: 2 })).toBe('50 sent  1 refused  2 retries  25/s');
    expect(progressLine({ ...state, share: 1, seconds: 0 })).toMatch(/^\[#{30}\] 100 %/);
  });

  it('is drawn on a terminal only, within its width, and cleared', () => {
    const written = (isTTY: boolean): string[] => {
      const lines: string[] = [];
      const progress = new Progress({
        isTTY,
        columns: 20,
        write: (text: string | Uint8Array) => lines.push(String(text)) > 0,
      });
      progress.draw(new Tally(), 0.5);
      progress.clear();
      return lines;
    };
    expect(written(false)).toEqual([]);
    expect(written(true)).toEqual(['\r\u001B[2K[###############---', '\r\u001B[2K']);
  });
});
