// Rates of several tasks that are to be compared. The tasks take turns in short slices, so that
// whatever else the machine does hits all of them alike, and each round gives a ratio of its own.
export type Task = (i: number) => unknown;
export type Rate = { perSecond: number; perCpuSecond: number };

/**
 * One rate for each task and round. All in this process: there is no client apart. A slice lasts
 * `sliceMs` of the processor's time, so that a busy machine makes it longer, not shorter.
 */
export async function takeTurns<Name extends string>(
  tasks: Record<Name, Task>,
  { rounds, sliceMs }: { rounds: number; sliceMs: number },
): Promise<Record<Name, Rate[]>> {
  const names = Object.keys(tasks) as Name[];
  const rates = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Rate[]
  >;
  for (let round = -1; round < rounds; round++) {
    for (const name of names) {
      const rate = await slice(tasks[name], sliceMs);
      // The first round warms up.
      if (round >= 0) rates[name].push(rate);
    }
  }
  return rates;
}

async function slice(task: Task, ms: number): Promise<Rate> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  let done = 0;
  let used = 0;
  while (used < ms) {
    for (let i = 0; i < 4; i++) await task(done++);
    const { user, system } = process.cpuUsage(cpu);
    used = (user + system) / 1000;
  }
  return {
    perSecond: (done * 1000) / (performance.now() - from),
    perCpuSecond: (done * 1000) / used,
  };
}

export function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

/** The rate, and how it compares with another of the same rounds, by the processor's time. */
export function row(of: readonly Rate[], against?: readonly Rate[]): Record<string, number> {
  const ratios = of.map(
    (rate, i) => rate.perCpuSecond / (against?.[i]?.perCpuSecond ?? Number.NaN),
  );
  const round3 = (value: number) => Number(value.toFixed(3));
  return {
    perSecond: Math.round(middle(of.map((rate) => rate.perSecond))),
    perCpuSecond: Math.round(middle(of.map((rate) => rate.perCpuSecond))),
    ...(against === undefined
      ? {}
      : {
          ratio: round3(middle(ratios)),
          ratioFrom: round3(Math.min(...ratios)),
          ratioTo: round3(Math.max(...ratios)),
        }),
  };
}

export function say(bench: string, fields: Record<string, string | number>): void {
  const line = Object.entries(fields).map(([name, value]) => `${name} ${value}`);
  const asJson = process.argv.includes('--json');
  console.log(asJson ? JSON.stringify({ bench, ...fields }) : line.join('  '));
}
