import { describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { withPublicIds } from './public-ids.js';

const A = '019b0000-0000-7000-8000-000000000001';
const B = '019b0000-0000-7000-8000-000000000002';

describe('the details of an audit entry', () => {
  it('have public ids in fields that name what they identify, also in lists and below', () => {
    expect(withPublicIds({ courseId: A, workerIds: [A, B], filter: { needId: B } })).toEqual({
      courseId: ids.show('crs', A),
      workerIds: [ids.show('wrk', A), ids.show('wrk', B)],
      filter: { needId: ids.show('need', B) },
    });
  });

  it('have the public ids of the workers who joined and left a group', () => {
    expect(withPublicIds({ added: [A], removed: [B] })).toEqual({
      added: [ids.show('wrk', A)],
      removed: [ids.show('wrk', B)],
    });
  });

  it('have the public id of a target by its kind', () => {
    expect(withPublicIds({ target: { kind: 'site', id: A } })).toEqual({
      target: { kind: 'site', id: ids.show('site', A) },
    });
    expect(withPublicIds({ target: { kind: 'workers', ids: [A] } })).toEqual({
      target: { kind: 'workers', ids: [ids.show('wrk', A)] },
    });
  });

  it('keep everything else, also below the names of object methods', () => {
    const details = {
      map: { constructor: { topic: A }, toString: { topic: A }, valueOf: { kind: 'constructor', id: A } },
      name: A,
      note: 'x',
      count: 1,
      none: null,
      courseId: 'crs_1',
      filter: { site: 'North' },
    };
    expect(withPublicIds(details)).toEqual(details);
    expect(withPublicIds(null)).toBeNull();
  });
});
