// How the certificate stands by its status lists (Bitstring Status List 1.0 §3.2).
import { CredentialsError } from '../credentials-error.ts';
import { instantOf } from '../document/date-time.ts';
import { asList, isObject, textOf } from '../document/json.ts';
import type { Json, JsonObject } from '../document/json.ts';
import { FEWEST_ENTRIES, valueAt } from '../status/bitstring.ts';
import type { Trust } from '../trust/trust.ts';
import type { StatusCheck, StatusCode } from './check.ts';
import { issuerOf } from './check-issuer.ts';
import type { LogFinding } from './evidence.ts';
import { loggedState } from './logged-state.ts';
import type { StatusFinding } from './logged-state.ts';
import type { OpenedStatusList } from './opened-status-list.ts';

type Genuine = Extract<OpenedStatusList, { genuine: true }>;

/**
 * Bitstring Status List 1.0 §2.2 assumes no ttl where none is given. A list that says neither how long it
 * may be used nor until when is taken for old soon, so that it cannot be shown for ever.
 */
const UNSTATED_TTL = 300_000;
/** The worst news first. */
const ORDER: StatusCode[] = [
  'withdrawn',
  'list-not-genuine',
  'suspended',
  'list-missing',
  'status-type-unknown',
  'list-old',
];

/** `logged`: what a log that the verifier trusts has of the certificate. */
export function checkStatus(
  document: JsonObject,
  lists: readonly OpenedStatusList[],
  trust: Trust,
  at: Date,
  logged: LogFinding['events'] = [],
): StatusCheck {
  const entries = asList(document['credentialStatus']);
  const against = entries.map(listOf).join(' ');
  const byList = entries.map((entry) => ofEntry(entry, issuerOf(document), lists, trust, at));
  const findings = [...byList, ...loggedState(logged, listsSpeakUntil(entries, byList))];
  if (findings.length === 0) {
    const what = 'the credential names no status list: it cannot be suspended or withdrawn';
    return { check: 'status', outcome: 'passed', code: 'no-status', what, against, asOf: null };
  }
  const [worst] = ORDER.flatMap((code) => findings.filter((finding) => finding.code === code));
  const oldest = findings.map(({ asOf }) => asOf ?? '').toSorted()[0] ?? null;
  const what = findings.map((finding) => finding.what).join('; ');
  if (worst !== undefined) return { check: 'status', against, ...worst };
  return { check: 'status', outcome: 'passed', code: 'active', what, against, asOf: oldest };
}

/** Without a list for suspension the log alone speaks; one that cannot tell is not made to by it. */
function listsSpeakUntil(entries: readonly Json[], findings: readonly StatusFinding[]): number {
  const times = findings.flatMap(({ outcome, asOf }, i) => {
    const entry = entries[i];
    if (!isObject(entry) || entry['statusPurpose'] !== 'suspension') return [];
    return [outcome === 'passed' ? (instantOf(asOf ?? '') ?? Infinity) : Infinity];
  });
  return Math.max(-Infinity, ...times);
}

function listOf(entry: Json): string {
  return (isObject(entry) ? textOf(entry['statusListCredential']) : null) ?? '';
}

