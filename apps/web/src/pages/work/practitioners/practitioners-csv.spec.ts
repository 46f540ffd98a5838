import { describe, expect, it } from '@jest/globals';
import { practitionersCsv } from './practitioners-csv.ts';

const row = {
  practitionerId: '0b1c2d3e-0000-5000-8000-000000000001',
  familyName: 'Роҳиев',
  givenName: 'Сафар',
  otherNames: '',
  agency: 'ВКД, Душанбе',
  roles: 'Муфаттиш; Таҳлилгар',
};

describe('the list of practitioners as a file', () => {
  it('begins with the id, as a list of enrolment does', () => {
    const [header, first] = practitionersCsv([row]).split('\r\n');
    expect(header).toBe('\ufeffpractitionerId,familyName,givenName,otherNames,agency,roles');
    expect(first).toBe(
      '0b1c2d3e-0000-5000-8000-000000000001,Роҳиев,Сафар,,"ВКД, Душанбе","Муфаттиш; Таҳлилгар"',
    );
  });

  it('holds nothing that a spreadsheet would run', () => {
    for (const familyName of ['=1+1', ' +1', '-1', '@SUM(A1)', '\uff1dcmd', '%x']) {
      const line = practitionersCsv([{ ...row, familyName }]).split('\r\n')[1];
      expect(line).toContain(`"'${familyName}"`);
    }
  });

  it('keeps a quotation mark inside its cell', () => {
    const line = practitionersCsv([{ ...row, givenName: 'Са"фар' }]).split('\r\n')[1];
    expect(line).toContain(',"Са""фар",');
  });
});
