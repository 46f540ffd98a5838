import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsObject,
  IsOptional,
  IsString,
  Length,
  ValidateNested,
} from 'class-validator';
import type { JsonObject } from '#libs/credentials';

/** One of the two. */
export class VerifyItemDto {
  @IsOptional() @IsString() @Length(1, 40) code?: string;

  /** A credential or a bundle. */
  @IsOptional() @IsObject() file?: JsonObject;
}

export class VerifyBatchDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => VerifyItemDto)
  items!: VerifyItemDto[];
}
