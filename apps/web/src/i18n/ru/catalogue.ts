import { accounts } from './accounts.ts';
import { acts } from './acts.ts';
import { agencies } from './agencies.ts';
import { audit } from './audit.ts';
import { cases } from './cases.ts';
import { certificate } from './certificate.ts';
import { clients } from './clients.ts';
import { deadLetters } from './dead-letters.ts';
import { exam } from './exam.ts';
import { exams } from './exams.ts';
import { faults } from './faults.ts';
import { forms } from './forms.ts';
import { frameworkDraft } from './framework-draft.ts';
import { frameworks } from './frameworks.ts';
import { home } from './home.ts';
import { items } from './items.ts';
import { national } from './national.ts';
import { permissions } from './permissions.ts';
import { practitioners } from './practitioners.ts';
import { refusals } from './refusals.ts';
import { result } from './result.ts';
import { schemes } from './schemes.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { signingKeys } from './signing-keys.ts';
import { sittings } from './sittings.ts';
import { verify } from './verify.ts';
import { work } from './work.ts';

export const catalogue = {
  shell,
  signIn,
  home,
  exam,
  result,
  frameworks,
  frameworkDraft,
  verify,
  national,
  certificate,
  cases,
  acts,
  refusals,
  faults,
  work,
  accounts,
  practitioners,
  agencies,
  permissions,
  deadLetters,
  signingKeys,
  audit,
  items,
  sittings,
  exams,
  forms,
  schemes,
  clients,
};
