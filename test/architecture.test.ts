import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import {
  type Import,
  importsOf,
  isPackage,
  packageOf,
  resolved,
  roomOf,
  type SourceFile,
  sourceFile,
} from './source-file.ts';

type Rule = { rooms: readonly string[]; packages: readonly string[] };

/** Who may import whom. A file in no room of this list may import everything. */
const rules: Record<string, Rule> = {
  time: { rooms: [], packages: ['luxon'] },
  procedure: { rooms: ['time'], packages: [] },
  letters: { rooms: ['time', 'procedure'], packages: ['mustache', 'docx'] },
  register: { rooms: ['time', 'procedure', 'letters'], packages: ['file-type'] },
  store: {
    rooms: ['time', 'procedure', 'register', 'identity'],
    packages: ['@azure/cosmos', '@azure/storage-blob'],
  },
  identity: { rooms: [], packages: ['@azure/identity', '@azure/msal-node'] },
  dispatch: { rooms: ['time', 'procedure', 'register'], packages: [] },
  telemetry: {
    rooms: ['time', 'register', 'dispatch'],
    packages: [
      '@azure/monitor-opentelemetry-exporter',
      ...['api', 'core', 'resources', 'sdk-metrics', 'sdk-trace-base'].map(
        (name) => `@opentelemetry/${name}`,
      ),
      ...['exporter-metrics-otlp-http', 'exporter-trace-otlp-http'].map((name) => `@opentelemetry/${name}`),
    ],
  },
  mail: { rooms: ['time', 'procedure', 'register', 'letters', 'identity'], packages: ['nodemailer'] },
  teams: {
    rooms: ['time', 'procedure', 'register', 'letters', 'identity'],
    packages: [
      '@azure/core-rest-pipeline',
      'botbuilder',
      'fastest-levenshtein',
      'html-to-text',
      'rate-limiter-flexible',
      'write-excel-file',
      'yazl',
    ],
  },
  feedback: {
    rooms: ['time', 'procedure', 'register', 'letters'],
    packages: ['@fastify/busboy', 'mustache', 'rate-limiter-flexible'],
  },
  tryout: {
    rooms: ['time', 'procedure', 'register'],
    packages: ['adaptivecards', 'mailparser', 'markdown-it', 'smtp-server'],
  },
};

/** The composition: start, main, compose, the HTTP server, settings, log and the command line. */
const composition = ['start.js', 'main', 'running', 'compose', 'http', 'settings', 'log', 'cli'];

/** What one file may import beyond the others of its room. */
const exceptions: Record<string, string[]> = {
  'src/letters/appointment-file.ts': ['ical-generator', 'luxon', 'timezones-ical-library'],
  'src/teams/pictures/picture.ts': ['@resvg/resvg-js', 'fast-png'],
};

/** How many types each file asserts, by the reason why the compiler cannot know them. */
const assertions: Record<string, Record<string, number>> = {
  'the keys of an object of ours, and an object made of them, are any text to the library': {
    'letters/draft-letter.ts': 1,
    'letters/field-names.ts': 2,
    'letters/fields.ts': 1,
    'procedure/deadlines.ts': 1,
    'procedure/steps.ts': 1,
    'teams/cards/form-parts.ts': 1,
    'teams/form/fields.ts': 1,
    'teams/pictures/course.ts': 1,
    'teams/steps/measures-section.ts': 1,
  },
  'the SDK asks for all of an activity, and reads a part': {
    'http/server.ts': 1,
    'teams/adapter/adapter.ts': 1,
    'teams/adapter/connector.ts': 3,
    'teams/task-modules/task-modules.ts': 2,
  },
  'an error of a library has any of these fields or none': {
    'mail/smtp.ts': 3,
    'teams/notifications/platform-faults.ts': 1,
  },
  'a text that the bot wrote is read back, and what is trusted of it is checked elsewhere': {
    'register/integrity/evidence.ts': 1,
    'register/model/journal.ts': 1,
    'register/model/upcast.ts': 1,
    'store/sqlite-rows.ts': 2,
    'tryout/memory.ts': 4,
  },
  'what is taken apart and put together again is still of the type that it was': {
    'register/integrity/sealed-store.ts': 1,
    'settings/reader.ts': 1,
    'teams/form/form-reader.ts': 1,
    'teams/office/names.ts': 1,
  },
  'a template of ours is taken apart by a library that says little of its parts': {
    'letters/template.ts': 2,
    'teams/cards/step-form.ts': 1,
  },
};

