import type { EventData } from '#libs/contracts';
import type { StoredCertificate } from '../store/certificates.ts';

/** What every certificate event tells other services: ids, state and dates, no names. */
export function dataOf(certificate: StoredCertificate): EventData<'certificate.issued'> {
  return {
    certificateId: certificate.id,
    practitionerId: certificate.practitionerId,
    schemeId: certificate.schemeId,
    schemeVersion: certificate.schemeVersion,
    state: certificate.state,
    reason: certificate.reasonCode === 'issued' ? null : certificate.reasonCode,
    effective: certificate.effective,
    attainmentIds: [...certificate.attainmentIds],
    expires: certificate.expires,
  };
}
