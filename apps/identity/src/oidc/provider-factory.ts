import type { FactoryProvider } from '@nestjs/common';
import { Clock, log } from '#libs/service-kit';
import Provider from 'oidc-provider';
import { DataSource } from 'typeorm';
import { CONFIG } from '../config.ts';
import type { IdentityConfig } from '../config.ts';
import { unlockedAccount } from '../store/accounts.ts';
import { oidcAdapter } from '../store/oidc-records.ts';
import { unlockedClient } from '../store/registry-clients.ts';
import { loadOrMakeSecretKeys } from '../store/secret-keys.ts';
import { createProvider } from './provider.ts';

export const providerFactory: FactoryProvider<Provider> = {
  provide: Provider,
  inject: [CONFIG, DataSource, Clock],
  useFactory: async (config: IdentityConfig, source: DataSource, clock: Clock) => {
    const provider = createProvider({
      origin: config.publicOrigin,
      webSecret: config.clientSecret,
      keys: await loadOrMakeSecretKeys(source, config.identityKey, clock.now()),
      adapter: oidcAdapter(source, config.identityKey),
      unlockedAccount: (id) => unlockedAccount(source.manager, id),
      unlockedClient: (id) => unlockedClient(source, id),
    });
    provider.on('server_error', (_ctx, err) => log.error({ err }, 'oidc request failed'));
    return provider;
  },
};
