import { acts } from './acts.ts';
import { cases } from './cases.ts';
import { certificate } from './certificate.ts';
import { exam } from './exam.ts';
import { frameworks } from './frameworks.ts';
import { home } from './home.ts';
import { national } from './national.ts';
import { refusals } from './refusals.ts';
import { result } from './result.ts';
import { shell } from './shell.ts';
import { signIn } from './sign-in.ts';
import { verify } from './verify.ts';

export const catalogue = {
  shell,
  signIn,
  home,
  exam,
  result,
  frameworks,
  verify,
  national,
  certificate,
  cases,
  acts,
  refusals,
};
