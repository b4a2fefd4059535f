import { describe, expect, it } from '@jest/globals';
import { type WorkerRecord, differences, workerErrors, mergeWorker } from './worker-record.js';

const jordan: WorkerRecord = {
  id: '1',
  externalWorkerId: 'W-1',
  email: 'jordan@acme.com',
  learnerId: null,
  name: 'Jordan',
  site: 'Site A',
  role: 'Rigger',
  groups: ['Crew', 'Night'],
  active: true,
};

describe('writing to a worker', () => {
  it('keeps omitted fields, and clears those that are null', () => {
    expect(mergeWorker(jordan, {}, '2')).toEqual(jordan);
    expect(mergeWorker(jordan, { site: undefined, role: null }, '2')).toEqual({ ...jordan, role: null });
    expect(mergeWorker(jordan, { site: null, groups: [], active: false }, '2')).toEqual({
      ...jordan,
      site: null,
      groups: [],
      active: false,
    });
  });

  it('creates a new worker if there is none', () => {
    expect(mergeWorker(null, { name: 'Kim', email: 'KIM@acme.com' }, '2')).toEqual({
      id: '2',
      externalWorkerId: null,
      email: 'kim@acme.com',
      learnerId: null,
      name: 'Kim',
      site: null,
      role: null,
      groups: [],
      active: true,
    });
  });

  it('keeps the spelling of a site and of groups', () => {
    expect(mergeWorker(jordan, { site: ' site  a', groups: ['NIGHT', 'crew', 'Crew'] }, '2')).toEqual(jordan);
    expect(mergeWorker(jordan, { site: 'Site B', groups: ['night', 'New', 'new'] }, '2')).toMatchObject({
      site: 'Site B',
      groups: ['Night', 'new'],
    });
  });

  it('is refused without a name or any key', () => {
    expect(workerErrors(jordan)).toEqual([]);
    expect(workerErrors(mergeWorker(jordan, { externalWorkerId: null }, '2'))).toEqual([]);
    expect(workerErrors(mergeWorker(null, {}, '2')).map(({ field }) => field)).toEqual(['name', 'externalWorkerId']);
  });

  it('differs in the fields that changed only', () => {
    const after = mergeWorker(jordan, { role: 'Welder', groups: ['Crew'] }, '2');
    expect(differences(jordan, after)).toEqual({ role: 'Rigger', groups: ['Crew', 'Night'] });
    expect(differences(after, jordan)).toEqual({ role: 'Welder', groups: ['Crew'] });
  });
});
