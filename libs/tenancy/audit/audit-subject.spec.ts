import { describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { shownSubjectId, wantedSubject } from './audit-subject.js';

describe('the subject of an audit entry', () => {
  const uuid = ids.next();

  it('is shown by the id that the rest of the API gives it', () => {
    expect(shownSubjectId('need', uuid)).toBe(ids.show('need', uuid));
    expect(shownSubjectId('worker', uuid)).toBe(ids.show('wrk', uuid));
  });

  it('is unchanged if it is a public id, or a name', () => {
    expect(shownSubjectId('signal', ids.show('sig', uuid))).toBe(ids.show('sig', uuid));
    expect(shownSubjectId('tenant', 'acme')).toBe('acme');
    expect(shownSubjectId('signal_map', 'signal_map')).toBe('signal_map');
  });

  it('is found by its id, in whatever form its entries have it', () => {
    expect(wantedSubject(ids.show('need', uuid))).toEqual({ ids: [ids.show('need', uuid), uuid] });
    expect(wantedSubject(ids.show('asg', uuid))).toEqual({ ids: [ids.show('asg', uuid), uuid] });
  });

  it.each(['need', 'signal_map', 'need_', 'need_short', 'NEED_01jd00000000000000000000000'])(
    'is a kind of resource if it is no id: %s',
    (kind) => {
      expect(wantedSubject(kind)).toEqual({ kind });
    },
  );
});
