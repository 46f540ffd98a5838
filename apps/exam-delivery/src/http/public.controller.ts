import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '#libs/service-kit';
import { Settings } from '../config.ts';
import { FetchPackage } from '../use-cases/fetch-package.ts';

/** What any cache may hold. */
@ApiTags('public')
@Controller()
export class PublicController {
  constructor(
    private readonly packages: FetchPackage,
    private readonly settings: Settings,
  ) {}

  /** The encrypted package of a sitting and form; it never changes, because its address is its digest. */
  @Get('packages/:digest')
  @Public('encrypted; the key comes with the start')
  async package(@Param('digest') digest: string, @Res() reply: FastifyReply): Promise<void> {
    const bytes = await this.packages.bytes(digest);
    await reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('content-type', 'application/octet-stream')
      .header('etag', `"${digest}"`)
      .send(bytes);
  }

  /** The public key of the receipts, as a JWK (RFC 8037): a receipt can be checked without this service. */
  @Get('receipt-key')
  @Public('a public key')
  receiptKey(): object {
    const { publicKey, keyId } = this.settings.receiptKey;
    return { ...publicKey.export({ format: 'jwk' }), kid: keyId, alg: 'EdDSA', use: 'sig' };
  }
}
