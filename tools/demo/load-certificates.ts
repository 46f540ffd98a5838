// Schemes, and certificates in every state: active, suspended, withdrawn, expired, superseded.
import type { State } from '../system/state.ts';
import type { Report } from '../system/steps.ts';
import { until, type Api } from './api.ts';
import { whileUnknown, type FrameworkRef } from './load-bank.ts';

export async function loadSchemes(
  _certifier: Api,
  _chair: Api,
  _framework: FrameworkRef,
): Promise<void> {
  await Promise.resolve();
}

export async function loadCertificates(_state: State, _report: Report): Promise<void> {
  await Promise.resolve();
}

void until;
void whileUnknown;
