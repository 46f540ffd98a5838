import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { LANGUAGES } from '../domain/framework/framework.ts';
import type { Language } from '../domain/framework/framework.ts';

class NationalFilterQuery {
  /** Id or code; the newest published framework if not said. */
  @IsOptional() @IsString() @MaxLength(40) framework?: string;
  /** Id or code. */
  @IsOptional() @IsString() @MaxLength(40) role?: string;
  @IsOptional() @IsUUID() agency?: string;
  @IsOptional() @IsString() @MaxLength(40) region?: string;
  /** Of the titles in CSV. */
  @IsOptional() @IsIn(LANGUAGES) language?: Language;
}

export class NationalQuery extends NationalFilterQuery {
  /** What the rows of the matrix are. */
  @IsOptional() @IsIn(['role', 'agency', 'region']) by?: 'role' | 'agency' | 'region';
}

export class TrainingNeedsQuery extends NationalFilterQuery {
  /** Ranked: competencies, or competencies of each role. */
  @IsOptional() @IsIn(['competency', 'role']) by?: 'competency' | 'role';
}
