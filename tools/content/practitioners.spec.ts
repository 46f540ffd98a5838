import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { practitionersFile } from './practitioners.ts';
import type { DemoPractitioner } from './practitioners.ts';

const content = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../content', name), 'utf8');

describe('the demo practitioners', () => {
  const { practitioners } = JSON.parse(content('practitioners.json')) as {
    practitioners: DemoPractitioner[];
  };

  it('are what the script makes of its seed', () => {
    expect(content('practitioners.json') === practitionersFile()).toBe(true);
  });

  it('have numbers that no real person has, each once, and serve in agencies that there are', () => {
    const { agencies } = JSON.parse(content('agencies.json')) as { agencies: { code: string }[] };
    const codes = agencies.map(({ code }) => code);
    const numbers = practitioners.map(({ personnelNumber }) => personnelNumber);
    expect(numbers.filter((number) => !/^DEMO-[A-Z0-9-]+$/.test(number))).toEqual([]);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(practitioners.filter(({ agency }) => !codes.includes(agency))).toEqual([]);
  });
});
