// Rates of several tasks that are to be compared, in this one thread: there is no client apart. The
// tasks take turns in short slices, so that whatever else the machine does hits all of them alike.
export type Task = (i: number) => unknown;
/** `perSecond` by this thread's own time, of which a busy machine takes less than of the clock's. */
export type Rate = { perSecond: number; byClock: number };

/** One rate for each task and round; a slice is `sliceMs` of the thread's own time. */
export async function takeTurns<Name extends string>(
  tasks: Record<Name, Task>,
  { rounds, sliceMs }: { rounds: number; sliceMs: number },
): Promise<Record<Name, Rate[]>> {
  const names = Object.keys(tasks) as Name[];
  for (const name of names) await warm(tasks[name]);
  const entries = names.map((name): [Name, Rate[]] => [name, []]);
  for (let round = 0; round < rounds; round++) {
    for (const [name, rates] of entries) rates.push(await slice(tasks[name], sliceMs));
  }
  return Object.fromEntries(entries) as Record<Name, Rate[]>;
}

/** Until the compiler has nothing left to do. */
async function warm(task: Task): Promise<void> {
  const from = process.threadCpuUsage();
  for (let i = 0; i < 20_000; i++) {
    await task(i);
    if (process.threadCpuUsage(from).user > 2_000_000) return;
  }
}

async function slice(task: Task, ms: number): Promise<Rate> {
  const from = process.threadCpuUsage();
  const clock = performance.now();
  let done = 0;
  let used = 0;
  while (used < ms) {
    for (let i = 0; i < 4; i++) await task(done++);
    const { user, system } = process.threadCpuUsage(from);
    used = (user + system) / 1000;
  }
  return {
    perSecond: (done * 1000) / used,
    byClock: (done * 1000) / (performance.now() - clock),
  };
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

/** The middle of the rounds; of the ratio with another task its ends, too. */
export function row(of: readonly Rate[], against?: readonly Rate[]): Record<string, number> {
  const rates = {
    perSecond: Math.round(middle(of.map(({ perSecond }) => perSecond))),
    perSecondByClock: Math.round(middle(of.map(({ byClock }) => byClock))),
  };
  if (against === undefined) return rates;
  const ratios = of.map((rate, i) => rate.perSecond / (against[i]?.perSecond ?? Number.NaN));
  const round3 = (value: number) => Number(value.toFixed(3));
  return {
    ...rates,
    ratio: round3(middle(ratios)),
    ratioLowest: round3(Math.min(...ratios)),
    ratioHighest: round3(Math.max(...ratios)),
  };
}

export function say(bench: string, fields: Record<string, string | number>): void {
  const line = Object.entries(fields).map(([name, value]) => `${name} ${value}`);
  const asJson = process.argv.includes('--json');
  console.log(asJson ? JSON.stringify({ bench, ...fields }) : line.join('  '));
}
