import { useQuery } from '@tanstack/react-query';
import { credentialQuery, type CertificateView } from '../../api/certificates.ts';
import { Person } from '../../components/person.tsx';
import { readCredential } from '../verify/read-credential.ts';

/** The name that was signed: neither that of the account nor one taken since. */
export function CertifiedName({ certificate }: { certificate: CertificateView }) {
  const { data, isPending } = useQuery(credentialQuery(certificate.id));
  const name = data && readCredential(data).holder;
  if (name) return <span>{name}</span>;
  return isPending ? null : <Person id={certificate.practitionerId} />;
}
