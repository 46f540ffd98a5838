import { Type } from 'class-transformer';
import { IsIn, IsObject, Matches, ValidateNested } from 'class-validator';
import { AGENCY_KINDS } from '../domain/practitioner/agency.ts';
import type { AgencyKind } from '../domain/practitioner/agency.ts';
import { TextDto } from './text.dto.ts';

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

export class RegionDto {
  @Matches(CODE) code!: string;
  @IsObject() @ValidateNested() @Type(() => TextDto) title!: TextDto;
}

export class AgencyDto {
  @Matches(CODE) code!: string;
  @IsObject() @ValidateNested() @Type(() => TextDto) title!: TextDto;
  @IsIn(AGENCY_KINDS) kind!: AgencyKind;
  /** The region's code. */
  @Matches(CODE) region!: string;
}
