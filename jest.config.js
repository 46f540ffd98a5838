const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '\\.tsx?$': '@swc/jest' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
  ...more,
});

export default {
  reporters: ['default', '<rootDir>/test/closing-line-reporter.js'],
  // Jest applies the root's timeout to every project.
  testTimeout: 120_000,
  projects: [
    project('unit', ['<rootDir>/{apps,libs,tools}/**/*.spec.{ts,tsx}']),
    project('int', ['<rootDir>/test/int/**/*.spec.ts'], {
      globalSetup: '<rootDir>/test/engines/setup.ts',
      globalTeardown: '<rootDir>/test/engines/teardown.ts',
    }),
    project('e2e', ['<rootDir>/test/e2e/**/*.spec.ts'], {
      globalSetup: '<rootDir>/test/engines/system.ts',
      globalTeardown: '<rootDir>/test/engines/system-teardown.ts',
    }),
  ],
};
