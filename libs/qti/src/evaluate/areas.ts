import type { Area } from '../model/declaration.ts';
import type { Point } from '../model/value.ts';

/** Whether a point is in an area, its edge included (HTML image maps, which QTI's coords follow). */
export function insideArea({ shape, coords }: Area, [x, y]: Point): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = coords;
  switch (shape) {
    case 'default':
      return true;
    case 'rect':
      return (
        x >= Math.min(a, c) && x <= Math.max(a, c) && y >= Math.min(b, d) && y <= Math.max(b, d)
      );
    case 'circle':
      return (x - a) ** 2 + (y - b) ** 2 <= c ** 2;
    case 'ellipse':
      return c > 0 && d > 0 && ((x - a) / c) ** 2 + ((y - b) / d) ** 2 <= 1;
    case 'poly':
      return insidePolygon(coords, x, y);
  }
}

function insidePolygon(coords: readonly number[], x: number, y: number): boolean {
  const corners: Point[] = [];
  for (let i = 0; i + 1 < coords.length; i += 2) corners.push([coords[i] ?? 0, coords[i + 1] ?? 0]);
  let within = false;
  for (const [i, [x1, y1]] of corners.entries()) {
    const [x2, y2] = corners[(i + corners.length - 1) % corners.length] ?? [x1, y1];
    if (onEdge(x, y, x1, y1, x2, y2)) return true;
    const crosses = y1 > y !== y2 > y;
    if (crosses && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) within = !within;
  }
  return within;
}

const onEdge = (x: number, y: number, x1: number, y1: number, x2: number, y2: number): boolean =>
  (x2 - x1) * (y - y1) === (y2 - y1) * (x - x1) &&
  x >= Math.min(x1, x2) &&
  x <= Math.max(x1, x2) &&
  y >= Math.min(y1, y2) &&
  y <= Math.max(y1, y2);
