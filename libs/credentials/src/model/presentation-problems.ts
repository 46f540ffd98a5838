// Whether a document is a verifiable presentation (VCDM 2.0 §4.13).
import { asList, isObject } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import { contextProblems, idProblems, partyProblems, typeProblems } from './rules.ts';

const CLAUSE = 'VCDM 2.0 §4.13';

export function presentationProblems(document: JsonObject): Problem[] {
  const { holder, verifiableCredential: shown, termsOfUse } = document;
  return [
    ...contextProblems(document['@context']),
    ...idProblems(document['id'], 'id'),
    ...typeProblems(document['type'], 'type', 'VerifiablePresentation'),
    ...(holder === undefined ? [] : partyProblems(holder, CLAUSE, 'holder')),
    ...asList(shown).flatMap((one, i) =>
      isObject(one) ? [] : [problem(CLAUSE, `verifiableCredential/${i}`, 'is an object')],
    ),
    ...asList(termsOfUse).flatMap((one, i) =>
      typeProblems(isObject(one) ? one['type'] : undefined, `termsOfUse/${i}/type`).map(
        (found) => ({
          ...found,
          clause: 'VCDM 2.0 §5.5',
        }),
      ),
    ),
  ];
}
