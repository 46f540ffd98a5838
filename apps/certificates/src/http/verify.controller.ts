import { Body, Controller, Get, Header, HttpCode, Ip, Param, Post } from '@nestjs/common';
import type { JsonObject, Trust } from '#libs/credentials';
import { Permission, Public } from '#libs/service-kit';
import type { VerificationAnswer } from '../use-cases/verify-certificate.ts';
import { VerifyMany } from '../use-cases/verify-many.ts';
import type { BatchItemAnswer } from '../use-cases/verify-many.ts';
import { LookUpCode } from '../use-cases/look-up-code.ts';
import { TrustFile } from '../use-cases/trust-file.ts';
import { VerifyCertificate } from '../use-cases/verify-certificate.ts';
import { VerifyBatchDto } from './verify.dto.ts';

@Controller()
export class VerifyController {
  constructor(
    private readonly verification: VerifyCertificate,
    private readonly codes: LookUpCode,
    private readonly many: VerifyMany,
    private readonly trustFile: TrustFile,
  ) {}

  /** The body is the file itself: a credential or a bundle. Each check by itself. */
  @Post('verify')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Public('anyone verifies a certificate that he was given')
  file(@Body() file: JsonObject): Promise<VerificationAnswer> {
    return this.verification.file(file);
  }

  /** By the code on the paper: state, dates and scope, never the name. Throttled by address. */
  @Get('verify/:code')
  @Header('cache-control', 'no-store')
  @Public('anyone verifies by a code that he was given')
  code(@Param('code') code: string, @Ip() address: string): Promise<VerificationAnswer> {
    return this.codes.lookUp(code, address);
  }

  /** Up to 100 codes or files, answered in their order. */
  @Post('verify/batch')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Permission('registry.verify')
  batch(@Body() { items }: VerifyBatchDto): Promise<{ items: BatchItemAnswer[] }> {
    return this.many.verify(items);
  }

  /** What a verifier pins beforehand: issuers with their keys, the log's key. */
  @Get('trust')
  @Public('a verifier fetches it once, by a way he trusts, and keeps it')
  trust(): Trust {
    return this.trustFile.read();
  }
}
