import { IsInt, IsOptional, Min } from 'class-validator';
import type { ApiBodyOptions } from '@nestjs/swagger';
import { batchLimits } from '../domain/attempt/journal-batch.ts';

export class SubmitRequest {
  /** The number of the last entry that the browser knows of: if it has not arrived, nothing is submitted. */
  @IsOptional()
  @IsInt()
  @Min(0)
  lastSeq?: number;
}

/** Described here and read by `parseBatch`: the hot path does without class-validator. */
export const journalBody: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['entries'],
    properties: {
      entries: {
        type: 'array',
        minItems: 1,
        maxItems: batchLimits.entries,
        items: {
          type: 'object',
          required: ['seq', 'item', 'response', 'at'],
          properties: {
            seq: { type: 'integer', minimum: 1, description: 'counts 1, 2, 3 ... in each attempt' },
            kind: { type: 'string', enum: ['response', 'language', 'flag', 'view'] },
            item: { type: 'string', format: 'uuid', nullable: true },
            response: {
              description:
                'response identifiers with their values, or null; a language; true or false for a flag',
            },
            at: { type: 'string', format: 'date-time', description: 'by the clock of the device' },
          },
        },
      },
    },
  },
};
