export const schemes = {
  new: 'New scheme',
  editTitle: 'Draft of {{code}}, version {{version}}',
  newVersion: 'Begin a new version',
  newVersionText:
    'What is published stays as it is, and so do the certificates under it. What you save here is the draft of the next version.',
  about: 'About the scheme',
  codeHint: 'Short, in capitals, figures and hyphens, for example EV3-2.',
  titleHint: 'It stands on the certificate.',
  description: 'Description',
  descriptionHint: 'May be left empty; then the name stands in its place.',
  framework: 'Framework',
  frameworkVersion: '{{title}}, version {{version}}',
  frameworkHint: 'Competencies and levels are meant as this version says.',
  requirements: 'What must be attained',
  requirementsHint:
    'All of it together. A higher level counts for a lower one. Of each kind of evidence that is ticked there must be some; if none is, any will do.',
  addRequirement: 'Add a competency',
  remove: 'Remove {{competency}}',
  count: '{{count}} competencies of “{{of}}”',
  ofRole: 'As a role requires it',
  ofRoleHint: 'Takes the place of what stands below.',
  take: 'Take it over',
  evidence: 'Evidence',
  anyEvidence: 'any that the level takes',
  competencies: 'Competencies',
  validity: 'Valid for, in months',
  validityHint: 'A certificate ends earlier where what it rests on ends earlier.',
  renewal: 'Renewal',
  renewalText: 'opens {{days}} days before the end',
  renewalDays: 'Renewal opens, days before the end',
  issuingHint: 'By the rule a certificate comes at once when everything is attained.',
  version: 'Version',
  versions: 'Versions',
  former: 'This is not the newest version. Certificates under it stay as they are.',
  toNewest: 'To the newest version',
  certificates: 'Certificates of this scheme',
  emptyTitle: 'No scheme yet',
  empty:
    'A scheme says what must be attained for a certificate. One edits it, another publishes it.',
  problems: {
    required: 'Fill in this field.',
    'bad-code': 'Capitals, figures and hyphens, at most 32.',
    'not-a-number': 'This has to be a whole number.',
    'no-requirement': 'Add at least one competency.',
    twice: 'This competency stands there already.',
  },
  issue: {
    link: 'Issue by hand: who is ready',
    title: 'Ready for “{{scheme}}”',
    lead: {
      automatic:
        'By the rule certificates of this scheme come by themselves. Here stands whom the rule leaves to a person, and for a moment who is about to get one.',
      'by-person':
        'Who fulfils the scheme, of the people whom your account sees. An officer issues.',
    },
    caption: 'Ready for a certificate',
    emptyTitle: 'Nobody is ready',
    empty:
      'Whoever attains what the scheme asks for and has no certificate of it, or one that may be renewed, appears here.',
    act: 'Issue a certificate',
    explains:
      'The certificate is signed with today’s date, stands in the public log, and is valid through {{expires}}. It cannot be taken back, only withdrawn.',
    renews: 'It takes the place of the one that is held.',
    submit: 'Issue this certificate',
    done: 'The certificate is issued.',
    toCertificate: 'To the certificate',
  },
  publish: {
    title: 'Publish',
    final: 'A published version never changes. What follows today:',
    people: {
      automatic:
        'People who fulfil it already and never had a certificate of it: {{people}}. Their certificates are issued within moments.',
      'by-person':
        'People who fulfil it already and never had a certificate of it: {{people}}. An officer issues to each of them.',
    },
    holders:
      'People who hold a certificate of an earlier version: {{holders}}. They keep it as it is; a renewal follows this version.',
    self: 'You fulfil it yourself: your own certificate waits for another person’s act.',
    submit: 'Publish version {{version}}',
    done: {
      automatic: 'It is published. Certificates for those who fulfil it already are being issued.',
      'by-person': 'It is published. Officers can issue from now on.',
    },
  },
};
