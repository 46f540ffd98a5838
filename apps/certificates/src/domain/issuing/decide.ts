// Whether a practitioner gets a certificate of a scheme: issue, wait (what is missing), refuse (why).
import { addDaysToLegalDate, lastDayOfTerm } from '#libs/service-kit';
import type { Certificate } from '../certificate/certificate.ts';
import { stateOn } from '../certificate/certificate.ts';
import type { EvidenceKind, Framework, Scheme, SchemeRequirement } from '../scheme/scheme.ts';
import type { LegalDate } from '../words.ts';
import { countsUnder } from './attainment.ts';
import type { Attainment } from './attainment.ts';

export type Missing = {
  readonly competencyId: string;
  readonly level: number;
  readonly evidence: EvidenceKind | null;
};

export type Decision =
  | {
      readonly outcome: 'issue';
      readonly attainments: readonly Attainment[];
      readonly expires: LegalDate;
      /** Certificates of this scheme that the new one renews. */
      readonly supersedes: readonly string[];
    }
  | {
      readonly outcome: 'wait';
      readonly reason: 'not-attained';
      readonly missing: readonly Missing[];
    }
  | { readonly outcome: 'wait'; readonly reason: 'held-until'; readonly renewalOpens: LegalDate }
  | { readonly outcome: 'wait'; readonly reason: 'held-suspended' | 'already-certified' }
  | { readonly outcome: 'refuse'; readonly reason: 'not-published' | 'barred' };

/** A scheme with the framework versions that say what counts under it. */
export type SchemeInForce = { readonly scheme: Scheme; readonly versions: readonly Framework[] };

/** Reasons for which nobody is certified under the scheme again. */
const BARRING = new Set(['fraud', 'misconduct']);

/** `held` are the practitioner's certificates of this scheme, in any version; `at` is today. */
export function decide(
  { scheme, versions }: SchemeInForce,
  attainments: readonly Attainment[],
  held: readonly Certificate[],
  at: LegalDate,
): Decision {
  if (scheme.state !== 'published') return { outcome: 'refuse', reason: 'not-published' };
  if (held.some((one) => one.state === 'withdrawn' && BARRING.has(one.reasonCode))) {
    return { outcome: 'refuse', reason: 'barred' };
  }
  const usable = attainments.filter(
    (one) => !one.withdrawn && one.from <= at && (one.to === null || at <= one.to),
  );
  const missing: Missing[] = [];
  const chosen = new Map<string, Attainment>();
  for (const requirement of scheme.requirements) {
    const fitting = usable.filter(
      (one) =>
        one.frameworkId === scheme.frameworkId &&
        one.level >= requirement.level &&
        countsUnder(one, requirement.competencyId, scheme.frameworkVersion, versions),
    );
    for (const kind of kindsOf(requirement)) {
      const best = lastingLongest(fitting.filter((one) => kind === null || one.evidence === kind));
      if (best !== undefined) chosen.set(best.attainmentId, best);
      else missing.push({ ...pick(requirement), evidence: kind });
    }
  }
  if (missing.length > 0) return { outcome: 'wait', reason: 'not-attained', missing };
  return againstHeld(scheme, [...chosen.values()], held, at);
}

function againstHeld(
  scheme: Scheme,
  attainments: readonly Attainment[],
  held: readonly Certificate[],
  at: LegalDate,
): Decision {
  if (held.some((one) => stateOn(one, at) === 'suspended')) {
    return { outcome: 'wait', reason: 'held-suspended' };
  }
  const evidence = evidenceKey(attainments.map((one) => one.attainmentId));
  const same = held.some(
    (one) => one.schemeVersion === scheme.version && evidenceKey(one.attainmentIds) === evidence,
  );
  if (same) return { outcome: 'wait', reason: 'already-certified' };
  const active = held.filter((one) => stateOn(one, at) === 'active');
  for (const one of active) {
    const renewalOpens = addDaysToLegalDate(one.expires, -scheme.renewalOpensDays);
    if (at < renewalOpens) return { outcome: 'wait', reason: 'held-until', renewalOpens };
  }
  return {
    outcome: 'issue',
    attainments,
    expires: expiryOf(scheme, attainments, at),
    supersedes: active.map((one) => one.id),
  };
}

/** min(the scheme's term, the ends of what it rests on). */
function expiryOf(scheme: Scheme, attainments: readonly Attainment[], at: LegalDate): LegalDate {
  const ends = attainments.flatMap((one) => (one.to === null ? [] : [one.to]));
  return [lastDayOfTerm(at, scheme.validityMonths), ...ends].toSorted()[0] ?? at;
}

/** One text for a set of attainments: with scheme version and practitioner it makes a certificate unique. */
export function evidenceKey(attainmentIds: readonly string[]): string {
  return attainmentIds.toSorted().join(' ');
}

function kindsOf(requirement: SchemeRequirement): (EvidenceKind | null)[] {
  return requirement.evidence.length === 0 ? [null] : [...requirement.evidence];
}

function pick({ competencyId, level }: SchemeRequirement): { competencyId: string; level: number } {
  return { competencyId, level };
}

// The one that lasts longest; of equals the newer, then the higher, then by id: one answer for one set.
function lastingLongest(attainments: readonly Attainment[]): Attainment | undefined {
  const order = (one: Attainment) =>
    `${one.to ?? '9999-12-31'} ${one.from} ${one.level} ${one.attainmentId}`;
  return attainments.toSorted((a, b) => (order(a) < order(b) ? 1 : -1))[0];
}
