import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '#libs/service-kit';
import { COGNITIVE_DEMANDS, type CognitiveDemand } from '../domain/item/item-body.ts';

export class WordsDto {
  @IsString() @Length(1, 300) en!: string;
  @IsString() @Length(1, 300) ru!: string;
  @IsString() @Length(1, 300) tg!: string;
}

export class BlueprintRowDto {
  @IsString() competencyCode!: string;
  @IsInt() @Min(1) @Max(20) level!: number;
  /** null: any demand. */
  @ValidateIf((row: BlueprintRowDto) => row.cognitiveDemand !== null)
  @IsIn(COGNITIVE_DEMANDS)
  cognitiveDemand!: CognitiveDemand | null;
  @IsInt() @Min(1) @Max(200) count!: number;
}

export class BlueprintDto {
  @IsObject() @ValidateNested() @Type(() => WordsDto) title!: WordsDto;
  @IsUUID() frameworkId!: string;
  @IsInt() @Min(1) @Max(1_000_000) frameworkVersion!: number;
  /** What an exam on this blueprint evidences. */
  @IsString() competencyCode!: string;
  @IsInt() @Min(1) @Max(20) level!: number;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => BlueprintRowDto)
  rows!: BlueprintRowDto[];
}

export class AssembleDto {
  @IsUUID() blueprintId!: string;
  /** The same seed over the same bank gives the same form. */
  @IsOptional() @IsInt() @Min(0) @Max(2 ** 31) seed?: number;
}

export class FormQueryDto extends PageQuery {
  @IsOptional() @IsIn(['draft', 'published']) state?: 'draft' | 'published';
  @IsOptional() @IsUUID() blueprintId?: string;
}
