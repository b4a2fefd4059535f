import type { Page } from 'playwright-core';

/** The engine executes the next request to these addresses, and its answer does not arrive. */
export async function loseAnswer(page: Page, url: string): Promise<void> {
  await page.route(
    url,
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
}

/** Holds the requests to these addresses. @returns a function that lets them continue */
export async function holdRequests(page: Page, url: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(url, (route) => promise.then(() => route.continue()));
  return () => resolve();
}

/** From now on, listens for an event of a kind on the stream of a page. @returns waits for it */
export async function liveEvent(page: Page, kind: string): Promise<() => Promise<void>> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  const arrived = new Promise<void>((resolve) => {
    tools.on('Network.eventSourceMessageReceived', ({ eventName }) => {
      if (eventName === kind) resolve();
    });
  });
  return () => arrived.then(() => tools.detach());
}
