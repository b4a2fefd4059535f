import { describe, expect, it } from '@jest/globals';
import { blocksOf } from './text-blocks.js';

const numbered = (...lines: string[]) => blocksOf(lines.join('\n'), { numbered: true });
const marked = (...lines: string[]) => blocksOf(lines.join('\n'), { numbered: false });

describe('the blocks of a text', () => {
  it('stand below the headings around them, also where the document begins at a lower level or leaves one out', () => {
    expect(marked('## Forks', 'a', '## Chains', 'b', '#### Links', 'c', '#### Pins', 'd', '# Tyres', 'e')).toEqual([
      { headings: ['', 'Forks'], text: 'a' },
      { headings: ['', 'Chains'], text: 'b' },
      { headings: ['', 'Chains', '', 'Links'], text: 'c' },
      { headings: ['', 'Chains', '', 'Pins'], text: 'd' },
      { headings: ['Tyres'], text: 'e' },
    ]);
  });

  it('include headings with nothing below them, such as the steps of a procedure', () => {
    expect(numbered('1. Check the forks', '2. Sound the horn')).toEqual([
      { headings: [], text: '1. Check the forks' },
      { headings: [], text: '2. Sound the horn' },
    ]);
    expect(marked('# Contacts', '', '## Fire: 112', '', '## First aid', 'Ask the shift leader.')).toEqual([
      { headings: ['Contacts'], text: 'Fire: 112' },
      { headings: ['Contacts', 'First aid'], text: 'Ask the shift leader.' },
    ]);
  });

  it('do not include a table of contents', () => {
    const contents = ['1 Start\t2', '1.1 Forks  3', '2 Stop 9', '3 Limit is 6'];
    expect(numbered(...contents, '', '1 Start', '1.1 Forks', 'Look.', '2  Stop', 'Brake.')).toEqual([
      { headings: [], text: '3 Limit is 6' },
      { headings: ['1 Start', '1.1 Forks'], text: 'Look.' },
      { headings: ['2  Stop'], text: 'Brake.' },
    ]);
  });

  it('have numbered steps below the headings of a document whose numbers have no dot', () => {
    expect(numbered('4 Start', '4.1 Forks', '1. Look at both', '2. Lower them', '5 Stop', '1. Brake')).toEqual([
      { headings: ['4 Start', '4.1 Forks'], text: '1. Look at both\n2. Lower them' },
      { headings: ['5 Stop'], text: '1. Brake' },
    ]);
    expect(numbered('1. Start', '1.1 Forks', 'Look.', '2. Stop', 'Brake.')).toEqual([
      { headings: ['1. Start', '1.1 Forks'], text: 'Look.' },
      { headings: ['2. Stop'], text: 'Brake.' },
    ]);
  });
});
