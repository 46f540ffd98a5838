// What the person at the terminal sees: one line a step, with how long it took.

export type Report = (progress: string) => void;

export interface Steps {
  step<T>(name: string, run: (report: Report) => Promise<T>): Promise<T>;
  note(line: string): void;
}

export function terminalSteps(out: NodeJS.WriteStream = process.stdout): Steps {
  const live = out.isTTY === true;
  return {
    async step(name, run) {
      const began = Date.now();
      let lastReport = began;
      out.write(live ? `· ${name}` : `· ${name}\n`);
      const value = await run((progress) => {
        if (live) out.write(`\r\x1b[K· ${name}: ${progress}`);
        else if (Date.now() - lastReport > 5000) {
          lastReport = Date.now();
          out.write(`  ${name}: ${progress}\n`);
        }
      });
      const seconds = ((Date.now() - began) / 1000).toFixed(1);
      out.write(`${live ? '\r\x1b[K' : ''}✓ ${name} (${seconds} s)\n`);
      return value;
    },
    note(line) {
      out.write(`${live ? '\r\x1b[K' : ''}  ${line}\n`);
    },
  };
}
