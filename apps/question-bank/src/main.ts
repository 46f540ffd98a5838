import { createService, runMain } from '#libs/service-kit';
import { readConfig } from './config.ts';
import { questionBankModule } from './question-bank.module.ts';

await runMain(async () => {
  const config = readConfig(process.env);
  await createService(questionBankModule(config), {
    config,
    description: 'Items with their reviews, blueprints, and forms as immutable snapshots.',
  });
});
