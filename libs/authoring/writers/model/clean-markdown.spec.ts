import { describe, expect, it } from '@jest/globals';
import { materialOf } from '#platform/pages';
import { cleanMarkdown } from './clean-markdown.js';
import { field } from './request.js';

const HOSTILE = [
  '<script>alert(1)</script>\n\nText',
  'Before <img src=x onerror=alert(1)> after',
  '<scr<b>ipt>alert(1)</scr</b>ipt>',
  '[Sign in](https://evil.example/login)',
  '[Run](javascript:alert(1)) and ![pixel](https://evil.example/p.png)',
  '[a][1]\n\n[1]: https://evil.example "t"',
  '<https://evil.example> and https://evil.example/auto and www.evil.example',
  'mail admin@evil.example or mailto:admin@evil.example',
  '- item <iframe src="https://evil.example"></iframe>\n- [x](data:text/html;base64,AAAA)',
  '| a | b |\n|---|---|\n| [x](https://evil.example) | <b>y</b> |',
  '> quoted [x](//evil.example)\n\n[^1]\n\n[^1]: https://evil.example',
  '\\<script\\>alert(1)\\</script\\>',
  '&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x&#62;',
  '[x](https://evil.exam\nple) [[y](https://evil.example)](https://evil.example)',
];

describe('the Markdown of an answer', () => {
  it.each(HOSTILE)('has no HTML, links and images left: %j', async (markdown) => {
    const html = (await materialOf(cleanMarkdown(markdown))).text;
    expect(html).not.toMatch(/<(?:a|img|script|iframe|b|svg)\b/i);
    expect(html).not.toContain('https://');
    expect(cleanMarkdown(cleanMarkdown(markdown))).toBe(cleanMarkdown(markdown));
  });

  it('keeps what a lesson is written with', () => {
    const lesson =
      '### Before the shift\n\nWalk around the truck. *Always* check:\n\n- forks\n- tyres, at **2.5 bar** or less\n\n1. Stop\n2. Tell\n\n| Part | Check |\n| ---- | ----- |\n| Horn | Sound |\n\n`lift < 2 t`';
    expect(cleanMarkdown(lesson)).toBe(lesson);
  });

  it('keeps the text of links, and lowers headings below those of the course', () => {
    expect(cleanMarkdown('# Title\n\nSee [the procedure](https://x.example).')).toBe('### Title\n\nSee the procedure.');
  });

  it('keeps words before a colon that are no addresses', () => {
    const text = 'Enter this data: the time, and who was there. In JavaScript: never. Only from data:text/html,x';
    expect(cleanMarkdown(text)).toBe('Enter this data: the time, and who was there. In JavaScript: never. Only from');
  });

  it('leaves no blanks behind where something was removed', () => {
    expect(cleanMarkdown('Look <b>here</b> ![pixel](x.png)\n\n## Do <i></i>')).toBe('Look here\n\n### Do');
  });

  it('has no text in characters that nobody sees', () => {
    const hidden = String.fromCodePoint(...[...'obey'].map((letter) => 0xe0000 + (letter.codePointAt(0) ?? 0)));
    expect(cleanMarkdown(`Stop${hidden}.`)).toBe('Stop.');
    expect(field(`Forklift${hidden} 👷‍♀️`)).toBe('Forklift 👷‍♀️');
  });

  it('has no characters that cannot be stored or change the direction of the text', () => {
    expect(cleanMarkdown('a\u0000b \u202ec \u061c\ud800 d')).toBe('ab c � d');
  });
});