const sources = globSync('src/**/*.{ts,js}').sort().map(sourceFile);
const typescript = sources.filter(({ path }) => path.endsWith('.ts'));

describe('the house', () => {
  it('has no rooms but those of the design', () => {
    const rooms = [...new Set(sources.map(({ room }) => room))];
    assert.deepEqual(
      rooms.filter((room) => !(room in rules) && !composition.includes(room)),
      [],
    );
  });

  for (const [room, { rooms, packages }] of Object.entries(rules)) {
    it(`lets ${room} import ${[...rooms, ...packages].join(', ') || 'nothing'}`, () => {
      const wrong = typescript
        .filter((source) => source.room === room)
        .flatMap((source) => source.imports.map((one) => ({ source, one })))
        .filter(({ source, one }) => !isAllowed(source, one, rooms, packages));
      assert.deepEqual(wrong.map(inShort), []);
    });
  }

  it('knows botbuilder only in teams and in http', () => {
    const knowing = typescript.filter(({ imports }) =>
      imports.some(({ from }) => /^bot(builder|frame)/.test(from)),
    );
    assert.deepEqual(
      knowing.map(({ path }) => path).filter((path) => !/^src\/(teams|http)\//.test(path)),
      [],
    );
  });

  it('lets only the composition import the composition', () => {
    const wrong = typescript
      .filter(({ room }) => !composition.includes(room))
      .flatMap((source) => source.imports.map((one) => ({ source, one })))
      .filter(({ source, one }) => composition.includes(roomOf(resolved(source, one) ?? '')));
    assert.deepEqual(wrong.map(inShort), []);
  });

  it('imports no package that it does not depend on', () => {
    const packages = typescript.flatMap(({ imports }) => imports.map(({ from }) => from)).filter(isPackage);
    assert.deepEqual(
      [...new Set(packages.map(packageOf))].filter((name) => !(name in manifest.dependencies)),
      [],
    );
  });

  it('has no circles', () => assert.deepEqual(circles(), []));

  it('has no two folders that import each other', () => {
    const ways = new Set(
      sources.flatMap((source) =>
        source.imports
          .map((one) => dirname(resolved(source, one) ?? source.path))
          .filter((folder) => folder !== dirname(source.path))
          .map((folder) => `${dirname(source.path)} and ${folder}`),
      ),
    );
    const back = (way: string): string => way.split(' and ').reverse().join(' and ');
    assert.deepEqual(
      [...ways].filter((way) => ways.has(back(way))),
      [],
    );
  });

  it('has at most four loose files in teams', () => {
    assert(sources.filter(({ path }) => dirname(path) === 'src/teams').length <= 4);
  });

  it('keeps the procedure pure: no clock, no chance, no environment', () => {
    const impure =
      /\bDate\b|\bMath\.random|\bprocess\b|\bconsole\b|\bfetch\b|\bDateTime\.(now|local)|\basync\b/;
    const code = sources.filter(({ room }) => room === 'procedure');
    assert(code.length > 0);
    assert.deepEqual(
      code.filter(({ text }) => impure.test(text)).map(({ path }) => path),
      [],
    );
  });

  it('keeps the page of the try-out to its own files', () => {
    const page = sources.filter(({ path, room }) => path.endsWith('.js') && !composition.includes(room));
    assert(page.every(({ path }) => path.startsWith('src/tryout/page/')));
    assert.deepEqual(
      page
        .flatMap(({ imports }) => imports.map(({ from }) => from))
        .filter((from) => !/^\.\/[\w-]+\.js$/.test(from)),
      [],
    );
  });
});

describe('every file', () => {
  const files = globSync('{src,test,bench,gallery,manifest}/**/*.{ts,js,css,html}').sort();

  it('of the bot is at most 250 lines long', () => {
    const ours = files.filter((path) => path.startsWith('src/'));
    const lines = ours.map((path) => [path, readFileSync(path, 'utf8').split('\n').length - 1] as const);
    assert.deepEqual(
      lines.filter(([, count]) => count > 250),
      [],
    );
  });

  it('of 25 lines or less is one of at most 30', () => {
    const small = typescript.filter(({ path }) => readFileSync(path, 'utf8').split('\n').length <= 26);
    assert(small.length <= 30, small.map(({ path }) => path).join('\n'));
  });

  it('and every folder has a kebab-case name', () => {
    const wrong = files.filter((path) => {
      const [file = '', ...folders] = path.split('/').reverse();
      const names = [file.replace(/(\.test|\.d)?\.\w+$/, ''), ...folders];
      return names.some((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name));
    });
    assert.deepEqual(wrong, []);
  });

  it('is in a folder that says what it is about', () => {
    const vague = files.filter((path) => /(^|\/)(utils?|helpers?|common|misc|lib)\b/.test(path));
    assert.deepEqual(vague, []);
  });

  it('has no default export', () => {
    const wrong = files.filter((path) =>
      /^export default\b|\bas default [,}]/m.test(readFileSync(path, 'utf8')),
    );
    assert.deepEqual(wrong, []);
  });

  for (const lie of ['as unknown as', 'as never', 'as any'])
    it(`does not say '${lie}'`, () =>
      assert.deepEqual(
        typescript
          .filter(({ text }) => new RegExp(`\\b${lie}\\b`).test(withoutQuotes(text)))
          .map(({ path }) => path),
        [],
      ));

  it('asserts no type but where the compiler cannot know it', () => {
    const allowed: Record<string, number> = Object.assign({}, ...Object.values(assertions));
    const found = typescript.flatMap(({ path, text }) =>
      assertionsIn(text) > 0 ? [[path.replace('src/', ''), assertionsIn(text)] as const] : [],
    );
    assert.deepEqual(Object.fromEntries(found), allowed);
  });

  it('has no enum', () => {
    const wrong = files.filter((path) =>
      /^\s*(export )?(const |declare )?enum \w/m.test(readFileSync(path, 'utf8')),
    );
    assert.deepEqual(wrong, []);
  });
});

