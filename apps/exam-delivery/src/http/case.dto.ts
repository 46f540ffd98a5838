import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '#libs/service-kit';

export class CaseQuery extends PageQuery {
  /** Left out: both, the open ones first. */
  @IsOptional() @IsIn(['open', 'closed']) state?: 'open' | 'closed';
}
