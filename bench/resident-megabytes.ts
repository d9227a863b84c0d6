import { existsSync, readFileSync } from 'node:fs';

/** The memory of a process that is in RAM; undefined where the system has no /proc to read it from. */
export function residentMegabytes(pid: number | undefined): number | undefined {
  const file = `/proc/${pid}/status`;
  const [, kilobytes] = (existsSync(file) && /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(file, 'utf8'))) || [];
  return kilobytes ? Number(kilobytes) / 1024 : undefined;
}
