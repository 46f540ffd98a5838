import { EntitySchema } from 'typeorm';
import type { Account } from '../domain/account.ts';
import type { RegistryClient } from '../domain/registry-client.ts';

export const AccountTable = new EntitySchema<Account>({
  name: 'account',
  columns: {
    id: { type: 'uuid', primary: true },
    userName: { type: 'text', name: 'user_name' },
    displayName: { type: 'text', name: 'display_name' },
    person: { type: 'uuid', nullable: true },
    agency: { type: 'uuid', nullable: true },
    permissions: { type: 'text', array: true },
    locale: { type: 'text' },
    passwordHash: { type: 'text', name: 'password_hash' },
    passwordState: { type: 'text', name: 'password_state' },
    passwordExpiresAt: { type: 'timestamptz', name: 'password_expires_at', nullable: true },
    lockedAt: { type: 'timestamptz', name: 'locked_at', nullable: true },
    version: { type: 'int' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
  },
});

export const RegistryClientTable = new EntitySchema<RegistryClient>({
  name: 'registry_client',
  columns: {
    id: { type: 'text', primary: true },
    name: { type: 'text' },
    agency: { type: 'uuid', nullable: true },
    permissions: { type: 'text', array: true },
    secretDigest: { type: 'text', name: 'secret_digest' },
    lockedAt: { type: 'timestamptz', name: 'locked_at', nullable: true },
    createdAt: { type: 'timestamptz', name: 'created_at' },
  },
});
