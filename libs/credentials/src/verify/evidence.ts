import type { Cryptography } from '../cryptography/cryptography.ts';
import type { Json, JsonObject } from '../document/json.ts';
import type { LoadContext } from '../proof/canonical-rdf.ts';
import type { OpenedStatusList } from './opened-status-list.ts';

/** Bytes or text of a file, or the parsed JSON of one: then its duplicate names are lost unseen. */
export type File = Uint8Array | string | JsonObject;

/** What came with the credential, or was fetched for it. It proves; it is never trusted. */
export interface Evidence {
  /** Documents that issuers publish of themselves. */
  didDocuments?: JsonObject[];
  /** Status list credentials, as files or opened already (`openStatusList`). */
  statusLists?: (File | OpenedStatusList)[];
  /** The log proof, in the form of libs/transparency-log. */
  log?: Json;
}

/** What the log says of a credential. */
export interface LogFinding {
  outcome: 'passed' | 'failed' | 'cannot-tell';
  code: 'logged' | 'proof-missing' | 'proof-wrong' | 'log-unknown';
  what: string;
  against: string;
  /** When the log took it in, by its leaf; dateTimeStamp. */
  loggedAt: string | null;
  /** The newest time at which the log and its witnesses showed this tree. */
  asOf: string | null;
  /** Everything that the log was shown to have of the credential, the oldest first. */
  events: { event: string; time: string }[];
}

/** Checks `evidence.log` against `trust.log`; libs/transparency-log's own, if none is passed in. */
export type CheckLog = (
  proof: Json | undefined,
  subject: { id: string; digest: Uint8Array },
  policy: Json,
  at: Date,
) => LogFinding | Promise<LogFinding>;

/** Everything that a verification may use beside its four arguments. All of it may be left out. */
export interface Means {
  cryptography?: Cryptography;
  /** For contexts that aren't bundled. Nothing is fetched without it. */
  loadContext?: LoadContext;
  /** For relatedResource: the bytes of a resource, or null. */
  loadResource?: (url: string) => Uint8Array | null | Promise<Uint8Array | null>;
  checkLog?: CheckLog;
  /** 'quickest' checks one proof of a set, JCS before RDF, and says so: for many at once. */
  proofs?: 'all' | 'quickest';
}
