import { describe, expect, it } from '@jest/globals';
import { response } from '../../testing/item-xml.ts';
import { refusalOf } from '../../testing/scoring.ts';

const slider = (baseType: string, attributes: string) => ({
  declarations: response('single', baseType),
  body: `<qti-slider-interaction response-identifier="RESPONSE" ${attributes}/>`,
});

describe('a slider', () => {
  it('takes the values of its steps and no others (ASI, "sliderInteraction")', () => {
    const even = slider('integer', 'lower-bound="0" upper-bound="10" step="2"');
    expect([0, 2, 10].flatMap((value) => refusalOf(even, value))).toEqual([]);
    expect(refusalOf(even, 3)).toEqual(['RESPONSE out-of-range']);
    const tenths = slider('float', 'lower-bound="0.1" upper-bound="1" step="0.1"');
    // 0.1 + 2 * 0.1 is 0.30000000000000004 in binary.
    expect([0.1, 0.3, 0.7, 1].flatMap((value) => refusalOf(tenths, value))).toEqual([]);
    expect(refusalOf(tenths, 0.35)).toEqual(['RESPONSE out-of-range']);
  });

  it('rounds its bounds outwards for an integer', () => {
    const odd = slider('integer', 'lower-bound="0.5" upper-bound="9.5"');
    expect([0, 10].flatMap((value) => refusalOf(odd, value))).toEqual([]);
    expect(refusalOf(odd, 11)).toEqual(['RESPONSE out-of-range']);
    expect(refusalOf(slider('float', 'lower-bound="0.5" upper-bound="9.5"'), 0)).toEqual([
      'RESPONSE out-of-range',
    ]);
  });
});

describe('an uploaded file', () => {
  const upload = {
    declarations: response('single', 'file'),
    body: '<qti-upload-interaction response-identifier="RESPONSE" type="application/pdf image/*"/>',
  };
  const file = (mediaType: string) => ({ name: 'x', mediaType, digest: 'sha256:0' });

  it('has one of the media types that the interaction names', () => {
    expect(refusalOf(upload, file('application/pdf'))).toEqual([]);
    expect(refusalOf(upload, file('image/png'))).toEqual([]);
    expect(refusalOf(upload, file('imagery/png'))).toEqual(['RESPONSE out-of-range']);
    expect(refusalOf(upload, file('text/html'))).toEqual(['RESPONSE out-of-range']);
  });
});
