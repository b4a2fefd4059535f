/** Unit specs lie beside the code in libs/ and apps/; everything that needs a database is under test/. */
export default {
  rootDir: '.',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: '<rootDir>/test/harness/native/environment.js',
  resolver: '<rootDir>/test/harness/native/resolver.cjs',
  transform: {
    '/(?:dist|node_modules/(?:@nestjs|@mikro-orm))/.+\\.js$': '<rootDir>/test/harness/native/es-module.js',
    '/node_modules/(?:class-transformer|class-validator|reflect-metadata)/.+\\.js$': '<rootDir>/test/harness/native/commonjs-module.js',
    '^.+\\.ts$': '@swc/jest',
  },
  transformIgnorePatterns: ['/node_modules/(?!(?:@nestjs|@mikro-orm|class-transformer|class-validator|reflect-metadata)/)'],
  moduleNameMapper: {
    '^#platform/(.*)$': '<rootDir>/libs/platform/$1/index.ts',
    '^#(.*)/(http|jobs)$': '<rootDir>/libs/$1/$2.module.ts',
    '^#([a-z]+)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/harness/global-setup.js',
  globalTeardown: '<rootDir>/test/harness/global-teardown.js',
  maxWorkers: 2,
  testTimeout: 30_000,
};
