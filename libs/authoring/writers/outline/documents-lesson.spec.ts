import { expect, it } from '@jest/globals';
import { materialOf } from '#platform/pages';
import { documentsLesson } from './documents-lesson.js';

const claimOf = (text: string): string | undefined => {
  const source = { documentId: 'doc_1', passageId: 'psg_1', text: 'Forklift procedure, version 1' };
  return documentsLesson([{ source, title: 'Forklift procedure', section: '', text }], 1).claims[0]?.text;
};

it.each([
  ['Check the horn before each shift. Report defects.', 'Check the horn before each shift.'],
  ['1. Check the horn before each shift.\n2. Check the forks.', 'Check the horn before each shift.'],
  ['- Check the horn\n- Check the forks', 'Check the horn'],
  ['a) Check the horn\nand the lights\nb) Check the forks', 'Check the horn and the lights'],
  ['Max. 5 km/h in the yard. Slower at doors.', 'Max. 5 km/h in the yard.'],
  ['> - **Check** the horn.', '**Check** the horn.'],
  ['- \n- ', '- -'],
])('claims the first statement of a passage: %j', (text, claim) => {
  expect(claimOf(text)).toBe(claim);
});

it('quotes a passage and names its document without headings, also where their lines look like marks of them', async () => {
  const source = { documentId: 'doc_1', passageId: 'psg_1', text: '3. Driving, version 1' };
  const text = 'Speed\n-----\n5 km/h\n===\n- at *doors*';
  const { markdown } = documentsLesson([{ source, title: '3. Driving', section: '', text }], 1);
  const shown = (await materialOf(markdown)).text;
  expect(shown.match(/<\w+/g)).toEqual(['<p', '<blockquote', '<p', '<ul', '<li', '<p']);
  for (const line of ['Speed', '-----', '5 km/h', '===', 'at *doors*', '3. Driving, version 1'])
    expect(shown).toContain(line);
});
