import type { Contract, TopicName } from './contract.ts';
import { accountChanged } from './events/account.ts';
import { agencyChanged } from './events/agency.ts';
import { attainmentRecorded, attainmentWithdrawn } from './events/attainment.ts';
import { attemptSubmitted, resultDecided, resultVoided } from './events/attempt.ts';
import {
  certificateIssued,
  certificateReinstated,
  certificateSuperseded,
  certificateSuspended,
  certificateWithdrawn,
} from './events/certificate.ts';
import { formItemPublished, formPublished } from './events/form.ts';
import { frameworkPublished } from './events/framework.ts';
import {
  affiliationChanged,
  practitionerChanged,
  practitionerErased,
} from './events/practitioner.ts';
import type { JsonSchema } from './json-schema.ts';

const all = [
  frameworkPublished,
  practitionerChanged,
  practitionerErased,
  affiliationChanged,
  agencyChanged,
  attainmentRecorded,
  attainmentWithdrawn,
  formItemPublished,
  formPublished,
  attemptSubmitted,
  resultDecided,
  resultVoided,
  certificateIssued,
  certificateSuspended,
  certificateReinstated,
  certificateWithdrawn,
  certificateSuperseded,
  accountChanged,
] as const;

type All = (typeof all)[number];
export type EventName = All['name'];
type DataOf = { [C in All as C['name']]: C extends Contract<string, infer T> ? T : never };
export type EventData<N extends EventName> = DataOf[N];
export type AnyContract = {
  readonly name: EventName;
  readonly topic: TopicName;
  readonly summary: string;
  readonly data: JsonSchema;
  readonly aggregate?: string;
  readonly example: { readonly key: string; readonly version: number; readonly data: unknown };
};

export const contracts: readonly AnyContract[] = all;

const byName = new Map<string, AnyContract>(contracts.map((one) => [one.name, one]));

export const isEventName = (name: string): name is EventName => byName.has(name);

export const contractOf = (name: EventName): AnyContract => {
  const found = byName.get(name);
  if (!found) throw new Error(`There is no event named ${name}`);
  return found;
};
