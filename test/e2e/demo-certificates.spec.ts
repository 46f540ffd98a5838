// The demo has a certificate in every state, and whoever verifies it is told of that state.
import { beforeAll, expect, it } from '@jest/globals';
import { as } from '../../tools/demo/accounts.ts';
import type { Api } from '../../tools/demo/api.ts';
import * as journey from '../../tools/demo/journey.ts';
import { runningSystem, type Found } from '../../tools/system/running.ts';

/** Family names of those whom the tests register: what becomes of their certificates is no part of the demo. */
const OF_TESTS = /^(?:Роҳиев|Махфиев-.+)$/;

interface Certificate {
  readonly code: string;
  readonly state: string;
  readonly practitionerId: string;
}

let found: Found;
let certifier: Api;
let registrar: Api;

beforeAll(async () => {
  found = runningSystem(process.env['SANAD_TEST_DATA_DIR']);
  certifier = await as(found.state, 'certifier');
  registrar = await as(found.state, 'registrar');
});

async function ofTheDemo(state: string): Promise<Certificate | undefined> {
  for (let offset = 0; ; offset += 100) {
    const { items, total } = await certifier.get<{ items: Certificate[]; total: number }>(
      `certificates/certificates?state=${state}&limit=100&offset=${offset}`,
    );
    for (const certificate of items) {
      const { familyName } = await registrar.get<{ familyName: string }>(
        `competency/practitioners/${certificate.practitionerId}`,
      );
      if (!OF_TESTS.test(familyName)) return certificate;
    }
    if (offset + items.length >= total || items.length === 0) return undefined;
  }
}

it.each([
  ['active', 'valid'],
  ['suspended', 'suspended'],
  ['withdrawn', 'withdrawn'],
  ['expired', 'expired'],
  ['superseded', 'superseded'],
])('one is %s, and verifies as %s', async (state, standing) => {
  const certificate = await ofTheDemo(state);
  expect(certificate).toMatchObject({ state });
  expect(await journey.standingByCode(found.state.origin, certificate?.code ?? '')).toBe(standing);
});
