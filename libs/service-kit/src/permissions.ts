// Every permission there is. A permission names an act, never a kind of person.
export const PERMISSIONS = [
  'accounts.manage',
  'practitioners.read',
  'practitioners.manage',
  'frameworks.edit',
  'frameworks.publish',
  'attainments.record',
  'attainments.withdraw',
  'national.read',
  'items.write',
  'items.review',
  'items.publish',
  'forms.assemble',
  'forms.publish',
  'exams.edit',
  'exams.publish',
  'sittings.manage',
  'results.decide',
  'results.release',
  'attempts.void',
  'schemes.edit',
  'schemes.publish',
  'certificates.read',
  'certificates.issue',
  'certificates.suspend',
  'certificates.withdraw',
  'keys.replace',
  'cases.read',
  'scoring.read',
  'audit.read',
  'deadletters.manage',
  'registry.verify',
  'exams.sit',
  'system.clock',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

export function isPermission(value: unknown): value is Permission {
  return typeof value === 'string' && (PERMISSIONS as readonly string[]).includes(value);
}
