export const work = {
  label: 'Work',
  title: 'Work',
  lead: 'What your account is for. Every act of authority asks for its reason and stands in the audit trail.',
  pages: 'Pages',
  shown: '{{from}} to {{to}} of {{total}}',
  before: 'Before',
  after: 'Further',
  all: 'All',
  everybody: 'Show everybody',
  show: 'Show',
  since: 'Since',
  nobodyFound: 'Nobody of that name among the people whom your account sees.',
  moreFound: 'And {{count}} more: type more of the name.',
  saved: 'Saved.',
  items: {
    title: 'Items',
    text: 'Questions with their sources and translations: written by one person, reviewed by a second, published by a third.',
  },
  forms: {
    title: 'Forms',
    text: 'Blueprints say how many items of which kind make a form; forms are assembled from them and frozen.',
  },
  exams: {
    title: 'Exams',
    text: 'Time, cut score and who set it, languages, retakes. A published exam never changes.',
  },
  sittings: {
    title: 'Sittings',
    text: 'An exam in a window of time: who is enrolled, who has begun, what came of it.',
  },
  certificates: {
    title: 'Certificates',
    text: 'Certificates of the people whom your account sees, as they stand today.',
    what: 'Certificate',
    ofPerson: 'Certificates of one person',
    emptyTitle: 'No certificate here',
    empty:
      'A certificate comes by itself when a scheme’s attainments are there. Perhaps the selection is too narrow.',
  },
  cases: {
    title: 'Cases',
    text: 'What a person has to decide, because no rule may: opened by what happened, closed by somebody whom it does not concern and who did not decide it before.',
    about: 'About',
    attempts: 'Attempts',
    certificates: 'Certificates',
    open: 'Open',
    closed: 'Closed',
    openEmpty: 'No case is open',
    closedEmpty: 'No case was closed yet',
    empty:
      'A case opens by itself: when answers come after the end, cannot be scored or are not whole, and when the evidence of a certificate is withdrawn.',
    means: {
      'late-entries':
        'Answers came after the end and its grace. They are kept as evidence and not counted.',
      'response-refused': 'An answer could not be scored and counts nothing so far.',
      'journal-broken':
        'The chain of saved entries is not whole. The attempt needs a person’s eye.',
      'evidence-withdrawn':
        'An attainment that the certificate rests on was withdrawn. It is suspended until the case is decided.',
    },
    toSitting: 'The attempt in its sitting: correct the score, declare void',
    toCertificate: 'To the certificate: to reinstate or withdraw it closes the case',
    fold: 'Fold away',
    close: {
      title: 'Close the case',
      explains:
        'It says what came of the case. What changes a score or the attempt is done before, in its sitting.',
      submit: 'Close this case',
      reason: 'Outcome, and why',
    },
  },
  schemes: {
    title: 'Schemes',
    text: 'What must be attained for a certificate, for how long it holds, who decides. One person edits a scheme, another publishes it.',
  },
  practitioners: {
    title: 'Practitioners',
    text: 'The people whom your account sees, with agency and roles. The file holds the ids that a sitting’s list of enrolment takes.',
  },
  agencies: {
    title: 'Agencies and regions',
    text: 'Where practitioners serve, and in which region each agency lies.',
  },
  frameworks: {
    title: 'Frameworks',
    text: 'Competencies, levels, roles and what each role requires: edited as a draft, published as a version.',
  },
  signingKeys: {
    title: 'Signing key',
    text: 'The key by which certificates are signed. A former one stays published with its end, so that what it signed can be verified.',
  },
  accounts: {
    title: 'Accounts',
    text: 'Who may sign in and what for. Nobody changes an account of their own.',
  },
  clients: {
    title: 'Registries',
    text: 'Systems of other agencies that verify certificates by themselves. Each signs in with a secret of its own.',
  },
  deadLetters: {
    title: 'Dead letters',
    text: 'Events that could not be handled. Later events of the same key wait behind them; nothing else does.',
  },
  audit: {
    title: 'Audit trail',
    text: 'Who did what by which authority, when and why. Rows are only ever added, each bound to the one before by its hash.',
  },
  services: {
    competency: 'Competency',
    'question-bank': 'Question bank',
    'exam-delivery': 'Exam delivery',
    certificates: 'Certificates',
    identity: 'Accounts',
  },
};
