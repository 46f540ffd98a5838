import {
  Body,
  Controller,
  Get,
  Header,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import type { JsonObject } from '#libs/credentials';
import { Caller, Permission, SignedIn } from '#libs/service-kit';
import type { CallerIdentity } from '#libs/service-kit';
import type { CaseListed } from '../store/cases.ts';
import type { Change } from '../domain/certificate/change-state.ts';
import { ChangeCertificate } from '../use-cases/change-certificate.ts';
import type { Ordered } from '../use-cases/change-certificate.ts';
import { CompileCaseFile } from '../use-cases/compile-case-file.ts';
import { HandOutCertificate } from '../use-cases/hand-out-certificate.ts';
import { IssueByPerson } from '../use-cases/issue-by-person.ts';
import { ReadCertificates } from '../use-cases/read-certificates.ts';
import type { CertificateView } from '../use-cases/read-certificates.ts';
import {
  CaseQuery,
  CertificateQuery,
  IssueDto,
  PaperQuery,
  ReinstateDto,
  SuspendDto,
  WithdrawDto,
} from './certificate.dto.ts';

@Controller()
export class CertificatesController {
  constructor(
    private readonly certificates: ReadCertificates,
    private readonly handOut: HandOutCertificate,
    private readonly byPerson: IssueByPerson,
    private readonly changes: ChangeCertificate,
    private readonly caseFiles: CompileCaseFile,
  ) {}

  /** Certificates of the caller's agency's people, or all for a national caller. */
  @Get('certificates')
  @Permission('certificates.read')
  search(@Query() query: CertificateQuery, @Caller() caller: CallerIdentity) {
    return this.certificates.search(caller, query);
  }

  /** The caller's own. */
  @Get('me/certificates')
  @SignedIn()
  own(@Caller() caller: CallerIdentity) {
    return this.certificates.own(caller);
  }

  /** One's own, or one that certificates.read lets see. */
  @Get('certificates/:id')
  @SignedIn()
  read(@Param('id', ParseUUIDPipe) id: string, @Caller() caller: CallerIdentity) {
    return this.certificates.read(caller, id);
  }

  /** The signed document alone. */
  @Get('certificates/:id/credential')
  @SignedIn()
  @Header('content-disposition', 'attachment; filename="certificate.json"')
  credential(
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: CallerIdentity,
  ): Promise<JsonObject> {
    return this.handOut.credential(caller, id);
  }

  /** The signed document with its evidence: verifies without a network. */
  @Get('certificates/:id/bundle')
  @SignedIn()
  @Header('content-type', 'application/json')
  @Header('content-disposition', 'attachment; filename="certificate-bundle.json"')
  bundle(
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: CallerIdentity,
  ): Promise<string> {
    return this.handOut.bundle(caller, id);
  }

  /** The certificate on paper, with QR code and rosette. */
  @Get('certificates/:id/pdf')
  @SignedIn()
  async pdf(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { language }: PaperQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<StreamableFile> {
    const file = await this.handOut.pdf(caller, id, language ?? 'tg');
    const disposition = 'attachment; filename="certificate.pdf"';
    return new StreamableFile(file, { type: 'application/pdf', disposition, length: file.length });
  }

  /** Issues by a named person's act; send an Idempotency-Key. */
  @Post('certificates')
  @Permission('certificates.issue')
  async issue(
    @Body() body: IssueDto,
    @Headers('idempotency-key') key: string | undefined,
    @Caller() caller: CallerIdentity,
  ): Promise<CertificateView> {
    const { id } = await this.byPerson.issue(caller, { ...body }, key);
    return this.certificates.view(id);
  }

  @Post('certificates/:id/suspend')
  @HttpCode(200)
  @Permission('certificates.suspend')
  suspend(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SuspendDto,
    @Caller() caller: CallerIdentity,
  ): Promise<CertificateView> {
    return this.change(caller, id, { kind: 'suspended', reasonCode: body.reasonCode }, body);
  }

  @Post('certificates/:id/reinstate')
  @HttpCode(200)
  @Permission('certificates.suspend')
  reinstate(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReinstateDto,
    @Caller() caller: CallerIdentity,
  ): Promise<CertificateView> {
    return this.change(caller, id, { kind: 'reinstated', reasonCode: body.reasonCode }, body);
  }

  /** For good. */
  @Post('certificates/:id/withdraw')
  @HttpCode(200)
  @Permission('certificates.withdraw')
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawDto,
    @Caller() caller: CallerIdentity,
  ): Promise<CertificateView> {
    return this.change(caller, id, { kind: 'withdrawn', reasonCode: body.reasonCode }, body);
  }

  /** The case file: what was certified, on which evidence, by whom, and proof of when. The holder gets a copy of his own. */
  @Get('certificates/:id/case')
  @SignedIn()
  caseFile(
    @Param('id', ParseUUIDPipe) id: string,
    @Caller() caller: CallerIdentity,
  ): Promise<object> {
    return this.caseFiles.certificate(caller, id);
  }

  /** Cases that wait for a decision, the oldest first; or those that were decided. */
  @Get('cases')
  @Permission('cases.read')
  cases(
    @Query() query: CaseQuery,
    @Caller() caller: CallerIdentity,
  ): Promise<{ items: CaseListed[]; total: number }> {
    return this.caseFiles.cases(caller, query);
  }

  private async change(
    caller: CallerIdentity,
    id: string,
    change: Change,
    ordered: Ordered,
  ): Promise<CertificateView> {
    await this.changes.change(caller, id, change, ordered);
    return this.certificates.view(id);
  }
}
