// CPU time by process from /proc (Linux; elsewhere nothing is said). PostgreSQL is one process for each connection.
import { readdirSync, readFileSync } from 'node:fs';

const ticksASecond = 100;

type Times = Record<string, number>;

export function cpuOf(pids: Readonly<Record<string, number>>): { since(saves: number): Times } {
  const before = read(pids);
  const own = process.cpuUsage();
  return {
    since: (saves) => {
      const after = read(pids);
      const used: Times = {};
      for (const [name, ms] of Object.entries(after))
        used[name] = Number(((ms - (before[name] ?? 0)) / saves).toFixed(3));
      const { user, system } = process.cpuUsage(own);
      used['generator'] = Number(((user + system) / 1000 / saves).toFixed(3));
      return used;
    },
  };
}

function read(pids: Readonly<Record<string, number>>): Times {
  try {
    const parents = new Map<number, { parent: number; ms: number }>();
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const stat = statOf(Number(name));
      if (stat !== undefined) parents.set(Number(name), stat);
    }
    return Object.fromEntries(
      Object.entries(pids).map(([name, pid]) => [
        name,
        [...parents].reduce(
          (sum, [id, { parent, ms }]) => (id === pid || parent === pid ? sum + ms : sum),
          0,
        ),
      ]),
    );
  } catch {
    return {};
  }
}

function statOf(pid: number): { parent: number; ms: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [parent, user, system] = [fields[1], fields[11], fields[12]].map(Number);
    return { parent: parent ?? 0, ms: (((user ?? 0) + (system ?? 0)) * 1000) / ticksASecond };
  } catch {
    return undefined;
  }
}
