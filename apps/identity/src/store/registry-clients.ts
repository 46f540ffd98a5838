import type { AdapterPayload } from 'oidc-provider';
import type { DataSource, EntityManager } from 'typeorm';
import type { RegistryClient } from '../domain/registry-client.ts';
import { RegistryClientTable } from './tables.ts';

export async function unlockedClient(
  source: Pick<DataSource, 'getRepository'>,
  id: string,
): Promise<RegistryClient | null> {
  const client = await source.getRepository(RegistryClientTable).findOneBy({ id });
  return client && client.lockedAt === null ? client : null;
}

/** `client_secret` is its digest; the provider's comparison is replaced to match. */
export async function clientMetadata(
  source: Pick<DataSource, 'getRepository'>,
  id: string,
): Promise<AdapterPayload | undefined> {
  const client = await unlockedClient(source, id);
  if (!client) return undefined;
  return {
    client_id: client.id,
    client_name: client.name,
    client_secret: client.secretDigest,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    token_endpoint_auth_method: 'client_secret_basic',
  };
}

export const saveClient = (tx: EntityManager, client: RegistryClient): Promise<RegistryClient> =>
  tx.save(RegistryClientTable, client);

export async function clientToChange(
  tx: EntityManager,
  id: string,
  agencies: 'all' | readonly string[],
): Promise<RegistryClient | null> {
  const client = await tx.findOne(RegistryClientTable, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  const visible = client && (agencies === 'all' || agencies.includes(client.agency ?? ''));
  return visible ? client : null;
}

export async function listClients(
  tx: EntityManager,
  agencies: 'all' | readonly string[],
  page: { limit: number; offset: number },
): Promise<{ items: RegistryClient[]; total: number }> {
  const query = tx.createQueryBuilder(RegistryClientTable, 'client').where('true');
  if (agencies !== 'all') query.andWhere('client.agency = ANY(:agencies)', { agencies });
  const [items, total] = await query
    .orderBy('client.name')
    .take(page.limit)
    .skip(page.offset)
    .getManyAndCount();
  return { items, total };
}
