export const permissions = {
  accounts: {
    manage: 'manage accounts',
  },
  practitioners: {
    read: 'see practitioners and their levels',
    manage: 'register and change practitioners',
  },
  frameworks: {
    edit: 'edit frameworks',
    publish: 'publish frameworks',
  },
  attainments: {
    record: 'record attainments',
    withdraw: 'withdraw attainments',
  },
  national: {
    read: 'see the national page',
  },
  items: {
    write: 'write items',
    review: 'review items',
    publish: 'publish items',
  },
  forms: {
    assemble: 'plan and assemble forms',
    publish: 'publish blueprints and forms',
  },
  exams: {
    edit: 'edit exams',
    publish: 'publish exams',
    sit: 'sit exams',
  },
  sittings: {
    manage: 'run sittings',
  },
  results: {
    decide: 'decide and correct results',
    release: 'release results',
  },
  attempts: {
    void: 'void attempts',
  },
  schemes: {
    edit: 'edit schemes',
    publish: 'publish schemes',
  },
  certificates: {
    read: 'see certificates',
    issue: 'issue certificates',
    suspend: 'suspend and reinstate certificates',
    withdraw: 'withdraw certificates',
  },
  keys: {
    replace: 'replace the signing key',
  },
  cases: {
    read: 'read case files',
  },
  scoring: {
    read: 'read the keys of decided attempts',
  },
  audit: {
    read: 'read the audit trail',
  },
  deadletters: {
    manage: 'decide about dead letters',
  },
  registry: {
    verify: 'verify many certificates at once',
  },
  system: {
    clock: 'shift the clock (trial only)',
  },
};
