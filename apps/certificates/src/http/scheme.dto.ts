import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { EVIDENCE_KINDS } from '../domain/scheme/scheme.ts';
import type { EvidenceKind, SchemeBody } from '../domain/scheme/scheme.ts';

export class WordsDto {
  @IsString() @Length(1, 500) en!: string;
  @IsString() @Length(1, 500) ru!: string;
  @IsString() @Length(1, 500) tg!: string;
}

export class SchemeRequirementDto {
  @IsUUID('all') competencyId!: string;

  @IsInt() @Min(1) @Max(9) level!: number;

  /** Kinds of which there must be an attainment each; left out or empty: any one will do. */
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(EVIDENCE_KINDS, { each: true })
  evidence?: EvidenceKind[];
}

export class SchemeDto {
  @Matches(/^[A-Z0-9][A-Z0-9-]{0,31}$/, {
    message: 'code must be 1 to 32 capitals, digits and hyphens',
  })
  code!: string;

  @IsObject() @ValidateNested() @Type(() => WordsDto) title!: WordsDto;

  @IsOptional() @IsObject() @ValidateNested() @Type(() => WordsDto) description?: WordsDto;

  @IsUUID('all') frameworkId!: string;

  @IsInt() @Min(1) @Max(1_000_000) frameworkVersion!: number;

  /** All of them must be attained. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SchemeRequirementDto)
  requirements!: SchemeRequirementDto[];

  /** Left out: 24 months where a level above 2 is asked for, else 36. */
  @IsOptional() @IsInt() @Min(1) @Max(120) validityMonths?: number;

  @IsOptional() @IsInt() @Min(0) @Max(730) renewalOpensDays?: number;

  @IsOptional() @IsIn(['automatic', 'by-person']) issuing?: 'automatic' | 'by-person';
}

export function schemeBody(dto: SchemeDto): SchemeBody {
  const requirements = dto.requirements.map(({ competencyId, level, evidence = [] }) => ({
    competencyId,
    level,
    evidence,
  }));
  const advanced = requirements.some(({ level }) => level > 2);
  return {
    code: dto.code,
    title: words(dto.title),
    description: words(dto.description ?? dto.title),
    frameworkId: dto.frameworkId,
    frameworkVersion: dto.frameworkVersion,
    requirements,
    validityMonths: dto.validityMonths ?? (advanced ? 24 : 36),
    renewalOpensDays: dto.renewalOpensDays ?? 180,
    issuing: dto.issuing ?? 'automatic',
  };
}

const words = ({ en, ru, tg }: WordsDto): WordsDto => ({ en, ru, tg });
