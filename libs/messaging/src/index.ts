export { messageHeaders } from './cloud-event.ts';
export { groupId } from './consuming/consumer-group.ts';
export type { GroupState } from './consuming/consumer-group.ts';
export { arrived, MissingReference } from './consuming/missing-reference.ts';
export { On } from './consuming/on.ts';
export type { HandlerKind, OnOptions } from './consuming/on.ts';
export { isTransient } from './consuming/transient.ts';
export { Messaging } from './messaging.ts';
export type { MessagingOptions, RebuildOutcome } from './messaging.ts';
export { connectMessaging, MessagingModule } from './messaging.module.ts';
export { DeadLetters } from './operating/dead-letters.ts';
export type {
  DeadLetter,
  DeadLetterOutcome,
  DeadLetterState,
  Decision,
} from './operating/dead-letters.ts';
export { ensureTopics } from './operating/ensure-topics.ts';
export type { MessagingHealth } from './operating/health.ts';
export { registerMessagingMetrics } from './operating/measures.ts';
export type { Counts, Lag } from './operating/measures.ts';
export { afterCommit, inTransaction } from './publishing/in-transaction.ts';
export { publish } from './publishing/publish.ts';
export { messagingMigrations } from './tables.ts';
export { childOf, currentTraceparent, newTraceparent, traceId, withTrace } from './trace.ts';
