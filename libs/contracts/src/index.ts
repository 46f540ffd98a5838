export type { Contract, TopicName } from './contract.ts';
export { contractOf, contracts, isEventName } from './contracts.ts';
export type { AnyContract, EventData, EventName } from './contracts.ts';
export { cloudEventType, event, nameOfCloudEventType } from './event.ts';
export type { Event, EventDraft } from './event.ts';
export type { JsonSchema } from './json-schema.ts';
export { maxMessageBytes, topics, topicSettings } from './topics.ts';
export type { Topic } from './topics.ts';
export { isReadable, readerProblem, writerProblem } from './validate.ts';
