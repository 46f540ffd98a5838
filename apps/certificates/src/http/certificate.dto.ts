import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { PageQuery } from '#libs/service-kit';
import {
  REINSTATEMENT_REASONS,
  SUSPENSION_REASONS,
  WITHDRAWAL_REASONS,
} from '../domain/certificate/certificate.ts';
import type {
  ReinstatementReason,
  SuspensionReason,
  WithdrawalReason,
} from '../domain/certificate/certificate.ts';
import type { Language } from '../domain/words.ts';

const STATES = ['active', 'suspended', 'withdrawn', 'expired', 'superseded'] as const;
const LEGAL_DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class CertificateQuery extends PageQuery {
  @IsOptional() @IsUUID('all') practitionerId?: string;
  @IsOptional() @IsUUID('all') schemeId?: string;
  @IsOptional() @IsIn(STATES) state?: string;
}

export class CaseQuery extends PageQuery {
  /** Left out: open. */
  @IsOptional() @IsIn(['open', 'closed']) state?: 'open' | 'closed';
}

export class IssueDto {
  @IsUUID('all') schemeId!: string;
  @IsUUID('all') practitionerId!: string;
  @IsString() @Length(3, 500) reason!: string;
}

class ChangeDto {
  @IsString() @Length(3, 500) reason!: string;

  /** The day from which it counts, not after today; left out: today. */
  @IsOptional()
  @Matches(LEGAL_DATE, { message: 'effective must be a date, YYYY-MM-DD' })
  effective?: string;
}

export class SuspendDto extends ChangeDto {
  @IsIn(SUSPENSION_REASONS) reasonCode!: SuspensionReason;
}

export class ReinstateDto extends ChangeDto {
  @IsIn(REINSTATEMENT_REASONS) reasonCode!: ReinstatementReason;
}

export class WithdrawDto extends ChangeDto {
  @IsIn(WITHDRAWAL_REASONS) reasonCode!: WithdrawalReason;
}

export class PaperQuery {
  @IsOptional() @IsIn(['en', 'ru', 'tg']) language?: Language;
}

export class ReasonDto {
  @IsString() @Length(3, 500) reason!: string;
}
