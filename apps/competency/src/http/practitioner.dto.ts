import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Validate,
  ValidatorConstraint,
} from 'class-validator';
import type { ValidatorConstraintInterface } from 'class-validator';
import { isLegalDate, PageQuery } from '#libs/service-kit';

@ValidatorConstraint({ name: 'legalDate' })
export class LegalDateRule implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return isLegalDate(value);
  }
  defaultMessage(): string {
    return '$property must be a date: YYYY-MM-DD';
  }
}

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim().normalize('NFC') : value,
);
// Control characters and the angle brackets of markup are in no name.
const NAME = /^[^\p{Cc}<>]{1,100}$/u;

export class RegisterPractitionerDto {
  /** The national personnel number: it becomes the person's id and is not kept. */
  @IsString() @Length(3, 60) @Matches(/[\p{L}\p{N}]/u) personnelNumber!: string;
  @trimmed @Matches(NAME) givenName!: string;
  @trimmed @Matches(NAME) familyName!: string;
  @IsOptional() @trimmed @Matches(NAME) otherNames?: string | null;
  @IsUUID() agencyId!: string;
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  roleIds!: string[];
  /** Since when, in the agency; today if not said. */
  @IsOptional() @Validate(LegalDateRule) from?: string;
  @IsOptional() @IsString() @MaxLength(1000) reason?: string;
}

export class ChangePractitionerDto {
  @IsOptional() @trimmed @Matches(NAME) givenName?: string;
  @IsOptional() @trimmed @Matches(NAME) familyName?: string;
  @IsOptional() @trimmed @Matches(NAME) otherNames?: string | null;
  @IsOptional() @IsUUID() agencyId?: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  roleIds?: string[];
  /** False: has left the service. */
  @IsOptional() @IsBoolean() active?: boolean;
  @IsOptional() @Validate(LegalDateRule) from?: string;
  @IsString() @IsNotEmpty() @MaxLength(1000) reason!: string;
}

export class PractitionerQuery extends PageQuery {
  /** Words of the name. */
  @IsOptional() @IsString() @MaxLength(200) search?: string;
  @IsOptional() @IsUUID() agency?: string;
  @IsOptional() @IsUUID() role?: string;
  @IsOptional() @IsString() @MaxLength(40) region?: string;
}

export class NamesDto {
  @IsArray() @ArrayMaxSize(500) @IsUUID('all', { each: true }) ids!: string[];
}
