// Whether a document is a verifiable credential (VCDM 2.0 §4 and §5). Everything found, not the first.
import { asList, isObject } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { achievementProblems } from './achievement-problems.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import {
  contextProblems,
  dateProblems,
  idProblems,
  isUrl,
  partyProblems,
  typeProblems,
  wordsProblems,
} from './rules.ts';

/** The properties whose values each say their type, and whether they need an id (§4.5, §4.10, §4.11). */
const TYPED: { name: string; clause: string; id: 'required' | 'optional' }[] = [
  { name: 'credentialStatus', clause: 'VCDM 2.0 §4.10', id: 'optional' },
  { name: 'credentialSchema', clause: 'VCDM 2.0 §4.11', id: 'required' },
  { name: 'refreshService', clause: 'VCDM 2.0 §5.4', id: 'optional' },
  { name: 'termsOfUse', clause: 'VCDM 2.0 §5.5', id: 'optional' },
  { name: 'evidence', clause: 'VCDM 2.0 §5.6', id: 'optional' },
];

export function credentialProblems(document: JsonObject): Problem[] {
  return [
    ...contextProblems(document['@context']),
    ...idProblems(document['id'], 'id'),
    ...typeProblems(document['type'], 'type', 'VerifiableCredential'),
    ...wordsProblems(document['name'], 'name'),
    ...wordsProblems(document['description'], 'description'),
    ...partyProblems(document['issuer'], 'VCDM 2.0 §4.7', 'issuer'),
    ...subjectProblems(document['credentialSubject']),
    ...dateProblems(document, 'VCDM 2.0 §4.9', ['validFrom', 'validUntil']),
    ...TYPED.flatMap((rule) => typedProblems(document[rule.name], rule)),
    ...relatedProblems(document['relatedResource']),
    ...proofProblems(document['proof']),
    ...achievementProblems(document),
  ];
}

function subjectProblems(value: Json | undefined): Problem[] {
  const clause = 'VCDM 2.0 §4.8';
  const subjects = asList(value);
  if (subjects.length === 0) return [problem(clause, 'credentialSubject', 'is missing')];
  return subjects.flatMap((subject, i) => {
    const path = Array.isArray(value) ? `credentialSubject/${i}` : 'credentialSubject';
    if (!isObject(subject)) return [problem(clause, path, 'is an object')];
    if (Object.keys(subject).length === 0) return [problem(clause, path, 'makes a claim')];
    return idProblems(subject['id'], `${path}/id`);
  });
}

function typedProblems(value: Json | undefined, rule: (typeof TYPED)[number]): Problem[] {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  if (list.length === 0) return [problem(rule.clause, rule.name, 'is an object or a list of them')];
  return list.flatMap((entry, i) => {
    const path = Array.isArray(value) ? `${rule.name}/${i}` : rule.name;
    if (!isObject(entry)) return [problem(rule.clause, path, 'is an object')];
    const missing = rule.id === 'required' && !isUrl(entry['id']);
    return [
      ...(missing ? [problem(rule.clause, `${path}/id`, 'is a URL')] : []),
      ...(missing ? [] : idProblems(entry['id'], `${path}/id`)),
      ...typeProblems(entry['type'], `${path}/type`).map((one) => ({
        ...one,
        clause: rule.clause,
      })),
      ...statusEntryProblems(entry, path),
    ];
  });
}

/** Bitstring Status List 1.0 §2.1: what an entry has to say. */
function statusEntryProblems(entry: JsonObject, path: string): Problem[] {
  if (!asList(entry['type']).includes('BitstringStatusListEntry')) return [];
  const clause = 'Bitstring Status List 1.0 §2.1';
  const { statusPurpose, statusListIndex: index, statusListCredential: list } = entry;
  const isIndex = typeof index === 'string' && /^(0|[1-9]\d{0,14})$/u.test(index);
  return [
    ...(typeof statusPurpose === 'string' && statusPurpose !== ''
      ? []
      : [problem(clause, `${path}/statusPurpose`, 'is a string')]),
    ...(isIndex
      ? []
      : [problem(clause, `${path}/statusListIndex`, 'is a whole number as a string')]),
    ...(isUrl(list) ? [] : [problem(clause, `${path}/statusListCredential`, 'is a URL')]),
    ...(entry['id'] !== undefined && entry['id'] === list
      ? [problem(clause, `${path}/id`, 'is not the URL of the list')]
      : []),
    ...messageProblems(entry, path),
  ];
}

/** One message for each value that the entry's bits can have. */
function messageProblems(entry: JsonObject, path: string): Problem[] {
  const clause = 'Bitstring Status List 1.0 §2.1';
  const { statusSize: size = 1, statusMessage: messages } = entry;
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1) {
    return [problem(clause, `${path}/statusSize`, 'is a whole number above 0')];
  }
  if (size === 1 && messages === undefined) return [];
  const isList = Array.isArray(messages) && messages.length === 2 ** size;
  if (isList && messages.every(isMessage)) return [];
  const says = `is a list of ${2 ** size}, each with status (0x and hexadecimal) and message`;
  return [problem(clause, `${path}/statusMessage`, says)];
}

function isMessage(value: Json): boolean {
  if (!isObject(value) || typeof value['message'] !== 'string') return false;
  return typeof value['status'] === 'string' && /^0x[0-9A-Fa-f]+$/u.test(value['status']);
}

function relatedProblems(value: Json | undefined): Problem[] {
  const clause = 'VCDM 2.0 §5.3';
  if (value === undefined) return [];
  const seen = new Set<string>();
  return (Array.isArray(value) ? value : [value]).flatMap((entry, i) => {
    const path = `relatedResource/${i}`;
    if (!isObject(entry)) return [problem(clause, path, 'is an object')];
    const { id, digestSRI, digestMultibase } = entry;
    if (!isUrl(id)) return [problem(clause, `${path}/id`, 'is a URL')];
    const found = seen.has(id)
      ? [problem(clause, `${path}/id`, 'is not the id of another one')]
      : [];
    seen.add(id);
    if (typeof digestSRI !== 'string' && typeof digestMultibase !== 'string') {
      found.push(problem(clause, path, 'has a digestSRI or a digestMultibase'));
    }
    return found;
  });
}

function proofProblems(value: Json | undefined): Problem[] {
  if (value === undefined) return [];
  const clause = 'VC Data Integrity 1.0 §2.1';
  const proofs = Array.isArray(value) ? value : [value];
  const ids = proofs.flatMap((one) =>
    isObject(one) && one['id'] !== undefined ? [one['id']] : [],
  );
  return [
    ...proofs.flatMap((one, i) =>
      isObject(one) ? [] : [problem(clause, `proof/${i}`, 'is an object')],
    ),
    ...(new Set(ids).size === ids.length ? [] : [problem(clause, 'proof', 'has no id twice')]),
  ];
}
