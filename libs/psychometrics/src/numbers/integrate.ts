import { at } from './check.ts';

interface Rule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** Gauss and Legendre on -1..1, by Newton's method from Chebyshev's points. */
function legendre(n: number): Rule {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < n; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step++) {
      let before = 1;
      let value = x;
      for (let k = 2; k <= n; k++) {
        [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      }
      slope = (n * (x * value - before)) / (x * x - 1);
      const move = value / slope;
      x -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}

const RULE = legendre(16);

/** The points and weights of a composite rule of 16 points a panel over from..to. */
export function panels(from: number, to: number, count: number): { x: number; weight: number }[] {
  const half = (to - from) / count / 2;
  return Array.from({ length: count }, (_, panel) =>
    RULE.nodes.map((node, i) => ({
      x: from + half * (2 * panel + 1 + node),
      weight: half * at(RULE.weights, i),
    })),
  ).flat();
}
