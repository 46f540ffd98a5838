import { describe, expect, it } from '@jest/globals';
import { caseFilePath } from './case-file-path.ts';

const id = '9c267104-22ad-4c36-8b18-6689aab9af55';

describe('the way to a case file', () => {
  it('is found by the number, however it was copied', () => {
    for (const typed of [id, id.toUpperCase(), `urn:uuid:${id}`, `No. ${id}.`])
      expect(caseFilePath('certificate', typed)).toBe(`/certificates/${id}/case`);
    expect(caseFilePath('attempt', id)).toBe(`/attempts/${id}/case`);
  });

  it('is none without a whole number, or of what has no file', () => {
    expect(caseFilePath('certificate', '')).toBeNull();
    expect(caseFilePath('certificate', id.slice(0, 8))).toBeNull();
    expect(caseFilePath('exam', id)).toBeNull();
  });
});
