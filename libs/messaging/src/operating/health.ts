import type { ConsumerGroup, GroupState } from '../consuming/consumer-group.ts';
import type { RelayState } from '../publishing/relay.ts';

export type MessagingHealth = {
  readonly ready: boolean;
  readonly relay: RelayState;
  readonly consumers: readonly {
    readonly name: string;
    readonly state: GroupState;
    readonly error: string | null;
  }[];
};

/** Not ready while a consumer is not at work or the relay cannot reach Kafka or the database. */
export const healthOf = (relay: RelayState, groups: readonly ConsumerGroup[]): MessagingHealth => ({
  ready: relay !== 'failing' && groups.every(({ state }) => state === 'running'),
  relay,
  consumers: groups.map(({ name, state, lastError }) => ({ name, state, error: lastError })),
});
