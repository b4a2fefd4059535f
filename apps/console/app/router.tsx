import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  notFound,
  parseSearchWith,
  redirect,
  stringifySearchWith,
} from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { auditSearch } from '../features/audit/audit-search.js';
import { connectorsSearch } from '../features/connectors/connectors-search.js';
import { draftSearch, draftsSearch } from '../features/drafts/drafts-search.js';
import { librarySearch } from '../features/library/library-search.js';
import { loginSearch } from '../features/sign-in/login-search.js';
import { KINDS } from '../features/people/import/import-kinds.js';
import { peopleSearch } from '../features/people/people-search.js';
import { matrixQuery, peopleQuery, summaryQuery, trendQuery, workerQuery } from '../features/readiness/board-data.js';
import { readinessSearch, requirementsSearch, wallSearch } from '../features/readiness/readiness-search.js';
import { needsQuery } from '../features/needs/data/needs-list.js';
import { needsSearch } from '../features/needs/search/needs-search.js';
import { settingsSearch } from '../features/settings/settings-search.js';
import { parseValue } from '../shared/search/params.js';
import { sessionQuery } from '../shared/session/session.js';
import { lazyComponent } from '../shared/api/lazy-component.js';
import { FailedPage } from './pages/failed-page.js';
import { NotFoundPage } from './pages/not-found-page.js';
import { Shell } from './shell/shell.js';

const root = createRootRouteWithContext<{ readonly client: QueryClient }>()({ notFoundComponent: NotFoundPage });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: loginSearch,
  component: lazyComponent(() => import('../features/sign-in/sign-in-page.js'), 'SignInPage'),
});

const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  component: lazyComponent(() => import('../features/sign-in/set-password-page.js'), 'SetPasswordPage'),
});

/** Pages that need a session. Without one, the person signs in first, and returns. */
async function needsSession({
  context: { client },
  location,
}: {
  readonly context: { readonly client: QueryClient };
  readonly location: { readonly pathname: string; readonly href: string };
}): Promise<void> {
  const session = await client.ensureQueryData(sessionQuery);
  if (session !== null) return;
  const isEntry = location.pathname === '/';
  throw redirect({ to: '/login', search: isEntry ? {} : { returnTo: location.href } });
}

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: needsSession,
  component: Shell,
});

/** A page for a screen on a wall, without navigation. */
const signedInWall = createRoute({ getParentRoute: () => root, id: 'signed-in-wall', beforeLoad: needsSession });

const wallboard = createRoute({
  getParentRoute: () => signedInWall,
  path: '/readiness/wall',
  validateSearch: wallSearch,
  component: lazyComponent(() => import('../features/readiness/wallboard/wallboard.js'), 'Wallboard'),
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/needs', replace: true });
  },
});

const needs = createRoute({
  getParentRoute: () => signedIn,
  path: '/needs',
  validateSearch: needsSearch,
  loader: ({ context: { client }, location }) => {
    // While the script of the page is loaded.
    void client.prefetchInfiniteQuery(needsQuery(needsSearch(location.search)));
  },
  component: lazyComponent(() => import('../features/needs/needs-page.js'), 'NeedsPage'),
});

const automation = createRoute({
  getParentRoute: () => signedIn,
  path: '/automation',
  component: lazyComponent(() => import('../features/automation/automation-page.js'), 'AutomationPage'),
});

const connectors = createRoute({
  getParentRoute: () => signedIn,
  path: '/connectors',
  validateSearch: connectorsSearch,
  component: lazyComponent(() => import('../features/connectors/connectors-page.js'), 'ConnectorsPage'),
});

const readiness = createRoute({
  getParentRoute: () => signedIn,
  path: '/readiness',
  validateSearch: readinessSearch,
  loader: ({ context: { client }, location }) => {
    const search = readinessSearch(location.search);
    void client.prefetchQuery(summaryQuery(search));
    void client.prefetchInfiniteQuery(peopleQuery(search));
    void client.prefetchQuery(trendQuery(search.site));
  },
  component: lazyComponent(() => import('../features/readiness/readiness-page.js'), 'ReadinessPage'),
});

