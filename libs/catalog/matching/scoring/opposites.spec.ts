import { expect, it } from '@jest/globals';
import { stem } from '../words/stem.js';
import { haveOpposites } from './opposites.js';

const opposed = (topic: string, course: string): boolean =>
  haveOpposites(topic.split(' ').map(stem), course.split(' ').map(stem));

it.each([
  ['over 11m', 'under 11m', true],
  ['low voltage', 'high', true],
  ['indoor', 'outdoors', true],
  ['architect associate', 'architect professional', true],
  ['over', 'over', false],
  ['ladders', 'scaffolds', false],
])('%j against %j: %j', (topic, course, expected) => {
  expect(opposed(topic, course)).toBe(expected);
  expect(opposed(course, topic)).toBe(expected);
});
