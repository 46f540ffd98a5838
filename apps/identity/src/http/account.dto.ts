import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { PageQuery, PERMISSIONS } from '#libs/service-kit';
import { LONGEST_PASSWORD } from '../domain/password.ts';
import type { Account, Locale, PasswordState } from '../domain/account.ts';

export const LOCALES = ['en', 'ru', 'tg'] as const;

export class AccountQuery extends PageQuery {
  /** Part of the user name or the display name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
}

export class NewAccountDto {
  /** What the person types to sign in: letters, digits, dot, hyphen, underscore. */
  @Matches(/^[\p{L}\p{N}._@-]{3,64}$/u, {
    message: 'userName must be 3 to 64 letters, digits or . _ @ -',
  })
  userName!: string;

  @IsString()
  @Length(1, 200)
  displayName!: string;

  /** The national personnel number: becomes the person's id and is not stored. */
  @IsOptional()
  @Matches(/[\p{L}\p{N}]/u, { message: 'personnelNumber must hold a letter or a digit' })
  @MaxLength(64)
  personnelNumber?: string;

  /** Left out: a national account. */
  @IsOptional()
  @IsUUID('all')
  agency?: string;

  @IsArray()
  @ArrayMaxSize(PERMISSIONS.length)
  @ArrayUnique()
  @IsIn(PERMISSIONS, { each: true })
  permissions!: string[];

  @IsOptional()
  @IsIn(LOCALES)
  locale?: Locale;

  @IsString()
  @Length(3, 500)
  reason!: string;
}

export class AccountChangeDto {
  @IsOptional()
  @IsString()
  @Length(1, 200)
  displayName?: string;

  /** null makes the account national. */
  @IsOptional()
  @IsUUID('all')
  agency?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(PERMISSIONS.length)
  @ArrayUnique()
  @IsIn(PERMISSIONS, { each: true })
  permissions?: string[];

  @IsString()
  @Length(3, 500)
  reason!: string;
}

export class ReasonDto {
  @IsString()
  @MinLength(3)
  @MaxLength(500)
  reason!: string;
}

export class LocaleDto {
  @IsIn(LOCALES)
  locale!: Locale;
}

export class PasswordChangeDto {
  @IsString()
  @Length(1, LONGEST_PASSWORD)
  currentPassword!: string;

  @IsString()
  @Length(1, 4 * LONGEST_PASSWORD)
  newPassword!: string;
}

/** An account as officers see it; nothing of its password but whether it is the person's own. */
export class AccountView {
  id!: string;
  userName!: string;
  displayName!: string;
  person!: string | null;
  agency!: string | null;
  permissions!: string[];
  locale!: Locale;
  locked!: boolean;
  passwordState!: PasswordState;
  version!: number;
  createdAt!: string;
}

export const accountView = (account: Account): AccountView => ({
  id: account.id,
  userName: account.userName,
  displayName: account.displayName,
  person: account.person,
  agency: account.agency,
  permissions: account.permissions,
  locale: account.locale,
  locked: account.lockedAt !== null,
  passwordState: account.passwordState,
  version: account.version,
  createdAt: account.createdAt.toISOString(),
});
