// The one shape that Sanad signs, as RDF: which property of which node makes which statement. With it
// the N-Quads of a credential are written down directly. It says no more than the bundled contexts
// say; the property tests compare it with the library jsonld. A document that differs in anything,
// even in a property too many, is not of this shape and goes the full way.
import { CREDENTIALS_V2, OPEN_BADGES } from '../contexts/bundled.ts';

export type Field =
  | { kind: 'text'; predicate: string; datatype?: string; optional?: true }
  | { kind: 'term'; predicate: string; name: string; iri: string }
  | { kind: 'flag'; predicate: string; datatype: string }
  | { kind: 'iri'; predicate: string; optional?: true }
  | { kind: 'types'; values: readonly (readonly [name: string, iri: string])[]; single?: true }
  | { kind: 'node'; predicate: string; shape: Shape; optional?: true }
  | { kind: 'nodes'; predicate: string; shape: Shape; optional?: true };

/** `anonymous`: the node has no id. At most one node of a document may have none, or labels differ. */
export type Shape = { fields: Record<string, Field>; anonymous?: true };

export const OWN_CONTEXT: readonly string[] = [CREDENTIALS_V2, OPEN_BADGES];

const VC = 'https://www.w3.org/2018/credentials#';
const STATUS = 'https://www.w3.org/ns/credentials/status#';
const SECURITY = 'https://w3id.org/security#';
const OB = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
const SCHEMA = 'https://schema.org/';
const DATE_TIME = 'http://www.w3.org/2001/XMLSchema#dateTime';
// The contexts write https here, where XML Schema's own namespace has http.
const ANY_URI = 'https://www.w3.org/2001/XMLSchema#anyURI';
const BOOLEAN = 'https://www.w3.org/2001/XMLSchema#boolean';

const alignment: Shape = {
  fields: {
    type: { kind: 'types', values: [['Alignment', `${SCHEMA}AlignmentObject`]] },
    targetType: { kind: 'text', predicate: `${OB}targetType` },
    targetCode: { kind: 'text', predicate: `${OB}targetCode` },
    targetName: { kind: 'text', predicate: `${SCHEMA}targetName` },
    targetDescription: { kind: 'text', predicate: `${SCHEMA}targetDescription`, optional: true },
    targetFramework: { kind: 'text', predicate: `${SCHEMA}targetFramework` },
    targetUrl: { kind: 'text', predicate: `${SCHEMA}targetUrl`, datatype: ANY_URI },
  },
};

const achievement: Shape = {
  fields: {
    type: { kind: 'types', values: [['Achievement', `${OB}Achievement`]] },
    achievementType: { kind: 'text', predicate: `${OB}achievementType` },
    name: { kind: 'text', predicate: `${SCHEMA}name` },
    description: { kind: 'text', predicate: `${SCHEMA}description` },
    version: { kind: 'text', predicate: `${OB}version` },
    criteria: {
      kind: 'node',
      predicate: `${OB}Criteria`,
      shape: { fields: { narrative: { kind: 'text', predicate: `${OB}narrative` } } },
    },
    alignment: { kind: 'nodes', predicate: `${OB}alignment`, shape: alignment },
  },
};

const identity: Shape = {
  anonymous: true,
  fields: {
    type: { kind: 'types', values: [['IdentityObject', `${OB}IdentityObject`]], single: true },
    hashed: { kind: 'flag', predicate: `${OB}hashed`, datatype: BOOLEAN },
    identityHash: { kind: 'text', predicate: `${OB}identityHash` },
    identityType: { kind: 'text', predicate: `${OB}identityType` },
  },
};

const statusEntry: Shape = {
  fields: {
    type: {
      kind: 'types',
      values: [['BitstringStatusListEntry', `${STATUS}BitstringStatusListEntry`]],
      single: true,
    },
    statusPurpose: { kind: 'text', predicate: `${STATUS}statusPurpose` },
    statusListIndex: { kind: 'text', predicate: `${STATUS}statusListIndex` },
    statusListCredential: { kind: 'iri', predicate: `${STATUS}statusListCredential` },
  },
};

export const ownCredential: Shape = {
  fields: {
    type: {
      kind: 'types',
      values: [
        ['VerifiableCredential', `${VC}VerifiableCredential`],
        ['AchievementCredential', `${OB}OpenBadgeCredential`],
      ],
    },
    name: { kind: 'text', predicate: `${SCHEMA}name` },
    issuer: {
      kind: 'node',
      predicate: `${VC}issuer`,
      shape: {
        fields: {
          type: { kind: 'types', values: [['Profile', `${OB}Profile`]] },
          name: { kind: 'text', predicate: `${SCHEMA}name` },
          url: { kind: 'text', predicate: `${SCHEMA}url`, datatype: ANY_URI, optional: true },
        },
      },
    },
    validFrom: { kind: 'text', predicate: `${VC}validFrom`, datatype: DATE_TIME },
    validUntil: { kind: 'text', predicate: `${VC}validUntil`, datatype: DATE_TIME },
    credentialSubject: {
      kind: 'node',
      predicate: `${VC}credentialSubject`,
      shape: {
        fields: {
          type: { kind: 'types', values: [['AchievementSubject', `${OB}AchievementSubject`]] },
          identifier: {
            kind: 'nodes',
            predicate: `${OB}identifier`,
            shape: identity,
            optional: true,
          },
          achievement: { kind: 'node', predicate: `${OB}achievement`, shape: achievement },
        },
      },
    },
    credentialStatus: {
      kind: 'nodes',
      predicate: `${VC}credentialStatus`,
      shape: statusEntry,
      optional: true,
    },
  },
};

/** The options of an eddsa-rdfc-2022 proof: all that is hashed beside the document. */
export const ownProofOptions: Shape = {
  anonymous: true,
  fields: {
    type: {
      kind: 'types',
      values: [['DataIntegrityProof', `${SECURITY}DataIntegrityProof`]],
      single: true,
    },
    cryptosuite: {
      kind: 'text',
      predicate: `${SECURITY}cryptosuite`,
      datatype: `${SECURITY}cryptosuiteString`,
    },
    created: { kind: 'text', predicate: 'http://purl.org/dc/terms/created', datatype: DATE_TIME },
    verificationMethod: { kind: 'iri', predicate: `${SECURITY}verificationMethod` },
    proofPurpose: {
      kind: 'term',
      predicate: `${SECURITY}proofPurpose`,
      name: 'assertionMethod',
      iri: `${SECURITY}assertionMethod`,
    },
  },
};
