import { Injectable } from '@nestjs/common';
import type { JsonObject } from '#libs/credentials';
import { Problem } from '#libs/service-kit';
import { VerifyCertificate } from './verify-certificate.ts';
import type { VerificationAnswer } from './verify-certificate.ts';

export type BatchItem = {
  readonly code?: string | undefined;
  readonly file?: JsonObject | undefined;
};
export type BatchItemAnswer =
  | ({ readonly outcome: 'checked' } & VerificationAnswer)
  | { readonly outcome: 'not-found'; readonly reason: 'code-unknown' };

/** For registries: many at once, each with its own checks; a file's own proof is checked by JCS. */
@Injectable()
export class VerifyMany {
  constructor(private readonly verification: VerifyCertificate) {}

  async verify(items: readonly BatchItem[]): Promise<{ items: BatchItemAnswer[] }> {
    const errors = items.flatMap(({ code, file }, i) =>
      (code === undefined) === (file === undefined)
        ? [{ field: `items.${i}`, message: 'must have a code or a file, and not both' }]
        : [],
    );
    if (errors.length > 0) {
      throw new Problem('invalid', { detail: 'Some fields are missing or wrong.', errors });
    }
    return { items: await Promise.all(items.map((item) => this.one(item))) };
  }

  private async one({ code, file }: BatchItem): Promise<BatchItemAnswer> {
    const answer =
      file === undefined
        ? await this.verification.code(code ?? '')
        : await this.verification.file(file, 'quickest');
    return answer === null
      ? { outcome: 'not-found', reason: 'code-unknown' }
      : { outcome: 'checked', ...answer };
  }
}
