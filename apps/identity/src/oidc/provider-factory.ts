import type { FactoryProvider } from '@nestjs/common';
import { log } from '#libs/service-kit';
import { DataSource } from 'typeorm';
import { CONFIG } from '../config.ts';
import type { IdentityConfig } from '../config.ts';
import { unlockedAccount } from '../store/accounts.ts';
import { oidcAdapter } from '../store/oidc-records.ts';
import { unlockedClient } from '../store/registry-clients.ts';
import { deleteEndedKeys, loadOrMakeSecretKeys } from '../store/secret-keys.ts';
import type { SecretKeys } from '../store/secret-keys.ts';
import { CurrentProvider } from './current-provider.ts';
import { createProvider } from './provider.ts';

export const providerFactory: FactoryProvider<CurrentProvider> = {
  provide: CurrentProvider,
  inject: [CONFIG, DataSource],
  useFactory: async (config: IdentityConfig, source: DataSource) => {
    // By the machine's clock, as the tokens that the keys sign.
    const load = async (): Promise<SecretKeys> => {
      const now = new Date();
      await deleteEndedKeys(source, now);
      return loadOrMakeSecretKeys(source, config.identityKey, now);
    };
    const make = (keys: SecretKeys) => {
      const provider = createProvider({
        origin: config.publicOrigin,
        webSecret: config.clientSecret,
        keys,
        adapter: oidcAdapter(source, config.identityKey),
        unlockedAccount: (id) => unlockedAccount(source.manager, id),
        unlockedClient: (id) => unlockedClient(source, id),
      });
      provider.on('server_error', (_ctx, err) => log.error({ err }, 'oidc request failed'));
      return provider;
    };
    return new CurrentProvider(await load(), make, load);
  },
};
