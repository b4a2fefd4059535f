import { expect, it } from '@jest/globals';
import { ModulesContainer } from '@nestjs/core';
import { PeriodicTask } from '#platform/lifecycle';
import { sharedEngine } from '../harness/engine.js';

const MAX_RETRY_MS = 600_000;

it('every periodic task that failed, as in a restart of PostgreSQL, is repeated within ten minutes', async () => {
  const { app } = await sharedEngine();
  const providers = [...app.get(ModulesContainer).values()].flatMap(({ providers: own }) => [...own.values()]);
  const tasks = providers.flatMap(({ instance }) => (instance instanceof PeriodicTask ? [instance] : []));
  expect(tasks.length).toBeGreaterThan(10);
  const late = tasks.filter((task) => Number(Reflect.get(task, 'retryInMs')) > MAX_RETRY_MS);
  expect(late.map(({ constructor }) => constructor.name)).toEqual([]);
});
