import type { EntityManager } from 'typeorm';
import { open } from '#libs/service-kit';
import type { Sealed } from '#libs/service-kit';

export type StoredPackage = {
  digest: string;
  sittingId: string;
  formId: string;
  bytes: Buffer;
  sealedKey: Sealed;
};

export const packageKeyContext = (sittingId: string, formId: string): string =>
  `package-key:${sittingId}:${formId}`;

export async function insertPackage(tx: EntityManager, one: StoredPackage): Promise<void> {
  await tx.query(
    `insert into exam_package (digest, sitting_id, form_id, bytes, sealed_key)
     values ($1, $2, $3, $4, $5)`,
    [one.digest, one.sittingId, one.formId, one.bytes, JSON.stringify(one.sealedKey)],
  );
}

export async function packageBytes(tx: EntityManager, digest: string): Promise<Buffer | undefined> {
  const rows = await tx.query<{ bytes: Buffer }[]>(
    'select bytes from exam_package where digest = $1',
    [digest],
  );
  return rows[0]?.bytes;
}

export type PackageAddress = { formId: string; digest: string; size: number };

export const packagesOf = (tx: EntityManager, sittingId: string): Promise<PackageAddress[]> =>
  tx.query<PackageAddress[]>(
    `select form_id as "formId", digest, length(bytes) as size from exam_package
     where sitting_id = $1 order by digest`,
    [sittingId],
  );

/** The key of a package, in base64url, as the candidate's browser gets it at the start. */
export async function packageKey(
  tx: EntityManager,
  sittingId: string,
  formId: string,
  sealKey: Buffer,
): Promise<string> {
  const [row] = await tx.query<{ sealedKey: Sealed }[]>(
    'select sealed_key as "sealedKey" from exam_package where sitting_id = $1 and form_id = $2',
    [sittingId, formId],
  );
  if (row === undefined) throw new Error(`sitting ${sittingId} has no package of form ${formId}`);
  return open(sealKey, row.sealedKey, packageKeyContext(sittingId, formId)).toString('base64url');
}