describe('an import', () => {
  it('is found however it is written', () => {
    const text = `
import { a } from 'a';
import type { B } from './b.ts';
import c, {
  d,
  type E,
} from '../c.ts';
import './f.ts';
export { g } from './g.ts';
export type * from './h.ts';
const i = await import('i');
type J = import('./j.ts').J;
const k = require('k');
import.meta.resolve('l/m');
const n = "import { o } from 'o'";
`;
    assert.deepEqual(
      importsOf(text).map(({ from, typesOnly }) => (typesOnly ? `type ${from}` : from)),
      ['a', 'type ./b.ts', '../c.ts', './g.ts', 'type ./h.ts', './f.ts', 'i', './j.ts', 'k', 'l/m'],
    );
  });
});

/** A program without what stands in quotes. */
const withoutQuotes = (text: string): string =>
  text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''");

const assertionsIn = (text: string): number =>
  [
    ...withoutQuotes(text)
      .replace(/^(?:import|export)\b[^;=]*?\bfrom\b/gm, '')
      .matchAll(/[\w)\]}>'] as (?!const\b)/g),
  ].length;

function isAllowed(
  source: SourceFile,
  one: Import,
  rooms: readonly string[],
  packages: readonly string[],
): boolean {
  const path = resolved(source, one);
  if (path === undefined) {
    if (isBuiltin(one.from)) return source.room !== 'procedure';
    return [...packages, ...(exceptions[source.path] ?? [])].includes(packageOf(one.from));
  }
  const room = roomOf(path);
  if (!path.startsWith('src/')) return source.room === 'teams' || source.room === 'letters';
  return room === source.room || rooms.includes(room);
}

function inShort({ source, one }: { source: SourceFile; one: Import }): string {
  return `${source.path} imports ${one.from}`;
}

/** Each circle of imports, types included, as the paths along it. */
function circles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const visit = (path: string, along: string[]): void => {
    if (along.includes(path)) found.push([...along.slice(along.indexOf(path)), path].join(' -> '));
    const source = byPath.get(path);
    if (!source || done.has(path) || along.includes(path)) return;
    for (const one of source.imports) visit(resolved(source, one) ?? '', [...along, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
}
