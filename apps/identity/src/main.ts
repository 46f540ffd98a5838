import { createService, runMain } from '#libs/service-kit';
import { readConfig } from './config.ts';
import { identityModule } from './identity.module.ts';

await runMain(async () => {
  const config = readConfig(process.env);
  await createService(identityModule(config), {
    config,
    description: 'Accounts, sign-in and access tokens.',
  });
});
