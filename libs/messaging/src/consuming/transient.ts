// A transient failure passes by itself and says nothing about the event: it is retried in place.

// PostgreSQL, appendix A: 08 connection, 53 resources, 57P0x shutdown, 40001/40P01 serialisation
// and deadlock, 55P03 lock not available, 25P03 idle transaction ended by the server.
const database = /^(08...|53...|57P0[1-5]|40001|40P01|55P03|25P03)$/;
const network = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
]);
const words =
  /connection terminated|connection ended|not queryable|timeout exceeded when trying to connect|pool after calling end|query runner already released|driver not connected|data ?source .*not .*(established|initialized)/i;

const codeOf = (error: object): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

export const isTransient = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const code = codeOf(error);
  if (database.test(code) || network.has(code)) return true;
  if (error instanceof Error && words.test(error.message)) return true;
  if ('driverError' in error && isTransient(error.driverError)) return true;
  return 'cause' in error && isTransient(error.cause);
};
