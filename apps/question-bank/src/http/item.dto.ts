import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '#libs/service-kit';
import {
  COGNITIVE_DEMANDS,
  INTERACTIONS,
  LANGUAGES,
  type CognitiveDemand,
  type Interaction,
  type Language,
} from '../domain/item/item-body.ts';

export class OptionDto {
  @IsString() @Length(1, 32) id!: string;
  @IsString() @Length(1, 2000) text!: string;
}

export class LanguagePartDto {
  @IsString() @Length(1, 8000) prompt!: string;
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OptionDto)
  choices?: OptionDto[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OptionDto)
  left?: OptionDto[];
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => OptionDto)
  right?: OptionDto[];
  /** Why the key is right; shown to reviewers, never to candidates. */
  @IsString() @Length(1, 8000) rationale!: string;
  /** For a short text: every answer that counts as right in this language. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 200, { each: true })
  accepted?: string[];
  @IsOptional() @IsBoolean() machineDrafted?: boolean;
}

/** May be left out, and is not null. */
const Given = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

export class LanguagesDto {
  @Given() @IsObject() @ValidateNested() @Type(() => LanguagePartDto) en?: LanguagePartDto;
  @Given() @IsObject() @ValidateNested() @Type(() => LanguagePartDto) ru?: LanguagePartDto;
  @Given() @IsObject() @ValidateNested() @Type(() => LanguagePartDto) tg?: LanguagePartDto;
}

export class NumberKeyDto {
  @IsNumber() value!: number;
  @IsNumber() @Min(0) tolerance!: number;
  @IsOptional() @IsString() @Length(1, 20) unit?: string;
}

export class KeyDto {
  @IsOptional() @IsString() choice?: string;
  @IsOptional() @IsArray() @IsString({ each: true }) choices?: string[];
  @IsOptional() @IsArray() @IsString({ each: true }) order?: string[];
  /** Pairs of ids: [left, right]. */
  @IsOptional() @IsArray() @IsArray({ each: true }) pairs?: [string, string][];
  @IsOptional() @IsObject() @ValidateNested() @Type(() => NumberKeyDto) number?: NumberKeyDto;
}

export class SourceDto {
  @IsString() @Length(1, 300) document!: string;
  @IsString() @Length(1, 200) clause!: string;
  @IsOptional() @IsUrl({ protocols: ['https', 'http'] }) url?: string;
}

export class ItemBodyDto {
  @IsString() @Length(1, 20) competencyCode!: string;
  @IsInt() @Min(1) @Max(9) level!: number;
  @IsIn(COGNITIVE_DEMANDS) cognitiveDemand!: CognitiveDemand;
  @IsIn(INTERACTIONS) interaction!: Interaction;
  @IsObject() @ValidateNested() @Type(() => SourceDto) source!: SourceDto;
  @IsObject() @ValidateNested() @Type(() => LanguagesDto) languages!: LanguagesDto;
  @IsObject() @ValidateNested() @Type(() => KeyDto) key!: KeyDto;
  @IsOptional() @IsBoolean() shuffle?: boolean;
  @IsOptional() @IsNumber() @Min(0.5) @Max(100) maxScore?: number;
}

export class ItemQueryDto extends PageQuery {
  @IsOptional() @IsIn(['draft', 'in-review', 'approved', 'published']) state?: string;
  @IsOptional() @IsString() competencyCode?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(20) level?: number;
  @IsOptional() @IsIn(COGNITIVE_DEMANDS) cognitiveDemand?: string;
}

export class VerdictDto {
  @IsIn(['approve', 'return']) verdict!: 'approve' | 'return';
  /** What was checked, or what has to change. */
  @IsString() @Length(1, 4000) comment!: string;
  @IsOptional() @IsArray() @ArrayUnique() @IsIn(LANGUAGES, { each: true }) languages?: Language[];
}

export class ReasonDto {
  /** Why; it stands in the audit trail. */
  @IsString() @Length(3, 1000) reason!: string;
}

export class PreviewQueryDto {
  @IsIn(LANGUAGES) language!: Language;
}