function ofEntry(
  entry: Json,
  issuer: string,
  lists: readonly OpenedStatusList[],
  trust: Trust,
  at: Date,
): StatusFinding {
  const url = listOf(entry);
  if (!isObject(entry) || !asList(entry['type']).includes('BitstringStatusListEntry')) {
    const what = 'a status of a type that is not known here';
    return { outcome: 'cannot-tell', code: 'status-type-unknown', what, asOf: null };
  }
  const list = newestOf(url, lists);
  if (list === null) {
    return {
      outcome: 'cannot-tell',
      code: 'list-missing',
      what: `${url} is not at hand`,
      asOf: null,
    };
  }
  const purpose = textOf(entry['statusPurpose']) ?? '';
  const why = list.genuine ? mismatch(list, issuer, purpose) : list.why;
  if (!list.genuine || why !== null) return notGenuine(`${url}: ${why}`);
  try {
    const size = sizeOf(entry['statusSize']);
    // Bitstring Status List 1.0 §3.2: fewer entries would tell who is meant.
    if ((list.bits.length * 8) / size < FEWEST_ENTRIES) {
      return notGenuine(`${url}: fewer than ${FEWEST_ENTRIES} entries of ${size} bits`);
    }
    const value = valueAt(list.bits, Number(entry['statusListIndex']), size);
    return { ...ofValue(value, purpose, isOld(list, trust, at), list.asOf), asOf: list.asOf };
  } catch (error) {
    if (error instanceof CredentialsError) return notGenuine(`${url}: ${error.message}`);
    throw error;
  }
}

/** A forged list beside a genuine one changes nothing; of two genuine ones the newer speaks. */
function newestOf(url: string, lists: readonly OpenedStatusList[]): OpenedStatusList | null {
  const [forged, ...genuine] = [
    lists.find((list) => list.id === url && !list.genuine),
    ...lists.filter((list) => list.id === url && list.genuine),
  ];
  const time = (list: OpenedStatusList | undefined) =>
    list?.genuine === true ? (instantOf(list.asOf) ?? 0) : 0;
  return genuine.toSorted((a, b) => time(b) - time(a))[0] ?? forged ?? null;
}

function notGenuine(what: string): StatusFinding {
  return { outcome: 'failed', code: 'list-not-genuine', what, asOf: null };
}

function mismatch(list: Genuine, issuer: string, purpose: string): string | null {
  if (list.issuer !== issuer) return `it is a list of ${list.issuer}`;
  return list.purposes.includes(purpose) ? null : `it is no list for ${purpose}`;
}

function sizeOf(value: Json | undefined): number {
  if (value === undefined) return 1;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 32)
    return value;
  throw new CredentialsError('malformed-status-list', 'statusSize is a whole number above 0');
}

function isOld(list: Genuine, trust: Trust, at: Date): boolean {
  const asOf = instantOf(list.asOf) ?? -Infinity;
  const until = endOf(list.validUntil);
  const stated = list.ttl ?? (list.validUntil === null ? UNSTATED_TTL : Infinity);
  const age = trust.statusMaxAge === null ? stated : trust.statusMaxAge * 1000;
  // Past the verifier's own limit it is old whatever the list says; without one the list decides.
  const isPast = at.getTime() > asOf + age || (trust.statusMaxAge === null && at.getTime() > until);
  return isPast || at.getTime() > endOf(list.expires);
}

function endOf(date: string | null): number {
  return date === null ? Infinity : (instantOf(date) ?? -Infinity);
}

function ofValue(
  value: number,
  purpose: string,
  old: boolean,
  asOf: string,
): Omit<StatusFinding, 'asOf'> {
  const set = value !== 0;
  // A withdrawal is final, so that an old list tells it as well as a new one.
  if (purpose === 'revocation' && set) {
    return { outcome: 'failed', code: 'withdrawn', what: `withdrawn, as of ${asOf}` };
  }
  const then = `${purpose}: ${set ? 'yes' : 'no'}, as of ${asOf}`;
  if (old)
    return {
      outcome: 'cannot-tell',
      code: 'list-old',
      what: `${then}; how it stands now is not told`,
    };
  if (!set) return { outcome: 'passed', code: 'active', what: then };
  if (purpose === 'suspension') return { outcome: 'failed', code: 'suspended', what: then };
  // §2.1: refresh and message inform; other purposes are not known here.
  const informs = purpose === 'refresh' || purpose === 'message';
  const code = informs ? 'active' : 'status-type-unknown';
  return {
    outcome: informs ? 'passed' : 'cannot-tell',
    code,
    what: `${purpose}: ${value}, as of ${asOf}`,
  };
}
