import { PsychometricsError } from '../error.ts';

/** The code of the library's own error that the act throws; 'none' if it throws none. */
export function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof PsychometricsError) return error.code;
    throw error;
  }
  return 'none';
}
