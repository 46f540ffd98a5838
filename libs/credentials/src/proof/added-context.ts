import { asList, without } from '../document/json.ts';
import type { JsonObject } from '../document/json.ts';
import type { CanonicalForms } from './canonical-forms.ts';

/**
 * A document may have more contexts than its JCS proof states, after those (VC-DI-EdDSA 1.0 §3.3.2; VC
 * Data Integrity 1.0 §2.4.2, "Context Injection"). Nobody signed these: they may not change what the
 * document says. Null when they don't.
 */
export async function addedMeaning(
  document: JsonObject,
  { '@context': stated }: JsonObject,
  forms: CanonicalForms,
): Promise<string | null> {
  const added = asList(document['@context']).length - asList(stated).length;
  if (stated === undefined || added === 0) return null;
  const said = without(document, 'proof');
  const isSame = (await forms.rdf(said)) === (await forms.rdf({ ...said, '@context': stated }));
  return isSame ? null : 'VC Data Integrity 1.0 §2.4.2: an added context changes what is said';
}
