import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { AccountOwner, DeviceEntry } from './device-entry.js';
import { addEntry, hasSamePassword, isForAccount, nonceOf, readEntries } from './device-entry.js';

const KEY = randomBytes(32);
const ADA = { tenantId: 'tenant-1', id: 'user-1', email: 'ada@acme.example', passwordHash: '$argon2id$one' };
const user = (number: number): AccountOwner => ({ ...ADA, id: `user-${number}`, email: `user${number}@acme.example` });
const entryOf = (owner: AccountOwner = ADA): DeviceEntry => readEntries(addEntry(KEY, owner, []))[0] ?? Buffer.alloc(0);

describe('an entry of a device cookie', () => {
  it('is valid for the account for which it was made, and for no other tenant, address or key', () => {
    const entry = entryOf();
    expect(isForAccount(KEY, ADA, entry)).toBe(true);
    expect(isForAccount(KEY, { ...ADA, tenantId: 'tenant-2' }, entry)).toBe(false);
    expect(isForAccount(KEY, user(2), entry)).toBe(false);
    expect(isForAccount(randomBytes(32), ADA, entry)).toBe(false);
  });

  it('is invalid if any of its bytes is changed', () => {
    const entry = entryOf();
    const forged = Array.from(entry.keys(), (index) => {
      const copy = Buffer.from(entry);
      copy[index] = (copy[index] ?? 0) ^ 1;
      return copy;
    });
    expect(forged).toHaveLength(64);
    expect(forged.filter((one) => isForAccount(KEY, ADA, one))).toEqual([]);
  });

  it('becomes invalid with a new password, and for another user', () => {
    const entry = entryOf();
    const changes = [{ passwordHash: '$argon2id$two' }, { passwordHash: null }, { id: 'user-2' }];
    const others = changes.map((change) => ({ ...ADA, ...change }));
    expect([ADA, ...others].map((owner) => hasSamePassword(KEY, owner, entry))).toEqual([true, false, false, false]);
  });

  it('is valid for a user without a password, who uses single sign-on', () => {
    const { passwordHash, ...withoutPassword } = ADA;
    const entry = entryOf(withoutPassword);
    expect(hasSamePassword(KEY, { ...ADA, passwordHash: null }, entry)).toBe(true);
    expect(hasSamePassword(KEY, { ...ADA, passwordHash }, entry)).toBe(false);
  });

  it('has a new nonce each time', () => {
    expect(new Set(Array.from({ length: 50 }, () => nonceOf(entryOf()))).size).toBe(50);
  });
});

describe('a device cookie', () => {
  it('holds five accounts, and drops the one that logged in longest ago', () => {
    const numbers = [1, 2, 3, 4, 5, 6];
    const cookie = numbers.reduce((before, number) => addEntry(KEY, user(number), readEntries(before)), '');
    const entries = readEntries(cookie);
    const places = numbers.map((number) => entries.findIndex((entry) => isForAccount(KEY, user(number), entry)));
    expect(places).toEqual([-1, 4, 3, 2, 1, 0]);
  });

  it('has one entry for an account that logs in again, also with another password', () => {
    const first = addEntry(KEY, ADA, readEntries(addEntry(KEY, user(2), [])));
    const entries = readEntries(addEntry(KEY, { ...ADA, passwordHash: '$argon2id$two' }, readEntries(first)));
    expect(entries.map((entry) => [ADA, user(2)].findIndex((one) => isForAccount(KEY, one, entry)))).toEqual([0, 1]);
  });

  it.each([null, '', 'x', '!', 'A'.repeat(85), 'A'.repeat(87)])('has no entries if it is %j', (cookie) => {
    expect(readEntries(cookie)).toEqual([]);
  });

  it('is not read if it is longer than five entries', () => {
    const cookieOf = (entries: number): string => Buffer.alloc(64 * entries).toString('base64url');
    expect([readEntries(cookieOf(5)).length, readEntries(cookieOf(6)).length]).toEqual([5, 0]);
  });
});
