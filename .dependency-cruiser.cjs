// The import rules of docs/architecture.md, type imports included.
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      // A virtual module of Vite, or a style sheet, is resolved by the bundler.
      to: {
        couldNotResolve: true,
        pathNot: '\\.css$|^virtual:|\\?(url|raw|worker)$|^react-aria-components$',
      },
    },
    {
      name: 'apps-are-islands',
      comment: 'Services talk by events only; what two need is a lib.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|tools|test)/' },
    },
    {
      name: 'libs-by-their-index',
      severity: 'error',
      from: { path: '^(apps|tools|libs/([^/]+))/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^libs/$2/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules over plain types: no framework, store, clock, randomness or input and output.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: {
        path: '^(node_modules/(@nestjs|typeorm|pg|kafkajs|fastify|class-validator)|apps/[^/]+/src/(http|events|store|use-cases)/|libs/(messaging)/)',
      },
    },
    {
      name: 'database-only-in-store',
      comment:
        'Use cases receive the transaction; only store/ says how a table is read and written.',
      severity: 'error',
      from: { path: '^apps/[^/]+/src/(domain|http)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^node_modules/(typeorm|pg)/' },
    },
    {
      name: 'pure-libraries',
      comment: 'qti, psychometrics, credentials, transparency-log: no Nest, no network, no file.',
      severity: 'error',
      from: {
        path: '^libs/(qti|psychometrics|credentials|transparency-log)/src/',
        pathNot: '\\.spec\\.ts$|/testing/',
      },
      to: {
        path: '^(node_modules/(@nestjs|typeorm|pg|kafkajs|fastify)/|libs/(service-kit|messaging)/)|^(fs|fs/promises|node:fs|node:fs/promises|http|node:http|https|net|child_process)$',
      },
    },
    {
      name: 'dto-not-type-only',
      comment:
        'A DTO or service imported as a type only switches validation or injection off in silence.',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '\\.(dto|service)\\.ts$', dependencyTypes: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
