/**
 * oidc-provider takes its keys when it is made; so another one is made when they have changed. Whatever is under way is
 * in the database and goes on with the next.
 */
import { Injectable } from '@nestjs/common';
import { log } from '#libs/service-kit';
import type Provider from 'oidc-provider';
import type { SecretKeys } from '../store/secret-keys.ts';

/** Well within the time that a new key is published before it signs (domain/signing-keys.ts). */
const LOOK_EVERY_MS = 15_000;

@Injectable()
export class CurrentProvider {
  private current: { provider: Provider; handle: ReturnType<Provider['callback']>; kids: string };
  private readonly make: (keys: SecretKeys) => Provider;
  private readonly load: () => Promise<SecretKeys>;
  private looking: NodeJS.Timeout | undefined;

  constructor(
    first: SecretKeys,
    make: (keys: SecretKeys) => Provider,
    load: () => Promise<SecretKeys>,
  ) {
    this.make = make;
    this.load = load;
    this.current = this.madeOf(first);
  }

  get provider(): Provider {
    return this.current.provider;
  }

  get handle(): ReturnType<Provider['callback']> {
    return this.current.handle;
  }

  /** Takes up what another instance, or time, has changed. */
  async reload(): Promise<void> {
    const keys = await this.load();
    if (kidsOf(keys) !== this.current.kids) this.current = this.madeOf(keys);
  }

  onApplicationBootstrap(): void {
    const look = (): Promise<void> =>
      this.reload().catch((err: unknown) => log.warn({ err }, 'the signing keys were not read'));
    this.looking = setInterval(() => void look(), LOOK_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.looking);
  }

  private madeOf(keys: SecretKeys): CurrentProvider['current'] {
    const provider = this.make(keys);
    return { provider, handle: provider.callback(), kids: kidsOf(keys) };
  }
}

const kidsOf = ({ signing }: SecretKeys): string => signing.map(({ kid }) => kid).join(' ');