const matrix = createRoute({
  getParentRoute: () => signedIn,
  path: '/readiness/matrix',
  validateSearch: readinessSearch,
  loader: ({ context: { client }, location }) => {
    const search = readinessSearch(location.search);
    void client.prefetchQuery(summaryQuery(search));
    void client.prefetchInfiniteQuery(matrixQuery(search));
  },
  component: lazyComponent(() => import('../features/readiness/matrix/matrix-page.js'), 'MatrixPage'),
});

const requirements = createRoute({
  getParentRoute: () => signedIn,
  path: '/readiness/requirements',
  validateSearch: requirementsSearch,
  component: lazyComponent(() => import('../features/readiness/requirements/requirements-page.js'), 'RequirementsPage'),
});

const readinessWorker = createRoute({
  getParentRoute: () => signedIn,
  path: '/readiness/$worker',
  validateSearch: readinessSearch,
  loader: ({ context: { client }, location, params: { worker } }) => {
    void client.prefetchQuery(workerQuery(worker, readinessSearch(location.search).asOf));
  },
  component: lazyComponent(() => import('../features/readiness/worker/worker-page.js'), 'WorkerPage'),
});

const drafts = createRoute({
  getParentRoute: () => signedIn,
  path: '/drafts',
  validateSearch: draftsSearch,
  component: lazyComponent(() => import('../features/drafts/drafts-page.js'), 'DraftsPage'),
});

const draft = createRoute({
  getParentRoute: () => signedIn,
  path: '/drafts/$draft',
  validateSearch: draftSearch,
  component: lazyComponent(() => import('../features/drafts/review/draft-page.js'), 'DraftPage'),
});

const audit = createRoute({
  getParentRoute: () => signedIn,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyComponent(() => import('../features/audit/audit-page.js'), 'AuditPage'),
});

const library = createRoute({
  getParentRoute: () => signedIn,
  path: '/library',
  validateSearch: librarySearch,
  component: lazyComponent(() => import('../features/library/library-page.js'), 'LibraryPage'),
});

const course = createRoute({
  getParentRoute: () => signedIn,
  path: '/library/$course',
  component: lazyComponent(() => import('../features/library/courses/course-page.js'), 'CoursePage'),
});

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyComponent(() => import('../features/people/people-page.js'), 'PeoplePage'),
});

const peopleImport = createRoute({
  getParentRoute: () => signedIn,
  path: '/people/import/$kind',
  beforeLoad: ({ params: { kind } }) => {
    if (!KINDS.some((known) => known === kind)) throw notFound();
  },
  component: lazyComponent(() => import('../features/people/import/import-page.js'), 'ImportPage'),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  validateSearch: settingsSearch,
  component: lazyComponent(() => import('../features/settings/settings-page.js'), 'SettingsPage'),
});

/** For developers: no page links to it. */
const components = createRoute({
  getParentRoute: () => signedIn,
  path: '/components',
  component: lazyComponent(() => import('../features/components/components-page.js'), 'ComponentsPage'),
});

const tree = root.addChildren([
  login,
  setPassword,
  signedInWall.addChildren([wallboard]),
  signedIn.addChildren([
    home,
    needs,
    readiness,
    matrix,
    requirements,
    readinessWorker,
    drafts,
    draft,
    automation,
    connectors,
    audit,
    library,
    course,
    people,
    peopleImport,
    settings,
    components,
  ]),
]);

export function routerFor(client: QueryClient) {
  const router = createRouter({
    routeTree: tree,
    context: { client },
    parseSearch: parseSearchWith(parseValue),
    stringifySearch: stringifySearchWith(JSON.stringify, parseValue),
    defaultPreload: 'intent',
    defaultErrorComponent: FailedPage,
    scrollRestoration: false,
  });
  // The script of the first page is loaded while the session is read, and not after it.
  const isEntry = window.location.pathname === '/';
  const first: string[] = isEntry
    ? [needs.id]
    : router.matchRoutes(router.latestLocation).map(({ routeId }) => String(routeId));
  for (const route of Object.values(router.routesById)) if (first.includes(route.id)) void router.loadRouteChunk(route);
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerFor>;
  }
}
