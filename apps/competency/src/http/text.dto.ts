import { IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { LANGUAGES } from '../domain/framework/framework.ts';
import type { Language } from '../domain/framework/framework.ts';

const LONGEST = 2000;

/** One text in every language. It may be empty while it is a draft. */
export class TextDto {
  @IsString() @MaxLength(LONGEST) en!: string;
  @IsString() @MaxLength(LONGEST) ru!: string;
  @IsString() @MaxLength(LONGEST) tg!: string;
  /** The languages whose text no person has reviewed. */
  @IsOptional() @IsArray() @IsIn(LANGUAGES, { each: true }) machineDrafted?: Language[];
}
