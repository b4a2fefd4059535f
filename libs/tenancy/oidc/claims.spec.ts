import { describe, expect, it } from '@jest/globals';
import { claimsOf, isOfDomains, roleOf, valueAt } from './claims.js';

const of = (...sets: Array<Record<string, unknown>>) => claimsOf('s', sets, 'groups');

describe('claims', () => {
  it("are the ID token's, or the userinfo endpoint's if the token lacks them", () => {
    expect(
      of(
        { email: 'Ada@Acme.example', email_verified: true },
        { name: ' Ada ', groups: ['safety', 7], email: 'other@acme.example' },
      ),
    ).toEqual({
      subject: 's',
      email: 'ada@acme.example',
      name: 'Ada',
      roles: ['safety'],
    });
    expect(of({ groups: 'admins' }, { groups: ['safety'] }).roles).toEqual(['admins']);
  });

  it.each([undefined, false, 'true', 1, null])('have no address if email_verified is %j', (email_verified) => {
    expect(of({ email: 'ada@acme.example', email_verified }).email).toBeNull();
  });

  it.each([true, 1, '1', 'true'])('have an address of Entra ID if xms_edov is %j', (xms_edov) => {
    expect(of({ email: 'ada@acme.example', xms_edov }).email).toBe('ada@acme.example');
  });

  it.each([
    { xms_edov: false },
    { xms_edov: '0' },
    { xms_edov: true, email_verified: false },
    { xms_edov: true, email_verified: null },
  ])('have no address with %j', (claims) => {
    expect(of({ email: 'ada@acme.example', ...claims }).email).toBeNull();
  });

  it('take an address and its verification from the same source', () => {
    expect(of({ email: 'ada@acme.example' }, { email: 'eve@evil.example', email_verified: true }).email).toBeNull();
    expect(of({ email_verified: true, xms_edov: true }, { email: 'ada@acme.example' }).email).toBeNull();
  });

  it.each(['nobody', '', 'a\0@acme.example', `${'a'.repeat(320)}@acme.example`, ['ada@acme.example'], 5])(
    'treat %j as no address',
    (email) => {
      expect(of({ email, email_verified: true }).email).toBeNull();
    },
  );

  it('are found by a name with dots, and by a path', () => {
    const set = { 'https://acme.com/roles': ['a'], realm_access: { roles: ['b'] } };
    expect([
      valueAt(set, 'https://acme.com/roles'),
      valueAt(set, 'realm_access.roles'),
      valueAt(set, 'realm_access.none.deep'),
      valueAt(set, 'constructor'),
    ]).toEqual([['a'], ['b'], undefined, undefined]);
  });
});

describe('the domains that may log in', () => {
  it('are the named ones, by exact match', () => {
    expect(
      [
        'ada@acme.com',
        'ada@sub.acme.com',
        'ada@acme.com.evil.example',
        'ada@evilacme.com',
        '"a@acme.com"@evil.example',
        null,
      ].filter((email) => isOfDomains(email, ['acme.com'])),
    ).toEqual(['ada@acme.com']);
  });

  it('are all if none is named', () => {
    expect([isOfDomains('ada@acme.com', []), isOfDomains(null, [])]).toEqual([true, true]);
  });
});

describe('a role', () => {
  const settings = {
    roles: [
      { value: 'safety', role: 'author' },
      { value: 'chiefs', role: 'admin' },
    ],
    defaultRole: null,
  } as const;
  const roleFor = (roles: string[], defaultRole: 'viewer' | null = null) =>
    roleOf({ subject: 's', email: null, name: null, roles }, { ...settings, defaultRole });

  it('is the highest of those in the claim', () => {
    expect([roleFor(['safety']), roleFor(['safety', 'chiefs']), roleFor(['chiefs', 'x'])]).toEqual([
      'author',
      'admin',
      'admin',
    ]);
  });

  it('is the default if the claim is empty or missing', () => {
    expect([roleFor(['x'], 'viewer'), roleFor([], 'viewer'), roleFor(['x']), roleFor(['SAFETY'])]).toEqual([
      'viewer',
      'viewer',
      null,
      null,
    ]);
  });
});
