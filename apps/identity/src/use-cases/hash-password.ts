import { hash, verify } from '@node-rs/argon2';

// argon2id, 19 MiB, two passes: the first choice of OWASP's password storage cheat sheet.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFKC'), PARAMETERS);

export const isPassword = (hashed: string, password: string): Promise<boolean> =>
  verify(hashed, password.normalize('NFKC'));
