import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  Validate,
  ValidateNested,
} from 'class-validator';
import { EVIDENCE_KINDS } from '../domain/framework/framework.ts';
import type { EvidenceKind } from '../domain/framework/framework.ts';
import { LegalDateRule } from './practitioner.dto.ts';

export class RecordAttainmentDto {
  @IsUUID() practitionerId!: string;
  @IsUUID() frameworkId!: string;
  /** The version that it was assessed under; the newest if not said. */
  @IsOptional() @IsInt() @Min(1) @Max(1_000_000) frameworkVersion?: number;
  @IsUUID() competencyId!: string;
  @IsInt() @Min(1) @Max(20) level!: number;
  @IsIn(EVIDENCE_KINDS) evidence!: EvidenceKind;
  /** The day from which it counts; its end follows from the level. */
  @Validate(LegalDateRule) from!: string;
  @IsString() @IsNotEmpty() @MaxLength(1000) reason!: string;
  /** Who established it: a commission, a decision, another body. */
  @IsString() @IsNotEmpty() @MaxLength(300) authority!: string;
}

export class RecordAttainmentListDto {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(500)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RecordAttainmentDto)
  items!: RecordAttainmentDto[];
}

export class WithdrawAttainmentDto {
  @IsString() @IsNotEmpty() @MaxLength(1000) reason!: string;
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(300) authority?: string;
}
