import { describe, expect, it } from '@jest/globals';
import { pagesOfTenants } from './tenant-pages.js';

describe('pages of tenants', () => {
  it('contain each tenant once, in order, and at most 500', () => {
    const tenants = Array.from({ length: 1_001 }, (_, index) => index);
    const pages = pagesOfTenants(tenants);
    expect(pages.map(({ length }) => length)).toEqual([500, 500, 1]);
    expect(pages.flat()).toEqual(tenants);
  });

  it('are none where there is no tenant', () => {
    expect(pagesOfTenants([])).toEqual([]);
  });
});
