// The guilloche of a certificate: its digest's bytes choose frequencies, phases and turns of a few
// interlaced curves. It is an ornament for the eye to compare and proves nothing.
import { CredentialsError } from '../credentials-error.ts';

/** One line of the ornament. */
export interface RosetteCurve {
  /** SVG path data (M, C, Z; whole numbers), also what pdfkit's `path` takes. */
  path: string;
  /** Which part it belongs to; a page may give each its own line width. */
  part: 'border' | 'weave' | 'heart';
}

/** The curves from the outside in. */
export interface Rosette {
  /** A square; the centre is at (500, 500). */
  viewBox: '0 0 1000 1000';
  curves: RosetteCurve[];
}

type Wave = { lobes: number; depth: number; phase: number };

const CENTRE = 500;
const TAU = 2 * Math.PI;

/**
 * From the 32 bytes of `credentialDigest`, or the same in lower-case hexadecimal; the same curves
 * everywhere. `malformed-encoding` for anything else.
 */
export function rosette(digest: Uint8Array | string): Rosette {
  const bytes = typeof digest === 'string' ? bytesOf(digest) : digest;
  if (bytes.length !== 32) throw new CredentialsError('malformed-encoding', 'a digest is 32 bytes');
  const byte = (i: number) => bytes[i] ?? 0;
  const pick = (i: number, from: number, to: number) => from + (byte(i) % (to - from + 1));
  const phase = (i: number) => ((byte(i) * 256 + byte(i + 1)) / 65_536) * TAU;

  const border = waves(pick(0, 28, 44), 26, phase(1), pick(3, 3, 8), 10, phase(4));
  const weave = waves(pick(6, 7, 15), 90 + (byte(7) % 32), phase(8), pick(10, 3, 6), 34, phase(11));
  const heart = waves(
    pick(13, 4, 9),
    52 + (byte(14) % 20),
    phase(15),
    pick(17, 2, 5),
    16,
    phase(18),
  );
  return {
    viewBox: '0 0 1000 1000',
    curves: [
      ...turned('border', 446, border, pick(20, 2, 3), phase(21)),
      ...turned('weave', 290, weave, pick(23, 4, 6), phase(24)),
      ...turned('heart', 112, heart, pick(26, 3, 4), phase(27)),
    ],
  };
}

function waves(
  l1: number,
  d1: number,
  p1: number,
  l2: number,
  d2: number,
  p2: number,
): [Wave, Wave] {
  return [
    { lobes: l1, depth: d1, phase: p1 },
    { lobes: l2, depth: d2, phase: p2 },
  ];
}

/** The same curve several times, each turned a part of one lobe further: that is what interlaces. */
function turned(
  part: RosetteCurve['part'],
  radius: number,
  shape: [Wave, Wave],
  copies: number,
  start: number,
): RosetteCurve[] {
  const [{ lobes }] = shape;
  return Array.from({ length: copies }, (_, i) => ({
    part,
    path: closedCurve(radius, shape, start + (i * TAU) / (copies * lobes)),
  }));
}

/** r(t) = radius + Σ depth cos(lobes t + phase), as cubic Béziers with the curve's own tangents. */
function closedCurve(radius: number, shape: [Wave, Wave], turn: number): string {
  const [{ lobes }] = shape;
  const steps = lobes * 4;
  const step = TAU / steps;
  let path = '';
  for (let i = 0; i <= steps; i++) {
    const from = pointAt(radius, shape, turn, (i - 1) * step);
    const to = pointAt(radius, shape, turn, i * step);
    if (i === 0) path = `M${Math.round(to.x)} ${Math.round(to.y)}`;
    else {
      const third = step / 3;
      path += `C${pair(from.x + from.dx * third, from.y + from.dy * third)}`;
      path += ` ${pair(to.x - to.dx * third, to.y - to.dy * third)} ${pair(to.x, to.y)}`;
    }
  }
  return `${path}Z`;
}

function pointAt(radius: number, shape: [Wave, Wave], turn: number, t: number) {
  let r = radius;
  let slope = 0;
  for (const { lobes, depth, phase } of shape) {
    r += depth * Math.cos(lobes * t + phase);
    slope -= depth * lobes * Math.sin(lobes * t + phase);
  }
  const cos = Math.cos(t + turn);
  const sin = Math.sin(t + turn);
  return {
    x: CENTRE + r * cos,
    y: CENTRE + r * sin,
    dx: slope * cos - r * sin,
    dy: slope * sin + r * cos,
  };
}

function pair(x: number, y: number): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}

function bytesOf(hex: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/u.test(hex)) {
    throw new CredentialsError('malformed-encoding', 'a digest is 64 hexadecimal digits');
  }
  return Uint8Array.from(hex.match(/../gu) ?? [], (two) => Number.parseInt(two, 16));
}
