import { describe, expect, it } from '@jest/globals';
import { designationsDiffer, designationsIn } from './designations.js';

describe('the designations of a name', () => {
  it.each([
    ['CACES R489 cat. 1A', ['category 1a', 'mark-r 489']],
    ['Airside Driving Permit - Category M (Manoeuvring Area)', ['category m']],
    ['Utility Excavation Categories 3 & 4', ['category 3', 'category 4']],
    ['Attestation d’aptitude catégorie I', ['category 1']],
    ['Primo soccorso gruppo B-C', ['group b', 'group c']],
    ['Class 1, 2 and 3 forklifts', ['class 1', 'class 2', 'class 3']],
    ['Group exercise classes', []],
    ['Category management', []],
    ['HAZWOPER 40hour', ['hour 40']],
    ['Aseptic Gowning Grade A/B', ['grade a', 'grade b']],
    ['CACES R482 C1', ['category c1', 'mark-r 482', 'mark-c 1']],
    ['CACES R483 grue mobile', ['mark-r 483']],
    ['FFP3 mask, Q3 of FY26, L2', ['mark-ffp 3']],
    ['JHSC part 2', ['part 2']],
    ['Hazmat 172point704', ['section 172.704']],
    ['Road grader', []],
    ['Ladders', []],
  ])('are read from %j', (text, designations) => {
    expect(designationsIn(text)).toEqual(designations);
  });

  it.each([
    ['cat 1A', 'cat. 5', true],
    ['cat 1', 'cat. 1A', false],
    ['cat 1', 'cat. 10', true],
    ['cat 3', 'categories 3 & 4', false],
    ['cat 3', 'class 4', false],
    ['cat 3', 'forklift', false],
    ['first aid 1day', 'first aid 3day', true],
    ['first aid 1day', 'first aid 8hour', false],
  ])('differ between %j and %j: %s', (one, other, differ) => {
    expect(designationsDiffer(designationsIn(one), designationsIn(other))).toBe(differ);
  });
});
