import type { CertificateChange } from '../../api/certificates.ts';

/** What the state and the account allow; the service judges again. */
export function possibleChanges(
  state: string,
  permissions: readonly string[],
): CertificateChange[] {
  const suspends = permissions.includes('certificates.suspend');
  const withdraws = permissions.includes('certificates.withdraw');
  const changes: CertificateChange[] = [];
  if (suspends && state === 'active') changes.push('suspend');
  if (suspends && state === 'suspended') changes.push('reinstate');
  if (withdraws && ['active', 'suspended', 'expired'].includes(state)) changes.push('withdraw');
  return changes;
}
