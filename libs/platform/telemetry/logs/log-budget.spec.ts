import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { LogBudget } from './log-budget.js';

describe('a log budget', () => {
  it('writes that many lines a second, and then the number of suppressed ones', async () => {
    const reported: number[] = [];
    const budget = new LogBudget(20, (skipped) => reported.push(skipped));
    const taken = Array.from({ length: 500 }, () => budget.take());
    expect(taken.filter(Boolean)).toHaveLength(20);
    expect(reported).toEqual([]);
    await sleep(1_050);
    expect(reported).toEqual([480]);
    expect(budget.take()).toBe(true);
  });

  it('writes the number of suppressed lines when it is closed, and nothing if it suppressed none', () => {
    const reported: number[] = [];
    const budget = new LogBudget(1, (skipped) => reported.push(skipped));
    budget.take();
    budget.close();
    budget.take();
    budget.take();
    budget.close();
    budget.close();
    expect(reported).toEqual([2]);
  });
});
