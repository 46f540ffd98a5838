import { createService, runMain } from '#libs/service-kit';
import { certificatesModule } from './certificates.module.ts';
import { readConfig } from './config.ts';
import { servePublicFiles } from './http/public-files.ts';

// A hundred bundles in one request of a registry.
const LARGEST_BODY = 8 << 20;

await runMain(async () => {
  const config = readConfig(process.env);
  await createService(certificatesModule(config), {
    config,
    description: 'Schemes, certificates, their verification, and the transparency log.',
    bodyLimit: LARGEST_BODY,
    prepare: servePublicFiles,
  });
});
