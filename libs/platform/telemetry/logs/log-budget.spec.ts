import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { LogBudget } from './log-budget.js';

describe('a log budget', () => {
  it('lets so many lines through, then tells how many it kept back, and starts anew a second later', async () => {
    const told: number[] = [];
    const budget = new LogBudget(20, (skipped) => told.push(skipped));
    const taken = Array.from({ length: 500 }, () => budget.take());
    expect(taken.filter(Boolean)).toHaveLength(20);
    expect(told).toEqual([]);
    await sleep(1_050);
    expect(told).toEqual([480]);
    expect(budget.take()).toBe(true);
  });

  it('tells what it kept back when it is closed, and nothing where it kept nothing', () => {
    const told: number[] = [];
    const budget = new LogBudget(1, (skipped) => told.push(skipped));
    budget.take();
    budget.close();
    budget.take();
    budget.take();
    budget.close();
    budget.close();
    expect(told).toEqual([2]);
  });
});
