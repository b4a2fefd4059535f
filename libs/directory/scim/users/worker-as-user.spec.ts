import { describe, expect, it } from '@jest/globals';
import type { WorkerFields, WorkerRecord } from '../../workers/worker-record.js';
import { ENTERPRISE_SCHEMA, WORKER_SCHEMA } from '../scim-schemas.js';
import type { ScimUser } from './scim-user.js';
import { changedFields, currentUser, currentUserAsSent } from './worker-as-user.js';

const worker: WorkerRecord = {
  id: 'w',
  externalWorkerId: 'HR-1',
  email: 'ada@acme.com',
  learnerId: null,
  name: 'Ada',
  site: 'Site A',
  role: 'Rigger',
  groups: [],
  active: true,
};
const said = (now: object, before: object | null = null, known: WorkerRecord | null = null): WorkerFields =>
  JSON.parse(
    JSON.stringify(
      changedFields({ userName: 'ada', ...now }, before === null ? null : { userName: 'ada', ...before }, known),
    ),
  ) as WorkerFields;
const numbered = (employeeNumber: string): object => ({ [ENTERPRISE_SCHEMA]: { employeeNumber } });

describe('the fields of a worker in a user', () => {
  it.each<[string, object, WorkerFields]>([
    [
      'the display name before all others',
      { displayName: 'Ada L.', name: { formatted: 'Ms. Ada' } },
      { name: 'Ada L.' },
    ],
    ['the parts of the name', { name: { givenName: 'Ada', familyName: 'Lovelace' } }, { name: 'Ada Lovelace' }],
    [
      'the primary address',
      { emails: [{ value: 'a@home.example' }, { value: 'Ada@Acme.com', primary: true }] },
      { email: 'ada@acme.com', name: 'ada' },
    ],
    ['the userName as an address', { userName: 'Ada@acme.com' }, { email: 'ada@acme.com', name: 'Ada@acme.com' }],
    [
      'the employee number before the external id',
      { ...numbered('HR-1'), externalId: '00u1' },
      { externalWorkerId: 'HR-1', name: 'ada' },
    ],
    ['the external id if there is no other key', { externalId: '00u1' }, { externalWorkerId: '00u1', name: 'ada' }],
    [
      'site and learner id',
      { [WORKER_SCHEMA]: { site: 'Site B', learnerId: 'L-1' } },
      { site: 'Site B', learnerId: 'L-1', name: 'ada' },
    ],
  ])('in the first request: %s', (_what, now, fields) => {
    expect(said(now)).toEqual(fields);
  });

  it.each<[string, object, object, WorkerFields]>([
    [
      'nothing, if it is the same',
      { title: 'Chief', ...numbered('HR-1') },
      { title: 'Chief', ...numbered('HR-1') },
      { externalWorkerId: 'HR-1' },
    ],
    [
      'what is another',
      { title: 'Chief', active: false },
      { title: 'Rigger', active: true },
      { role: 'Chief', active: false },
    ],
    [
      'null for what is no longer sent',
      {},
      { title: 'Chief', emails: [{ value: 'ada@acme.com' }] },
      { role: null, email: null },
    ],
    ['no external id instead of a key from another source', { externalId: '00u2' }, { externalId: '00u1' }, {}],
  ])('again: %s', (_what, now, before, fields) => {
    expect(said(now, before, worker)).toEqual(fields);
  });

  it('may change an external id that was the key, and is replaced by a number', () => {
    const known = { ...worker, externalWorkerId: '00u1' };
    expect(said({ externalId: '00u2' }, { externalId: '00u1' }, known)).toEqual({ externalWorkerId: '00u2' });
    expect(said({ externalId: '00u1', ...numbered('HR-9') }, { externalId: '00u1' }, known)).toEqual({
      externalWorkerId: 'HR-9',
    });
    expect(said({ externalId: '00u1' }, { externalId: '00u1', ...numbered('HR-9') }, known)).toEqual({
      externalWorkerId: '00u1',
    });
  });
});

describe('the view of a user', () => {
  const lastSent: ScimUser = { userName: 'ada', displayName: 'A.', name: { givenName: 'Ada' }, ...numbered('HR-0') };

  it('has the attributes that were sent, replaced by those of the worker', () => {
    expect(currentUser(lastSent, worker)).toEqual({
      ...lastSent,
      displayName: 'Ada',
      active: true,
      title: 'Rigger',
      emails: [{ value: 'ada@acme.com', type: 'work', primary: true }],
      ...numbered('HR-1'),
      [WORKER_SCHEMA]: { site: 'Site A', learnerId: undefined },
    });
  });

  it('is limited to the attributes that were sent', () => {
    expect(currentUserAsSent(lastSent, worker)).toEqual({
      userName: 'ada',
      displayName: 'Ada',
      active: true,
      name: { givenName: 'Ada' },
      ...numbered('HR-1'),
    });
  });
});
