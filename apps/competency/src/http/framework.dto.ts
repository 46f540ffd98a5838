import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { EVIDENCE_KINDS } from '../domain/framework/framework.ts';
import type { EvidenceKind } from '../domain/framework/framework.ts';
import { TextDto } from './text.dto.ts';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

class LevelDto {
  @IsInt() @Min(1) @Max(20) level!: number;
  @Matches(CODE) code!: string;
  @IsObject() @ValidateNested() @Type(() => TextDto) title!: TextDto;
  @IsObject() @ValidateNested() @Type(() => TextDto) descriptor!: TextDto;
  @IsArray() @IsIn(EVIDENCE_KINDS, { each: true }) evidence!: EvidenceKind[];
  /** any: one of the kinds is enough; all: every kind is needed. */
  @IsIn(['any', 'all']) evidenceRule!: 'any' | 'all';
  @IsInt() @Min(1) @Max(600) validityMonths!: number;
}

class GroupDto {
  @Matches(CODE) group!: string;
  @IsObject() @ValidateNested() @Type(() => TextDto) title!: TextDto;
}

class DescriptorDto {
  @IsInt() @Min(1) @Max(20) level!: number;
  @IsObject() @ValidateNested() @Type(() => TextDto) text!: TextDto;
}

class CompetencyDto {
  @IsUUID() competencyId!: string;
  @Matches(CODE) code!: string;
  @IsObject() @ValidateNested() @Type(() => TextDto) title!: TextDto;
  @Matches(CODE) group!: string;
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DescriptorDto)
  descriptors!: DescriptorDto[];
}

class RoleDto {
  @IsUUID() roleId!: string;
  @Matches(CODE) code!: string;
  @IsObject() @ValidateNested() @Type(() => TextDto) title!: TextDto;
}

class RequirementDto {
  @IsUUID() roleId!: string;
  @IsUUID() competencyId!: string;
  @IsInt() @Min(1) @Max(20) level!: number;
}

class EquivalenceDto {
  @IsUUID() competencyId!: string;
  @IsInt() @Min(1) @Max(20) level!: number;
  @IsInt() @Min(1) version!: number;
  @IsBoolean() equivalent!: boolean;
}

const LISTS = { each: true };

export class FrameworkDto {
  @Matches(CODE) code!: string;
  @IsObject() @ValidateNested() @Type(() => TextDto) title!: TextDto;
  /** What the framework is and who stands behind it; shown wherever it is. */
  @IsObject() @ValidateNested() @Type(() => TextDto) notice!: TextDto;
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject(LISTS)
  @ValidateNested(LISTS)
  @Type(() => LevelDto)
  levels!: LevelDto[];
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject(LISTS)
  @ValidateNested(LISTS)
  @Type(() => GroupDto)
  groups!: GroupDto[];
  @IsArray()
  @ArrayMaxSize(200)
  @IsObject(LISTS)
  @ValidateNested(LISTS)
  @Type(() => CompetencyDto)
  competencies!: CompetencyDto[];
  @IsArray()
  @ArrayMaxSize(100)
  @IsObject(LISTS)
  @ValidateNested(LISTS)
  @Type(() => RoleDto)
  roles!: RoleDto[];
  @IsArray()
  @ArrayMaxSize(20_000)
  @IsObject(LISTS)
  @ValidateNested(LISTS)
  @Type(() => RequirementDto)
  requirements!: RequirementDto[];
  /** Only where it differs from the default: an unchanged descriptor is equivalent. */
  @IsArray()
  @ArrayMaxSize(20_000)
  @IsObject(LISTS)
  @ValidateNested(LISTS)
  @Type(() => EquivalenceDto)
  equivalence!: EquivalenceDto[];
}

export class ReasonDto {
  @IsString() @IsNotEmpty() @MaxLength(1000) reason!: string;
}

export class FrameworkVersionParam {
  /** Id or code. */
  @Matches(CODE) id!: string;
  @Type(() => Number) @IsInt() @Min(1) @Max(1_000_000) version!: number;
}

export class FrameworkCompetencyParam extends FrameworkVersionParam {
  @Matches(CODE) code!: string;
}

export class FrameworkParam {
  @Matches(CODE) id!: string;
}

export class IdParam {
  @IsUUID() id!: string;
}
