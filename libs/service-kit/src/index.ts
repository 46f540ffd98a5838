export { AccessGuard } from './access-guard.ts';
export { AccessTokens } from './access-tokens.ts';
export {
  appendAudit,
  auditHash,
  checkAuditChain,
  type AuditEntry,
  type AuditRow,
  type ChainAnswer,
} from './audit.ts';
export { AuditTrail } from './audit-trail.ts';
export {
  ACCESS_RULE,
  Caller,
  Permission,
  Public,
  SignedIn,
  visibleAgencies,
  type AccessRule,
  type CallerIdentity,
  type RequestWithCaller,
} from './caller.ts';
export { Clock, ShiftableClock } from './clock.ts';
export { buildService, createService, runMain, type ServiceSpec } from './create-service.ts';
export { openDatabase, type DatabaseSpec } from './database.ts';
export { baseConfig, ConfigError, Environment, type BaseConfig } from './environment.ts';
export { etag, requireMatch, requireMatchIfSent } from './etag.ts';
export { idempotent, type IdempotentRequest } from './idempotency.ts';
export { newId, personId } from './ids.ts';
export { KitModule, type KitSpec } from './kit.module.ts';
export {
  addDaysToLegalDate,
  addMonthsToLegalDate,
  isLegalDate,
  lastDayOfTerm,
  legalDate,
  type LegalDate,
} from './legal-date.ts';
export { log } from './log.ts';
export { beginMetrics, metricsText, observeRequest } from './metrics.ts';
export { openApiOf } from './openapi.ts';
export { PageQuery } from './page-query.ts';
export { isPermission, PERMISSIONS, type Permission as PermissionName } from './permissions.ts';
export {
  onFrameworkError,
  Problem,
  ProblemFilter,
  sendProblem,
  toProblem,
  type FieldError,
  type ProblemCode,
  type ProblemDetails,
} from './problem.ts';
export { NotReady, Readiness, type ReadinessCheck } from './readiness.ts';
export { open, seal, type Sealed } from './seal.ts';
