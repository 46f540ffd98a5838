import { createService, runMain } from '#libs/service-kit';
import { competencyModule } from './competency.module.ts';
import { readConfig } from './config.ts';

await runMain(async () => {
  const config = readConfig(process.env);
  await createService(competencyModule(config), {
    config,
    description: 'Frameworks, practitioners, attainments, gaps and the national picture.',
  });
});
