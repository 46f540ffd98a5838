import { Controller, Get } from '@nestjs/common';
import { Caller, SignedIn } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import { Desk } from '../desk.ts';
import { findPractitioner } from '../store/practitioners.ts';
import type { PractitionerView } from '../store/practitioners.ts';
import { readProfile } from '../use-cases/read-profile.ts';
import type { Profile } from '../use-cases/read-profile.ts';
import { refusal } from '../use-cases/refuse.ts';

@Controller('me')
export class MeController {
  constructor(private readonly desk: Desk) {}

  /** The caller's own record. */
  @Get('practitioner')
  @SignedIn()
  practitioner(@Caller() caller: CallerIdentity): Promise<PractitionerView> {
    return this.own(caller);
  }

  /** What the caller's roles require, what he holds, and the gap between. */
  @Get('profile')
  @SignedIn()
  async profile(@Caller() caller: CallerIdentity): Promise<Profile> {
    return readProfile(this.desk, await this.own(caller));
  }

  private async own({ person }: CallerIdentity): Promise<PractitionerView> {
    const view =
      person === null
        ? undefined
        : await findPractitioner(this.desk.database.manager, person, 'all');
    if (view === undefined) throw refusal('not-a-practitioner');
    return view;
  }
}
