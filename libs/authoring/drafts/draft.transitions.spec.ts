import { describe, expect, it } from '@jest/globals';
import { DRAFT_STATUSES, requestableIn, statusAfter } from './draft.transitions.js';

describe('a draft', () => {
  it('passes from the queue over review to the library', () => {
    const path = ['begin', 'finish', 'submit', 'approve', 'publish'] as const;
    expect(path.reduce((status, event) => statusAfter(status ?? 'failed', event), statusAfter('failed', 'retry'))).toBe(
      'published',
    );
  });

  it('is published only from approved, and approved only from review', () => {
    expect(DRAFT_STATUSES.filter((status) => statusAfter(status, 'publish') !== null)).toEqual(['approved']);
    expect(DRAFT_STATUSES.filter((status) => statusAfter(status, 'approve') !== null)).toEqual(['in_review']);
  });

  it('that is edited has to be submitted again', () => {
    expect(statusAfter('in_review', 'edit')).toBe('ready');
    expect(statusAfter('rejected', 'edit')).toBe('ready');
    expect(statusAfter('approved', 'edit')).toBeNull();
  });

  it('allows nothing more once it is published or cancelled', () => {
    expect(requestableIn('published')).toEqual([]);
    expect(requestableIn('cancelled')).toEqual([]);
    expect(requestableIn('failed')).toEqual(['retry']);
  });
});
