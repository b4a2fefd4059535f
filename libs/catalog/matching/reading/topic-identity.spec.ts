import { describe, expect, it } from '@jest/globals';
import { topicIdentity } from './topic-identity.js';

describe('what a name is about', () => {
  it.each([
    ['Forklift Operation', 'forklift licence'],
    ['Working at Heights', 'WAH refresher 2026'],
    ['First Aid', 'HLTAID011 Provide First Aid'],
    ['Drone Operation', 'RePL'],
    ['Widget Polishing', 'Polishing_Widgets certificate'],
    ['Safety', 'SAFETY'],
  ])('is the same for %s and %s', (one, other) => {
    expect(topicIdentity(one)).toBe(topicIdentity(other));
  });

  it.each([
    ['Forklift Operation', 'Forklift trainer'],
    ['First Aid', 'First Aid Level 2'],
    ['Confined Space Entry', 'Confined space attendant'],
    ['Crane', 'Overhead crane operation'],
    ['Widget Polishing', 'Widget Painting'],
    ['Safety', 'Driver licence'],
  ])('is another for %s and %s', (one, other) => {
    expect(topicIdentity(one)).not.toBe(topicIdentity(other));
  });
});
