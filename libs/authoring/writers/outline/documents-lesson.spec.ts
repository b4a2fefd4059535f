import { expect, it } from '@jest/globals';
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
