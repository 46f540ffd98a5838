import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { legalDate } from '#libs/service-kit';
import { Settings } from '../config.ts';
import { chooseForm } from '../domain/exam/choose-form.ts';
import { historyOf } from '../store/attempt-history.ts';
import { enrolmentTable } from '../store/exam.table.ts';
import { packageBytes, packagesOf } from '../store/packages.ts';
import { formsOf } from '../store/read-copies.ts';
import { examOfSitting } from '../store/sittings.ts';
import { notFound } from './refusal-problem.ts';
import { formDraw } from './start-attempt.ts';

export type PackagePlan = {
  /** The one that the start will assign, if nothing changes until then. */
  digest: string;
  size: number;
  packages: { digest: string; size: number }[];
};

@Injectable()
export class FetchPackage {
  constructor(
    private readonly database: DataSource,
    private readonly settings: Settings,
  ) {}

  async plan(sittingId: string, practitionerId: string): Promise<PackagePlan> {
    const { manager } = this.database;
    const enrolment = await manager.findOneBy(enrolmentTable, { sittingId, practitionerId });
    const found = await examOfSitting(manager, sittingId);
    if (enrolment === null || found === undefined) throw notFound();
    const { exam } = found;
    const dateOf = (at: Date) => legalDate(at, this.settings.zone);
    const { taken } = await historyOf(manager, practitionerId, exam, dateOf);
    const forms = await formsOf(manager, exam.formIds);
    const choice = chooseForm(forms, taken, formDraw(sittingId, practitionerId));
    const addresses = await packagesOf(manager, sittingId);
    const likely =
      addresses.find((one) => choice.outcome === 'chosen' && one.formId === choice.formId) ??
      addresses[0];
    if (likely === undefined) throw notFound();
    const { digest, size } = likely;
    const packages = addresses.map((one) => ({ digest: one.digest, size: one.size }));
    return { digest, size, packages };
  }

  async bytes(digest: string): Promise<Buffer> {
    const bytes = await packageBytes(this.database.manager, digest);
    if (bytes === undefined) throw notFound();
    return bytes;
  }
}
