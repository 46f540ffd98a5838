/** The parts of the work pages, and the permissions of which any one opens each. */
export const sections = [
  {
    key: 'items',
    to: '/work/items',
    permissions: ['items.write', 'items.review', 'items.publish', 'forms.assemble'],
  },
  {
    key: 'forms',
    to: '/work/forms',
    permissions: ['forms.assemble', 'forms.publish', 'exams.edit'],
  },
  {
    key: 'exams',
    to: '/work/exams',
    permissions: [
      'exams.edit',
      'exams.publish',
      'sittings.manage',
      'results.decide',
      'results.release',
    ],
  },
  {
    key: 'sittings',
    to: '/work/sittings',
    permissions: [
      'sittings.manage',
      'results.decide',
      'results.release',
      'attempts.void',
      'cases.read',
    ],
  },
  { key: 'certificates', to: '/work/certificates', permissions: ['certificates.read'] },
  { key: 'cases', to: '/work/cases', permissions: ['cases.read', 'results.decide'] },
  {
    key: 'schemes',
    to: '/work/schemes',
    permissions: ['schemes.edit', 'schemes.publish', 'certificates.issue'],
  },
  {
    key: 'practitioners',
    to: '/work/practitioners',
    permissions: ['practitioners.read', 'practitioners.manage'],
  },
  { key: 'agencies', to: '/work/agencies', permissions: ['practitioners.manage'] },
  {
    key: 'frameworks',
    to: '/work/frameworks',
    permissions: ['frameworks.edit', 'frameworks.publish'],
  },
  { key: 'signingKeys', to: '/work/signing-keys', permissions: ['keys.replace'] },
  { key: 'accounts', to: '/work/accounts', permissions: ['accounts.manage'] },
  { key: 'clients', to: '/work/clients', permissions: ['accounts.manage'] },
  { key: 'deadLetters', to: '/work/dead-letters', permissions: ['deadletters.manage'] },
  { key: 'audit', to: '/work/audit', permissions: ['audit.read'] },
] as const;

export type Section = (typeof sections)[number];
export type SectionKey = Section['key'];

/** Where somebody who is no practitioner begins; null when no page is open to the account. */
export function beginningFor(permissions: readonly string[]): '/work' | '/national' | null {
  if (sectionsFor(permissions).length > 0) return '/work';
  return permissions.includes('national.read') ? '/national' : null;
}

/** Only what the account may do is offered to it. */
export function sectionsFor(permissions: readonly string[]): Section[] {
  return sections.filter((section) =>
    section.permissions.some((permission) => permissions.includes(permission)),
  );
}
