// Makes content/practitioners.json: people who do not exist, with what they attained and what not.
// Run it with the project's Node: `node tools/content/practitioners.ts`. The same seed, the same file.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FEMALE, MALE, STEMS } from './names.ts';

const SEED = 20261124;
const ROOT = resolve(import.meta.dirname, '../..');

export interface DemoAttainment {
  competency: string;
  level: number;
  evidence: string;
  from: string;
  authority: string;
  reason: string;
}

export interface DemoPractitioner {
  personnelNumber: string;
  givenName: string;
  familyName: string;
  otherNames: string | null;
  agency: string;
  roles: string[];
  from: string;
  attainments: DemoAttainment[];
}

interface Framework {
  levels: { level: number; evidence: string[]; evidenceRule: 'any' | 'all' }[];
  competencies: { competencyId: string; code: string }[];
  roles: { roleId: string; code: string }[];
  requirements: { roleId: string; competencyId: string; level: number }[];
}

/** How many people of each role serve in each agency. */
const POSTS: Record<string, Record<string, number>> = {
  KIB: { GI: 6, OI: 14, DF: 6, CA: 11, HU: 5 },
  DUSH: { FR: 18, GI: 13, OI: 5, HU: 2 },
  NTJ: { FR: 15, GI: 9 },
  SUGD: { FR: 17, GI: 11, OI: 6, DF: 5, CA: 2, HU: 2 },
  KHTL: { FR: 18, GI: 11, OI: 5, HU: 2 },
  VMKB: { FR: 7, GI: 5 },
  EKSP: { DF: 14 },
  PROK: { PR: 16 },
  'PROK-SG': { PR: 7 },
  SUD: { JU: 14 },
};

/** How likely a requirement is met, by role, and how far an agency is from the capital's means. */
const READY: Record<string, number> = {
  FR: 0.3,
  GI: 0.3,
  OI: 0.38,
  DF: 0.46,
  CA: 0.36,
  PR: 0.32,
  JU: 0.26,
  HU: 0.4,
};
const MEANS: Record<string, number> = {
  KIB: 0.16,
  EKSP: 0.14,
  DUSH: 0.06,
  PROK: 0.04,
  SUD: 0.02,
  SUGD: 0,
  'PROK-SG': -0.04,
  NTJ: -0.08,
  KHTL: -0.1,
  VMKB: -0.14,
};
/** What a country learns late: it is held less than its neighbours. */
const LATE: Record<string, number> = {
  IN3: 0.3,
  LG2: 0.2,
  IN2: 0.14,
  EV3: 0.1,
  MG1: 0.08,
  EV4: 0.06,
};

/** The people whose accounts the demo has; EV3 is what they are still to be examined in. */
const CAST: Omit<DemoPractitioner, 'attainments'>[] = [
  person('DEMO-CANDIDATE-1', 'Фирӯз', 'Намунаев', 'VMKB', 'FR'),
  person('DEMO-CANDIDATE-2', 'Нозанин', 'Намунаева', 'VMKB', 'FR'),
  person('DEMO-OFFICER-1', 'Самад', 'Намуназода', 'DUSH', 'GI'),
];

function person(
  personnelNumber: string,
  givenName: string,
  familyName: string,
  agency: string,
  role: string,
): Omit<DemoPractitioner, 'attainments'> {
  return {
    personnelNumber,
    givenName,
    familyName,
    otherNames: null,
    agency,
    roles: [role],
    from: '2023-09-01',
  };
}

/** mulberry32: small, seeded, the same on every machine. */
function lots(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    chance: (probability: number) => next() < probability,
    oneOf: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T,
    dayBetween: (from: string, to: string) => {
      const [start, end] = [Date.parse(from), Date.parse(to)];
      return new Date(start + Math.floor(next() * (end - start))).toISOString().slice(0, 10);
    },
  };
}

type Lots = ReturnType<typeof lots>;

export function makePractitioners(framework: Framework, seed: number): DemoPractitioner[] {
  const lot = lots(seed);
  const names = new Set<string>();
  const people = Object.entries(POSTS).flatMap(([agency, posts]) =>
    Object.entries(posts).flatMap(([role, count]) =>
      Array.from({ length: count }, () => ({ ...someone(lot, names), agency, roles: [role] })),
    ),
  );
  // Some analysts investigate as well: whoever has two roles has to meet the higher requirement.
  people.forEach((one) => {
    if (one.roles[0] === 'CA' && one.agency === 'KIB' && lot.chance(0.3)) one.roles.push('OI');
  });
  const numbered = people.map((one, at) => ({
    personnelNumber: `DEMO-${String(at + 1).padStart(6, '0')}`,
    ...one,
  }));
  return [...CAST, ...numbered].map((one) => ({
    ...one,
    attainments: attained(framework, lot, one, CAST.includes(one) ? ['EV3'] : []),
  }));
}

