import { interaction } from '../../testing/interaction.ts';

interaction('qti-choice-interaction', {
  max: 1,
  scores: [
    ['memory', 1],
    ['disk', 0],
    ['none', 0],
  ],
  refused: [
    ['cpu', 'unknown-identifier'],
    [['memory'], 'wrong-type'],
  ],
  wrongBinding: 'single string',
});

interaction('qti-order-interaction', {
  max: 1,
  scores: [
    [['registers', 'memory', 'disk', 'archive'], 1],
    [['memory', 'registers', 'disk', 'archive'], 0],
    [['registers', 'memory'], 0],
  ],
  refused: [
    [['registers', 'registers'], 'repeated'],
    [['registers', 'cloud'], 'unknown-identifier'],
    ['registers', 'wrong-type'],
  ],
  wrongBinding: 'multiple identifier',
});

interaction('qti-associate-interaction', {
  max: 2,
  scores: [
    [['hash integrity', 'chain custody'], 2],
    [['custody chain', 'integrity hash'], 2],
    [['hash custody'], 0],
    [['hash custody', 'chain integrity'], 0],
    [['hash integrity'], 1],
  ],
  refused: [
    [['hash hash'], 'too-many'],
    [['hash integrity', 'hash custody'], 'too-many'],
    [['hash integrity', 'integrity hash'], 'repeated'],
    [['hash seal'], 'unknown-identifier'],
    [['hash integrity', 'chain custody', 'hash chain'], 'too-many'],
  ],
  wrongBinding: 'multiple directedPair',
});

interaction('qti-match-interaction', {
  max: 1,
  scores: [
    [['search court', 'preserve police', 'content court'], 1],
    [['content court', 'search court', 'preserve police'], 1],
    [['search court', 'preserve court', 'content court'], 0],
    [['search court'], 0],
  ],
  refused: [
    [['court search'], 'unknown-identifier'],
    [['search court', 'search police'], 'too-many'],
    [['search court', 'search court'], 'repeated'],
  ],
  wrongBinding: 'multiple pair',
});

interaction('qti-gap-match-interaction', {
  max: 2,
  scores: [
    [['copy G1', 'original G2'], 2],
    [['original G1', 'copy G2'], 0],
    [['copy G1', 'seal G2'], 1],
  ],
  refused: [
    [['G1 copy'], 'unknown-identifier'],
    [['copy G1', 'original G1'], 'too-many'],
    [['copy G1', 'copy G2'], 'too-many'],
  ],
  wrongBinding: 'multiple identifier',
});

interaction('qti-inline-choice-interaction', {
  max: 1,
  scores: [
    ['write', 1],
    ['read', 0],
  ],
  refused: [['delete', 'unknown-identifier']],
  wrongBinding: 'multiple identifier',
});

interaction('qti-text-entry-interaction', {
  max: 1,
  scores: [
    ['SHA-256', 1],
    ['sha256', 1],
    ['sha-2', 0.5],
    ['MD5', 0],
    ['', 0],
  ],
  refused: [
    [256, 'wrong-type'],
    [['SHA-256'], 'wrong-type'],
  ],
  wrongBinding: 'single identifier',
});

interaction('qti-extended-text-interaction', {
  max: 8,
  // Marked by people: no rule gives points.
  scores: [['First I photograph the phone.', 0]],
  refused: [[5, 'wrong-type']],
  wrongBinding: 'single boolean',
});

interaction('qti-hottext-interaction', {
  max: 1,
  scores: [
    [['H2'], 1],
    [['H1'], 0],
  ],
  refused: [
    [['H1', 'H2'], 'too-many'],
    [['H9'], 'unknown-identifier'],
  ],
  wrongBinding: 'ordered identifier',
});

interaction('qti-hotspot-interaction', {
  max: 2,
  scores: [
    [['usb', 'disk'], 2],
    [['usb'], 1],
    [['usb', 'cup'], 0],
    [['cup'], 0],
  ],
  refused: [
    [['usb', 'disk', 'cup'], 'too-many'],
    [['mouse'], 'unknown-identifier'],
  ],
  wrongBinding: 'multiple point',
});

