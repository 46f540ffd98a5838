import { Injectable } from '@nestjs/common';
import { Problem } from '#libs/service-kit';
import { Guessing } from '../domain/code/guessing.ts';
import { unknownCode, VerifyCertificate } from './verify-certificate.ts';
import type { VerificationAnswer } from './verify-certificate.ts';

/** How long it takes to say no, whatever was wrong with the code. */
const NO_TAKES_MS = 120;

@Injectable()
export class LookUpCode {
  private readonly guessing = new Guessing();

  constructor(private readonly verification: VerifyCertificate) {}

  async lookUp(code: string, address: string): Promise<VerificationAnswer> {
    // The machine's own time: it counts, and decides nothing about certificates.
    const began = performance.now();
    const retryAfter = this.guessing.waitFor(address, began);
    if (retryAfter > 0) {
      throw new Problem('too-many-requests', {
        reason: 'too-many-wrong-codes',
        detail: 'Too many codes from here were wrong.',
        retryAfter,
      });
    }
    const answer = await this.verification.code(code);
    if (answer !== null) return answer;
    this.guessing.countWrong(address, began);
    await new Promise((resolve) => setTimeout(resolve, began + NO_TAKES_MS - performance.now()));
    throw unknownCode();
  }
}
