import { Type } from 'class-transformer';
import { IsDate, IsOptional, IsString, Length } from 'class-validator';

export class ReplaceKeyDto {
  /** The id of the key in use, e.g. did:web:sanad.example#key-1. */
  @IsString() @Length(1, 500) replaces!: string;
  @IsString() @Length(3, 500) reason!: string;

  /** Since when somebody else may have had the key; left out where it is replaced in good time. */
  @IsOptional() @Type(() => Date) @IsDate() compromisedFrom?: Date;
}
