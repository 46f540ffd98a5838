import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Min,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '#libs/service-kit';
import type { Language } from '../domain/exam/exam.ts';
import { CANDIDATE_STATES } from '../domain/sitting/sitting.ts';
import type { CandidateState } from '../domain/sitting/sitting.ts';

/** In each language: candidates read it in theirs. */
export class SittingTitleDto {
  @IsString() @Length(1, 200) en!: string;
  @IsString() @Length(1, 200) ru!: string;
  @IsString() @Length(1, 200) tg!: string;
}

export class SittingDto {
  @IsUUID() examId!: string;
  @IsObject() @ValidateNested() @Type(() => SittingTitleDto) title!: SittingTitleDto;
  /** For a national officer; an officer of an agency makes sittings of that agency. */
  @IsOptional() @IsUUID() agencyId?: string;
  @Type(() => Date) @IsDate() opensAt!: Date;
  @Type(() => Date) @IsDate() closesAt!: Date;
}

export class EnrolmentsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @IsUUID(undefined, { each: true })
  practitionerIds!: string[];
}

export class CandidateQuery extends PageQuery {
  @IsOptional() @IsIn(CANDIDATE_STATES) state?: CandidateState;
  /** The beginning of a practitioner's or an attempt's id. */
  @IsOptional() @IsString() @MaxLength(36) search?: string;
  @IsOptional() @IsUUID('all') practitionerId?: string;
}

export class StartDto {
  @IsIn(['en', 'ru', 'tg']) language!: Language;
  /** The candidate accepts the rules of the exam. */
  @IsBoolean() declaration!: boolean;
  /** A secret that stays on the device; sent as X-Device with each request of the attempt from then on. */
  @IsOptional() @IsString() @Length(16, 200) device?: string;
}

export class CorrectionDto {
  @IsNumber() @Min(0) score!: number;
  @IsString() @MinLength(1) @MaxLength(2000) reason!: string;
}
