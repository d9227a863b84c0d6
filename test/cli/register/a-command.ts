import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../../src/cli/register.ts', import.meta.url));

/** Makes what runs a command of the register in a process of its own. Its answer is without the name of the register. */
export const running =
  (command: string) =>
  async (env: Record<string, string>, ...operands: string[]) => {
    const child = spawn(process.execPath, [script, command, ...operands], { env });
    const [[code], out, err] = await Promise.all([
      once(child, 'close'),
      text(child.stdout),
      text(child.stderr),
    ]);
    return { code, out, err: err.replace(/^Register: .*\n/, '') };
  };
