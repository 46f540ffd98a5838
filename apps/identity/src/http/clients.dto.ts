import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
} from 'class-validator';
import { CLIENT_PERMISSIONS } from '../domain/registry-client.ts';
import type { RegistryClient } from '../domain/registry-client.ts';

export class NewClientDto {
  @IsString()
  @Length(3, 200)
  name!: string;

  /** The agency that runs the registry. */
  @IsOptional()
  @IsUUID('all')
  agency?: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(CLIENT_PERMISSIONS, { each: true })
  permissions!: string[];

  @IsOptional()
  @IsString()
  @Length(3, 500)
  reason?: string;
}

export class ClientView {
  clientId!: string;
  name!: string;
  agency!: string | null;
  permissions!: string[];
  locked!: boolean;
  createdAt!: string;
}

export const clientView = (client: RegistryClient): ClientView => ({
  clientId: client.id,
  name: client.name,
  agency: client.agency,
  permissions: client.permissions,
  locked: client.lockedAt !== null,
  createdAt: client.createdAt.toISOString(),
});
