import { expect, it } from '@jest/globals';
import { materialOf } from './material.js';

const BLOCKS = 10;
/** As long as a block may be, and slow to parse. */
const HOSTILE = '*a_ '.repeat(2_490);

it('lets others run while a hostile text is parsed, block by block', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const { text } = await materialOf(Array.from({ length: BLOCKS }, () => HOSTILE).join('\n\n'));
  clearInterval(timer);
  expect(text.match(/<p>/g)).toHaveLength(BLOCKS);
  expect(turns).toBeGreaterThan(1);
});

it('shows escapes, references and marks as Markdown does', async () => {
  const { text } = await materialOf('# Lift\n\n\\*Stop\\* &amp; **lock** [out][1]\n\n[1]: https://example.com/loto');
  expect(text).toContain('<h2>Lift</h2>');
  expect(text).toContain('<p>*Stop* &amp; <strong>lock</strong> <a href="https://example.com/loto"');
});

it('aligns the columns of a table without style attributes', async () => {
  const { text } = await materialOf('| Load | Colour | Use |\n| :-- | --: | :-: |\n| 1 t | violet | any |');
  expect(text).toContain('<td>1 t</td>\n<td class="to-right">violet</td>\n<td class="to-center">any</td>');
  expect(text).not.toContain('style=');
});

it('lets lists, quotations and tables begin on the side of their language', async () => {
  const { text } = await materialOf('- قف\n\n1. ارفع\n\n> انتبه\n\n| حمل |\n| --- |\n| طن |');
  expect(text.match(/<(?:ul|ol|blockquote|div)[^>]* dir="auto"/g)).toHaveLength(4);
});
