import { setTimeout as sleep } from 'node:timers/promises';
import type { Attack } from '../attack.js';
import { USUAL } from '../bounds.js';

/** The baseline of the machine, to compare with the other rows. */
export const noAttack: Attack = {
  name: 'no attack',
  by: 'nobody',
  bound: USUAL,
  allowed: [],
  prepare:
    ({ scaled }) =>
    async () => {
      await sleep(scaled(300, 3_000));
      return {};
    },
};
