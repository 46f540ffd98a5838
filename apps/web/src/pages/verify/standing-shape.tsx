import type { VerificationAnswer } from '../../api/certificates.ts';
import { StatusShape, type StatusTone } from '../../components/status-shape.tsx';

const tones: Record<VerificationAnswer['standing'], StatusTone> = {
  valid: 'good',
  superseded: 'attention',
  suspended: 'attention',
  'not-yet-valid': 'attention',
  'cannot-tell': 'attention',
  'unknown-issuer': 'attention',
  expired: 'refusal',
  withdrawn: 'refusal',
  'not-valid': 'refusal',
};

export const toneOf = (standing: VerificationAnswer['standing']): StatusTone => tones[standing];

export function StandingShape({ standing }: { standing: VerificationAnswer['standing'] }) {
  return (
    <span className="verdict__shape">
      <StatusShape tone={toneOf(standing)} />
    </span>
  );
}
