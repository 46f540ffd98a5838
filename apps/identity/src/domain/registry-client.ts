/** Another agency's system that verifies certificates; it signs in with a secret of its own. */
export interface RegistryClient {
  id: string;
  name: string;
  agency: string | null;
  permissions: string[];
  secretDigest: string;
  lockedAt: Date | null;
  createdAt: Date;
}

/** A machine looks up and verifies; it never acts with a person's authority. */
export const CLIENT_PERMISSIONS = ['registry.verify', 'certificates.read'] as const;
