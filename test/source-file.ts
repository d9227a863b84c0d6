import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { basename, dirname, join, normalize } from 'node:path';

export type Import = { from: string; typesOnly: boolean };

/** A source file, its text without comments. */
export type SourceFile = { path: string; room: string; text: string; imports: Import[] };

/** Reads and takes apart a file, named by its path from the root. */
export function sourceFile(path: string): SourceFile {
  const text = withoutComments(readFileSync(path, 'utf8'));
  return { path, room: roomOf(path), text, imports: importsOf(text) };
}

/** The folder below src, or the name of a file that stands there by itself. */
export function roomOf(path: string): string {
  return basename(path.split('/')[1] ?? '', '.ts');
}

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\//gm, '').replace(/(^|\s)\/\/.*$/gm, '');
}

/** Every import of a text, however it is written. */
export function importsOf(text: string): Import[] {
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]/gm);
  const bare = text.matchAll(/^import\s+['"]([^'"]+)['"]/gm);
  const inline = text.matchAll(/\b(?:import|require|createRequire|resolve)\(\s*['"]([^'"]+)['"]/g);
  return [
    ...[...statements].map(([, type, from = '']) => ({ from, typesOnly: type !== undefined })),
    ...[...bare, ...inline].map(([, from = '']) => ({ from, typesOnly: false })),
  ];
}

/** The path of an imported file of ours; undefined for a package and for what Node has itself. */
export function resolved({ path }: Pick<SourceFile, 'path'>, { from }: Import): string | undefined {
  return from.startsWith('.') ? normalize(join(dirname(path), from)) : undefined;
}

/** Neither ours nor built into Node. */
export function isPackage(from: string): boolean {
  return !from.startsWith('.') && !isBuiltin(from);
}

/** The package of what is imported from it or from a path inside it. */
export function packageOf(from: string): string {
  return from.split('/', from.startsWith('@') ? 2 : 1).join('/');
}
