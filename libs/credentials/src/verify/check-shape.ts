import type { Cryptography } from '../cryptography/cryptography.ts';
import { bundledResource } from '../contexts/bundled.ts';
import { CredentialsError } from '../credentials-error.ts';
import { asList, isObject, textOf, without } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import { credentialProblems } from '../model/credential-problems.ts';
import { problem } from '../model/problem.ts';
import type { Problem } from '../model/problem.ts';
import { digestMatches } from '../model/related-digest.ts';
import type { CanonicalForms } from '../proof/canonical-forms.ts';
import { isOwnCredential } from '../proof/fill-shape.ts';
import type { ShapeCheck } from './check.ts';
import type { Means } from './evidence.ts';

const AGAINST = 'Verifiable Credentials Data Model 2.0, Open Badges 3.0, Bitstring Status List 1.0';

/** Whether the document is a credential at all, and means what its words seem to say. */
export async function checkShape(
  document: JsonObject,
  forms: CanonicalForms,
  cryptography: Cryptography,
  means: Means,
): Promise<ShapeCheck> {
  const problems = credentialProblems(document);
  if (problems.length > 0) return shape('failed', 'breaks-the-model', problems);
  // Our own shape uses the bundled contexts alone and has no related resource.
  const unsecured = without(document, 'proof');
  if (isOwnCredential(unsecured)) return shape('passed', 'well-formed', []);
  const terms = await termProblems(unsecured, forms);
  const related = await relatedProblems(document, cryptography, means);
  if (terms.found.length + related.found.length > 0) {
    return shape('failed', 'breaks-the-model', [...terms.found, ...related.found]);
  }
  if (terms.unknown !== null) return shape('cannot-tell', 'context-unknown', [], terms.unknown);
  if (related.missing !== null) {
    return shape('cannot-tell', 'resource-not-at-hand', [], related.missing);
  }
  return shape('passed', 'well-formed', []);
}

function shape(
  outcome: ShapeCheck['outcome'],
  code: ShapeCheck['code'],
  problems: Problem[],
  what?: string,
): ShapeCheck {
  const said = problems.map((one) => `${one.clause}: ${one.path} ${one.says}`).join('; ');
  const text = what ?? (said === '' ? 'the document as a verifiable credential' : said);
  return { check: 'shape', outcome, code, what: text, against: AGAINST, asOf: null, problems };
}

export function notJson(why: string): ShapeCheck {
  const found = problem('RFC 7493 (I-JSON)', '', why);
  return { ...shape('failed', 'not-json', [found]), against: 'RFC 8259 and RFC 7493' };
}

/** §4.5 and §5.2: every type and term is defined, and no context redefines a protected one. */
async function termProblems(
  unsecured: JsonObject,
  forms: CanonicalForms,
): Promise<{ found: Problem[]; unknown: string | null }> {
  try {
    await forms.rdf(unsecured);
    return { found: [], unknown: null };
  } catch (error) {
    if (!(error instanceof CredentialsError)) throw error;
    if (error.code === 'unknown-context') return { found: [], unknown: error.message };
    return { found: [problem('VCDM 2.0 §4.3', '@context', error.message)], unknown: null };
  }
}

/** §5.3: the resource that a digest was given for is the one that is there. */
async function relatedProblems(
  document: JsonObject,
  cryptography: Cryptography,
  means: Means,
): Promise<{ found: Problem[]; missing: string | null }> {
  const found: Problem[] = [];
  let missing: string | null = null;
  for (const [i, entry] of asList(document['relatedResource']).entries()) {
    const url = isObject(entry) ? textOf(entry['id']) : null;
    if (!isObject(entry) || url === null) continue;
    const bytes = bundledResource(url) ?? (await means.loadResource?.(url)) ?? null;
    if (bytes === null) missing ??= url;
    else if (!digestMatches(entry, bytes, cryptography)) {
      found.push(
        problem('VCDM 2.0 §5.3', `relatedResource/${i}`, 'has the digest of what is there'),
      );
    }
  }
  return { found, missing };
}
