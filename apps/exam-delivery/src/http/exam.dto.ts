import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { defaultRules } from '../domain/exam/exam.ts';
import type { Exam, Language } from '../domain/exam/exam.ts';
import type { ExamDraft } from '../use-cases/write-exam.ts';

const offered = ['en', 'ru', 'tg'] as const;

export class TextDto {
  @IsOptional() @IsString() @Length(1, 300) en?: string;
  @IsOptional() @IsString() @Length(1, 300) ru?: string;
  @IsOptional() @IsString() @Length(1, 300) tg?: string;
}

export class RetakesDto {
  /** Days to wait after the first, second, third ... failure. */
  @IsArray()
  @ArrayMaxSize(12)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(3650, { each: true })
  waitDays!: number[];
  @IsInt() @Min(1) @Max(100) maxAttempts!: number;
  @IsInt() @Min(1) @Max(120) windowMonths!: number;
}

export class CutScoreDto {
  @IsNumber() @Min(0) score!: number;
  /** The method and the study by which the standard was set. */
  @IsString() @MaxLength(4000) justification!: string;
  @IsString() @MaxLength(300) author!: string;
}

export class RulesDto {
  @IsInt() @Min(1) @Max(1440) minutes!: number;
  @IsOptional() @IsInt() @Min(0) @Max(60) graceMinutes?: number;
  @IsOptional() @IsObject() @ValidateNested() @Type(() => RetakesDto) retakes?: RetakesDto;
  @IsObject() @ValidateNested() @Type(() => CutScoreDto) cutScore!: CutScoreDto;
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(offered, { each: true }) languages!: Language[];
  @IsOptional() @IsBoolean() languageSwitch?: boolean;
  @IsOptional() @IsIn(['automatic', 'by-officer']) release?: 'automatic' | 'by-officer';
  @IsOptional() @IsBoolean() offline?: boolean;
}

export class ExamDto {
  @IsString() @Length(1, 60) code!: string;
  @IsObject() @ValidateNested() @Type(() => TextDto) title!: TextDto;
  @IsOptional() @IsUUID() blueprintId?: string;
  @IsArray() @ArrayMaxSize(50) @ArrayUnique() @IsUUID(undefined, { each: true }) formIds!: string[];
  @IsUUID() frameworkId!: string;
  @IsInt() @Min(1) @Max(1_000_000) frameworkVersion!: number;
  @IsUUID() competencyId!: string;
  @IsInt() @Min(1) @Max(9) level!: number;
  @IsObject() @ValidateNested() @Type(() => RulesDto) rules!: RulesDto;
}

export class ReasonDto {
  @IsString() @MinLength(1) @MaxLength(2000) reason!: string;
}

const defaults = (rules: RulesDto): Exam['rules'] => ({
  minutes: rules.minutes,
  graceMinutes: rules.graceMinutes ?? defaultRules.graceMinutes,
  retakes: rules.retakes ?? {
    ...defaultRules.retakes,
    waitDays: [...defaultRules.retakes.waitDays],
  },
  cutScore: rules.cutScore,
  languages: rules.languages,
  languageSwitch: rules.languageSwitch ?? defaultRules.languageSwitch,
  release: rules.release ?? defaultRules.release,
  offline: rules.offline ?? defaultRules.offline,
});

export const toDraft = (dto: ExamDto): ExamDraft => ({
  code: dto.code,
  title: { ...dto.title },
  blueprintId: dto.blueprintId ?? null,
  formIds: dto.formIds,
  frameworkId: dto.frameworkId,
  frameworkVersion: dto.frameworkVersion,
  competencyId: dto.competencyId,
  level: dto.level,
  rules: defaults(dto.rules),
});
