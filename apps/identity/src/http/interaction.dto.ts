import { IsString, Length } from 'class-validator';
import { LONGEST_PASSWORD } from '../domain/password.ts';

export class SignInDto {
  @IsString()
  @Length(1, 200)
  userName!: string;

  @IsString()
  @Length(1, LONGEST_PASSWORD)
  password!: string;
}

export class NewPasswordDto {
  @IsString()
  @Length(1, 4 * LONGEST_PASSWORD)
  password!: string;
}

/** `redirect` is where the browser goes next, by a full navigation. */
export class InteractionAnswer {
  outcome!: 'signed-in' | 'new-password-required';
  redirect?: string;
}

export class InteractionView {
  uid!: string;
  step!: 'password' | 'new-password';
  shortestPassword!: number;
}
