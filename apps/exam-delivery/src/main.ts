import { createService, runMain } from '#libs/service-kit';
import { readConfig } from './config.ts';
import { examDeliveryModule } from './exam-delivery.module.ts';
import { acceptCsv } from './http/accept-csv.ts';

await runMain(async () => {
  const config = readConfig(process.env);
  await createService(examDeliveryModule(config), {
    config,
    description: 'Exams, sittings, attempts and their results.',
    prepare: acceptCsv,
  });
});
