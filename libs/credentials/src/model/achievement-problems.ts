// What Open Badges 3.0 asks of an AchievementCredential beyond VCDM 2.0 ("Data Model": the required
// properties of AchievementCredential, AchievementSubject, Achievement, Alignment and Profile).
import { asList, isObject } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import { isUrl } from './rules.ts';

const CLAUSE = 'Open Badges 3.0';

export function achievementProblems(document: JsonObject): Problem[] {
  const types = asList(document['type']);
  const isBadge = types.includes('AchievementCredential') || types.includes('OpenBadgeCredential');
  if (!isBadge) return [];
  const found: Problem[] = [];
  if (document['validFrom'] === undefined) {
    found.push(problem(`${CLAUSE} AchievementCredential`, 'validFrom', 'is missing'));
  }
  asList(document['credentialSubject']).forEach((subject, i) => {
    if (isObject(subject)) found.push(...subjectProblems(subject, `credentialSubject/${i}`));
  });
  return found;
}

function subjectProblems(subject: JsonObject, path: string): Problem[] {
  const clause = `${CLAUSE} AchievementSubject`;
  const found: Problem[] = [];
  if (!asList(subject['type']).includes('AchievementSubject')) {
    found.push(problem(clause, `${path}/type`, 'has AchievementSubject among its values'));
  }
  if (subject['id'] === undefined && asList(subject['identifier']).length === 0) {
    found.push(problem(clause, path, 'has an id or an identifier'));
  }
  const { achievement } = subject;
  if (!isObject(achievement))
    return [...found, problem(clause, `${path}/achievement`, 'is an object')];
  return [...found, ...ofAchievement(achievement, `${path}/achievement`)];
}

function ofAchievement(achievement: JsonObject, path: string): Problem[] {
  const clause = `${CLAUSE} Achievement`;
  const found: Problem[] = [];
  if (!isUrl(achievement['id'])) found.push(problem(clause, `${path}/id`, 'is a URL'));
  if (!asList(achievement['type']).includes('Achievement')) {
    found.push(problem(clause, `${path}/type`, 'has Achievement among its values'));
  }
  for (const name of ['name', 'description']) {
    if (achievement[name] === undefined)
      found.push(problem(clause, `${path}/${name}`, 'is missing'));
  }
  if (!isObject(achievement['criteria'])) {
    found.push(problem(clause, `${path}/criteria`, 'is an object'));
  }
  asList(achievement['alignment']).forEach((one, i) => {
    found.push(...ofAlignment(one, `${path}/alignment/${i}`));
  });
  return found;
}

function ofAlignment(value: Json, path: string): Problem[] {
  const clause = `${CLAUSE} Alignment`;
  if (!isObject(value)) return [problem(clause, path, 'is an object')];
  return [
    ...(typeof value['targetName'] === 'string'
      ? []
      : [problem(clause, `${path}/targetName`, 'is a string')]),
    ...(isUrl(value['targetUrl']) ? [] : [problem(clause, `${path}/targetUrl`, 'is a URL')]),
  ];
}