function someone(lot: Lots, taken: Set<string>) {
  for (;;) {
    const woman = lot.chance(0.36);
    const givenName = lot.oneOf(woman ? FEMALE : MALE);
    const stem = lot.oneOf(STEMS);
    const father = lot.oneOf(STEMS);
    const modern = lot.chance(0.35);
    const familyName = modern ? `${stem}зода` : `${stem}ов${woman ? 'а' : ''}`;
    const otherNames = lot.chance(0.7) ? `${father}ов${woman ? 'на' : 'ич'}` : null;
    const name = `${familyName} ${givenName}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return { givenName, familyName, otherNames, from: lot.dayBetween('2021-01-10', '2025-10-01') };
  }
}

function attained(
  framework: Framework,
  lot: Lots,
  one: { agency: string; roles: string[] },
  without: readonly string[],
): DemoAttainment[] {
  const roleIds = framework.roles
    .filter(({ code }) => one.roles.includes(code))
    .map((r) => r.roleId);
  const ready = Math.max(...one.roles.map((role) => READY[role] ?? 0)) + (MEANS[one.agency] ?? 0);
  return framework.competencies.flatMap(({ competencyId, code }) => {
    const required = Math.max(
      0,
      ...framework.requirements
        .filter((entry) => entry.competencyId === competencyId && roleIds.includes(entry.roleId))
        .map(({ level }) => level),
    );
    if (required === 0 || without.includes(code)) return [];
    // The people of the demo's accounts are seen from near: most is in order but what they sit for.
    const likely =
      without.length > 0 ? 0.8 : Math.max(0.06, ready - (LATE[code] ?? 0) - 0.05 * (required - 2));
    const level = lot.chance(likely)
      ? required
      : required > 1 && lot.chance(0.24)
        ? required - 1
        : required > 2 && lot.chance(0.1)
          ? required - 2
          : 0;
    return level === 0 ? [] : evidenceOf(framework, lot, code, level);
  });
}

const AUTHORITY: Record<string, string> = {
  course: 'Training centre (fictional), course list',
  exam: 'Attestation commission (fictional), protocol of examination',
  practical: 'Attestation commission (fictional), record of the practical',
  portfolio: 'Expert council (fictional), portfolio decision',
  panel: 'Expert council (fictional), panel protocol',
};

function evidenceOf(
  framework: Framework,
  lot: Lots,
  competency: string,
  levelNumber: number,
): DemoAttainment[] {
  const level = framework.levels.find((candidate) => candidate.level === levelNumber);
  if (level === undefined) throw new Error(`the framework has no level ${levelNumber}`);
  // One in ten has run out, or will before long: the longer terms are those of levels 1 and 2.
  const old = levelNumber <= 2 ? ['2022-03-01', '2023-10-01'] : ['2023-03-01', '2024-10-01'];
  const recent = levelNumber <= 2 ? ['2024-03-01', '2026-10-15'] : ['2025-03-01', '2026-10-15'];
  const [start = '', end = ''] = lot.chance(0.1) ? old : recent;
  const from = lot.dayBetween(start, end);
  const kinds = level.evidenceRule === 'all' ? level.evidence : [lot.oneOf(level.evidence)];
  return kinds.map((evidence) => ({
    competency,
    level: levelNumber,
    evidence,
    from,
    authority: AUTHORITY[evidence] ?? '',
    reason: `Historic record of ${from.slice(0, 4)}, entered for the demo`,
  }));
}

export const practitionersFile = (): string => {
  const framework = JSON.parse(
    readFileSync(join(ROOT, 'content', 'framework.json'), 'utf8'),
  ) as Framework;
  const people = makePractitioners(framework, SEED);
  const lines = people.map((one) => JSON.stringify(one)).join(',\n');
  return `{"notice":"Nobody here exists: names, numbers and records are made up by tools/content/practitioners.ts.",\n"practitioners":[\n${lines}\n]}\n`;
};

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(ROOT, 'content', 'practitioners.json'), practitionersFile());
}
