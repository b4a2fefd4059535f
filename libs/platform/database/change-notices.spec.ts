import { describe, expect, it } from '@jest/globals';
import { parseChangeNotice } from './change-notices.js';

describe('a notification of a change', () => {
  it('names a tenant, a kind of resource and the changed ones', () => {
    expect(parseChangeNotice('t need dismissed a,b')).toEqual({
      tenantId: 't',
      kind: 'need',
      action: 'dismissed',
      ids: ['a', 'b'],
    });
    expect(parseChangeNotice('t tenant changed acme')).toEqual({
      tenantId: 't',
      kind: 'tenant',
      action: 'changed',
      ids: ['acme'],
    });
  });

  it('may have no ids', () => {
    expect(parseChangeNotice('t need resolved ')).toEqual({
      tenantId: 't',
      kind: 'need',
      action: 'resolved',
      ids: null,
    });
  });
});
