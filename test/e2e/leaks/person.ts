// A practitioner with an account, of whom the test knows every secret.
import { randomBytes } from 'node:crypto';
import { ADMINISTRATOR, as } from '../../../tools/demo/accounts.ts';
import { newestFramework } from '../../../tools/demo/load.ts';
import type { State } from '../../../tools/system/state.ts';

export interface Person {
  readonly practitionerId: string;
  readonly personnelNumber: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly displayName: string;
  readonly userName: string;
  readonly oneTimePassword: string;
  /** His own, once he has signed in. */
  readonly password: string;
}

export async function newPerson(state: State): Promise<Person> {
  const [registrar, admin] = [await as(state, 'registrar'), await as(state, ADMINISTRATOR)];
  const framework = await newestFramework(registrar);
  const { items: agencies } = await registrar.get<{ items: { agencyId: string; code: string }[] }>(
    'competency/agencies?limit=100',
  );
  const agencyId = agencies.find(({ code }) => code === 'DUSH')?.agencyId;
  const mark = randomBytes(4).toString('hex');
  const person = {
    personnelNumber: `DEMO-LEAK-${mark}`,
    givenName: `Пинҳон-${mark}`,
    familyName: `Махфиев-${mark}`,
  };
  const record = {
    ...person,
    agencyId,
    roleIds: [framework.roles.find(({ code }) => code === 'GI')?.roleId],
  };
  const { practitionerId } = await registrar.post<{ practitionerId: string }>(
    'competency/practitioners',
    record,
  );
  // Refusals are logged, too: one for what is there already, one for what is wrong.
  await registrar.post('competency/practitioners', record).catch(() => undefined);
  await registrar
    .post('competency/practitioners', { ...record, roleIds: 7 })
    .catch(() => undefined);
  const userName = `leak-${mark}`;
  const displayName = `Пинҳон М.-${mark}`;
  const account = {
    userName,
    displayName,
    personnelNumber: person.personnelNumber,
    agency: agencyId,
    permissions: ['exams.sit'],
    reason: 'search for leaks',
  };
  const { oneTimePassword } = await admin.post<{ oneTimePassword: string }>(
    'identity/accounts',
    account,
  );
  await admin.post('identity/accounts', account).catch(() => undefined);
  return {
    ...person,
    practitionerId,
    userName,
    displayName,
    oneTimePassword,
    password: `own-${randomBytes(12).toString('base64url')}`,
  };
}
