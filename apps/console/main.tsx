import './styles/app.css';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider, notifyManager } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { routerFor } from './app/router.js';
import { followSignIns, forget, isSignedOut } from './shared/session/session.js';
import { isPassing } from './shared/text/problem-text.js';
import { followPolicy } from './shared/time/zone.js';
import { Toasts } from './shared/ui/toasts.js';

/** Retries of a query that failed because the engine or the network was unavailable for a moment. */
const RETRIES = 2;

const onError = (error: unknown): void => {
  const { pathname, href } = router.state.location;
  // An open dialog shows the error itself, and keeps what was entered.
  const isInDialog = document.querySelector('.dialog') !== null;
  if (isSignedOut(error) && pathname !== '/login' && !isInDialog) void endSession(href);
};

/** Leaves the page first, because it cannot be shown without a session. With unsaved edits, the person may stay. */
async function endSession(returnTo: string): Promise<void> {
  await router.navigate({ to: '/login', search: { returnTo, reason: 'ended' } });
  if (router.state.location.pathname === '/login') forget(client);
}

// By default, a button learns after the next event that its change is under way: a double click would make it twice.
notifyManager.setScheduler(queueMicrotask);

const client = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // Without a network, calls fail at once. By default they wait unseen: what was given up is sent once it is back.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < RETRIES && isPassing(error),
    },
  },
});
const router = routerFor(client);
followSignIns(client);
followPolicy(client);

const place = document.querySelector('#console');
if (place !== null)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Toasts>
          <RouterProvider router={router} />
        </Toasts>
      </QueryClientProvider>
    </StrictMode>,
  );