interaction('qti-select-point-interaction', {
  max: 1,
  scores: [
    [[102, 88], 1],
    ['110 88', 1],
    [[150, 110], 0.5],
    [[5, 5], 0],
  ],
  refused: [
    [[102], 'wrong-type'],
    ['left top', 'wrong-type'],
    [[102, Number.NaN], 'wrong-type'],
  ],
  wrongBinding: 'single pair',
});

interaction('qti-graphic-order-interaction', {
  max: 1,
  scores: [
    [['laptop', 'router', 'server'], 1],
    [['server', 'router', 'laptop'], 0],
    [['laptop', 'router', 'server', 'printer'], 0],
  ],
  refused: [
    [['laptop', 'laptop'], 'repeated'],
    [['laptop', 'phone'], 'unknown-identifier'],
  ],
  wrongBinding: 'single identifier',
});

interaction('qti-graphic-associate-interaction', {
  max: 2,
  scores: [
    [['A B', 'B C'], 2],
    [['B A', 'C B'], 2],
    [['A C'], 0],
    [['A B', 'A C'], 1],
  ],
  refused: [
    [['A D'], 'unknown-identifier'],
    [['A B', 'B A'], 'repeated'],
    [['A B', 'A C', 'A A'], 'too-many'],
  ],
  wrongBinding: 'multiple directedPair',
});

interaction('qti-graphic-gap-match-interaction', {
  max: 2,
  scores: [
    [['tag-a P1', 'tag-b P2'], 2],
    [['tag-a P2', 'tag-b P1'], 0],
    [['tag-a P1'], 1],
  ],
  refused: [
    [['P1 tag-a'], 'unknown-identifier'],
    [['tag-a P1', 'tag-b P1'], 'too-many'],
    [['tag-a P1', 'tag-a P2'], 'too-many'],
  ],
  wrongBinding: 'multiple pair',
});

interaction('qti-position-object-interaction', {
  max: 1,
  scores: [
    [[[200, 40]], 1],
    [['210 50'], 1],
    [['200 40', '390 290'], 1],
    [['10 10'], 0],
  ],
  refused: [
    [['1 1', '2 2', '3 3'], 'too-many'],
    [[200, 40], 'wrong-type'],
  ],
  wrongBinding: 'ordered point',
});

interaction('qti-slider-interaction', {
  max: 1,
  scores: [
    [2, 1],
    ['2', 1],
    [3, 0.5],
    [10, 0],
  ],
  refused: [
    [11, 'out-of-range'],
    [-1, 'out-of-range'],
    [2.5, 'wrong-type'],
  ],
  wrongBinding: 'multiple integer',
});

interaction('qti-media-interaction', {
  max: 1,
  scores: [
    [1, 1],
    [3, 1],
    [0, 0],
  ],
  refused: [
    [4, 'out-of-range'],
    [-1, 'out-of-range'],
  ],
  wrongBinding: 'single float',
});

const file = { name: 'report.pdf', mediaType: 'application/pdf', digest: 'sha256:00' };

interaction('qti-upload-interaction', {
  max: 1,
  scores: [[file, 1]],
  refused: [
    ['report.pdf', 'wrong-type'],
    [{ name: 'report.pdf' }, 'wrong-type'],
    [{ ...file, mediaType: 'application/x-msdownload' }, 'out-of-range'],
  ],
  wrongBinding: 'single string',
});

interaction('qti-drawing-interaction', {
  max: 1,
  scores: [[{ ...file, name: 'cable.png', mediaType: 'image/png' }, 1]],
  refused: [[[1, 2], 'wrong-type']],
  wrongBinding: 'single point',
});

interaction('qti-end-attempt-interaction', {
  max: 1,
  scores: [
    ['B', 1],
    ['A', 0],
  ],
  refused: [['C', 'unknown-identifier']],
  wrongBinding: 'single string',
});
