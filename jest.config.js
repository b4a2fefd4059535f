import { realpathSync } from 'node:fs';
import { onOwnNode } from './scripts/own-node.js';

const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#platform/(.*)$': '<rootDir>/libs/platform/$1/index.ts',
    '^#(.*)/(http|jobs)$': '<rootDir>/libs/$1/$2.module.ts',
    '^#([a-z]+)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/harness/global-setup.js',
  globalTeardown: '<rootDir>/test/harness/global-teardown.js',
};

const ROOT = import.meta.dirname.replace(/[^\w/]/g, '\\$&');

/**
 * Specs for which Jest evaluates the engine again, which takes up to three seconds: they read counters of the process,
 * or set the clock of the code that they test.
 */
const ALONE = [
  'libs/changes/streams/change-streams.spec.ts',
  'libs/integration/webhook.metrics.spec.ts',
  'libs/needs/resolution/resolution.metrics.spec.ts',
  'libs/platform/http/bodies/in-flight-bodies.spec.ts',
  'libs/platform/telemetry/metrics/readings.spec.ts',
  'test/faults/readiness-kill.spec.ts',
  'test/flows/metrics.spec.ts',
].map((spec) => `<rootDir>/${spec}`);

/**
 * Specs of faults that take long, mostly waiting, and whose causes shorter specs test one by one. They run with `npm
 * run test:faults`, and if the command line of Jest contains a path below `test/faults`.
 */
const LONG_FAULTS = [
  'authoring-kill',
  'authoring-model-kill',
  'evidence-readers',
  'offer-kill',
  'poison',
  'pool-exhausted',
  'postgres-restart',
  'readiness-kill',
  'redis-away',
  'rotation',
  'slow-loris',
  'start-without',
].map((name) => `<rootDir>/test/faults/${name}.spec.ts`);
const runsLongFaults = process.env.FAULTS === 'full' || process.argv.some((arg) => arg.includes('test/faults'));
const leftOut = runsLongFaults ? [] : LONG_FAULTS;

const config = {
  projects: [
    {
      ...shared,
      displayName: 'alone',
      testMatch: ALONE,
      testPathIgnorePatterns: ['/node_modules/', ...leftOut],
      transform: { '^.+\\.ts$': '@swc/jest' },
    },
    {
      ...shared,
      displayName: 'engine',
      // Unit specs lie beside the code in libs/ and apps/; everything that needs a database is under test/.
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...ALONE, ...leftOut],
      testEnvironment: '<rootDir>/test/harness/native/environment.js',
      transform: {
        [`^${ROOT}/(?:apps|libs|bench)/.+(?<!\\.spec)\\.ts$`]: '<rootDir>/test/harness/native/es-module.js',
        '/node_modules/(?:@nestjs|@mikro-orm|fast-check)/.+\\.js$': '<rootDir>/test/harness/native/es-module.js',
        '/node_modules/(?:class-transformer|class-validator|pg|playwright-core|reflect-metadata|supertest)/.+\\.js$':
          '<rootDir>/test/harness/native/commonjs-module.js',
        '^.+\\.ts$': '@swc/jest',
      },
      transformIgnorePatterns: [
        '/node_modules/(?!(?:@nestjs|@mikro-orm|class-transformer|class-validator|fast-check|pg|playwright-core|reflect-metadata|supertest)/)',
      ],
    },
  ],
  testSequencer: '<rootDir>/test/harness/longest-first.js',
  // On two cores, tests wait so much that three processes run them in 0.85 × of the time of two.
  maxWorkers: 3,
  testTimeout: 120_000,
};

/**
 * Jest loads ES modules only with a flag of Node.js. If Jest was started without it, by npx or an editor, this starts
 * it again with the flag. Programs other than Jest only read the configuration.
 */
export default async function configuration() {
  if (/[/\\]jest(-cli)?[/\\]bin[/\\]jest\.js$/.test(realpathSync(process.argv[1])))
    await onOwnNode(['--experimental-vm-modules', '--no-warnings']);
  return config;
}
