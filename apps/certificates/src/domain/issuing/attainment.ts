import type { EvidenceKind, Framework } from '../scheme/scheme.ts';
import type { LegalDate } from '../words.ts';

/** Evidence that a practitioner holds a competency at a level, valid through `to` (null: without end). */
export type Attainment = {
  readonly attainmentId: string;
  readonly practitionerId: string;
  readonly frameworkId: string;
  readonly frameworkVersion: number;
  readonly competencyId: string;
  readonly competencyCode: string;
  readonly level: number;
  readonly evidence: EvidenceKind;
  readonly from: LegalDate;
  readonly to: LegalDate | null;
  readonly withdrawn: boolean;
};

/**
 * Whether what was attained under one version of a framework counts under a later one: where each
 * version between declares (competency, level) equivalent to one before, back to the attained one.
 * `versions` are the framework's published versions.
 */
export function countsUnder(
  attainment: Attainment,
  competencyId: string,
  version: number,
  versions: readonly Framework[],
): boolean {
  if (attainment.competencyId !== competencyId) return false;
  if (attainment.frameworkVersion === version) return true;
  if (attainment.frameworkVersion > version) return false;
  const framework = versions.find((one) => one.version === version);
  const before = (framework?.equivalentTo ?? []).filter(
    (one) =>
      one.competencyId === competencyId && one.level === attainment.level && one.version < version,
  );
  return before.some((one) => countsUnder(attainment, competencyId, one.version, versions));
}
