import { log, runMain } from '#libs/service-kit';
import { buildGateway } from './build-gateway.ts';
import { readConfig } from './config.ts';

await runMain(async () => {
  const config = readConfig(process.env);
  const app = await buildGateway(config);
  await app.listen(config.port, config.host);
  log.info({ port: config.port, origin: config.publicOrigin }, 'listening');
});
