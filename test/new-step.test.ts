import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = promisify(execFile);
const tsc = join(root, 'node_modules/.bin/tsc');

/** An edit of a file of the tree: a new file, or lines after the one that opens their list. */
type Edit = { whole: string } | { imports?: string; after: string; line: string };
type Edits = Record<string, Edit>;

/** "Bezoek vastleggen": a step that is in no regulation. */
const step: Edits = {
  'src/procedure/model/commands.ts': { after: 'type Asked = {', line: "'record-visit': { text: string };" },
  'src/procedure/articles/visit.ts': {
    whole: `import type { CommandOf, Context } from '../model/commands.ts';
import type { Complaint } from '../model/complaint.ts';
import type { Event } from '../model/events.ts';

export const recordVisit = (
  _: Complaint,
  { text }: CommandOf<'record-visit'>,
  { today }: Context,
): Event[] => [{ type: 'visit-recorded', on: today, personal: { text } }];
`,
  },
  'src/procedure/steps.ts': {
    imports: "import { recordVisit } from './articles/visit.ts';",
    after: 'export const steps: { [S in Step]: StepRule<S> } = {',
    line: "'record-visit': { by: ['handler'], moves: stays(open), decide: recordVisit },",
  },
  'src/teams/steps/record-visit.ts': {
    whole: `import { text } from '../form/fields.ts';
import { stepForm } from './step.ts';

export const recordVisit = stepForm('record-visit', {
  title: 'Bezoek vastleggen',
  labels: { text: 'Bezoek' },
  intro: 'Het bezoek komt in het logboek van dit dossier.',
  fields: () => ({ text: text('Bezoek', 'Schrijf op wie er op bezoek was.', { multiline: true }) }),
  command: (answers) => answers,
  done: 'Het bezoek staat in het logboek.',
});
`,
  },
  'src/teams/steps/all-steps.ts': {
    imports: "import { recordVisit } from './record-visit.ts';",
    after: 'export const stepForms: { [S in FormStep]: StepForm<S> } = {',
    line: "'record-visit': recordVisit,",
  },
};

/** The edits of a new event, for a step that needs one. */
const event: Edits = {
  'src/procedure/model/events.ts': {
    after: 'export type Event =',
    line: "| { type: 'visit-recorded'; on: LocalDate; personal: { text: string } }",
  },
  'src/procedure/evolve.ts': {
    after:
      "const changes: { [T in Event['type']]: (complaint: Complaint, event: EventOf<T>) => Complaint } = {",
    line: "'visit-recorded': unchanged,",
  },
  'src/register/model/event-check.ts': {
    after: "const events: { [T in Event['type']]: EventChecks<EventOf<T>> } = {",
    line: "'visit-recorded': { facts: on, personal: { text } },",
  },
  'src/teams/cards/event-words.ts': {
    after: "export const eventWords: { [T in Event['type']]: EventWords<EventOf<T>> } = {",
    line: "'visit-recorded': { sentence: () => 'Bezoek.', texts: itsText, toldToComplainant: false },",
  },
};

/** The edit of the list by which every test of all steps fills in the step. */
const list: Edits = {
  'test/procedure/well-filled.ts': {
    after: 'const filled: { [S in Step]: () => StepCommand } = {',
    line: "'record-visit': () => ({ type: 'record-visit', by, number: complaint.number, text: 'Op bezoek.' }),",
  },
};

const all = { ...step, ...event, ...list };
const files = Object.keys(all).sort();
const ofTheStep = ['src/procedure/articles/visit.ts', 'src/teams/steps/record-visit.ts'];
const models = ['src/procedure/model/commands.ts', 'src/procedure/model/events.ts'];

describe('a new step', () => {
  const tree = mkdtempSync(join(tmpdir(), 'new-step-'));

  before(() => {
    for (const folder of ['src', 'test/procedure', 'types'])
      cpSync(join(root, folder), join(tree, folder), { recursive: true });
    for (const linked of ['node_modules', 'cards', 'letters', 'package.json'])
      symlinkSync(join(root, linked), join(tree, linked));
    const { compilerOptions } = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8'));
    const options = { ...compilerOptions, types: ['node'], skipLibCheck: true, incremental: true };
    const config = { compilerOptions: options, files: files.filter((path) => !ofTheStep.includes(path)) };
    writeFileSync(join(tree, 'tsconfig.json'), JSON.stringify(config));
  });

  after(() => rmSync(tree, { recursive: true }));

  /** Lists the files in which the compiler finds an error while those edits are left out, and those texts are replaced. */
  async function errorsWithout(
    left: string[],
    mistakes: [path: string, right: string, wrong: string][] = [],
  ) {
    for (const path of files) write(path, left.includes(path) ? undefined : all[path]);
    for (const [path, right, wrong] of mistakes) {
      const [before, after, ...more] = readFileSync(join(tree, path), 'utf8').split(right);
      assert(after !== undefined && more.length === 0, `“${right}” stands once in ${path}`);
      writeFileSync(join(tree, path), `${before}${wrong}${after}`);
    }
    const said = await run(tsc, ['-p', tree], { cwd: tree }).catch(({ stdout }) => ({ stdout: `${stdout}` }));
    const errors = said.stdout.matchAll(/^(\S+?)\(\d+,\d+\): error/gm);
    return [...new Set(errors.map(([, path]) => path))].sort();
  }

  function write(path: string, edit: Edit | undefined): void {
    const at = join(tree, path);
    if (edit && 'whole' in edit) writeFileSync(at, edit.whole);
    else if (ofTheStep.includes(path)) rmSync(at, { force: true });
    else writeFileSync(at, inserted(readFileSync(join(root, path), 'utf8'), edit));
  }

  function inserted(text: string, edit: Exclude<Edit, { whole: string }> | undefined): string {
    if (!edit) return text;
    const { imports = '', after, line } = edit;
    const [above, below, ...more] = text.split(`${after}\n`);
    assert(below !== undefined && more.length === 0, `“${after}” stands once`);
    return `${imports}\n${above}${after}\n${line}\n${below}`;
  }

  it('is five source files and one list of the tests; an event of its own is four more', async () => {
    assert.deepEqual(
      [step, event, list].map((edits) => Object.keys(edits).length),
      [5, 4, 1],
    );
    assert.deepEqual(await errorsWithout([]), []);
    const script = `
      import { stepForms } from './src/teams/steps/all-steps.ts';
      import { steps } from './src/procedure/steps.ts';
      console.log(stepForms['record-visit'].title, steps['record-visit'].by.join());`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: tree });
    assert.equal(stdout, 'Bezoek vastleggen handler\n');
  });

  it('is asked for in every other file once its command and its event are written', async () => {
    const others = files.filter((path) => !models.includes(path) && !ofTheStep.includes(path));
    assert.equal(others.length, 6);
    assert.deepEqual(await errorsWithout([...others, ...ofTheStep]), others);
  });

  it('does not compile without its article and its form', async () => {
    assert.deepEqual(await errorsWithout(ofTheStep), [
      'src/procedure/steps.ts',
      'src/teams/steps/all-steps.ts',
    ]);
  });

  it('does not compile without its command and its event', async () => {
    const errors = await errorsWithout(models);
    for (const path of ['src/procedure/steps.ts', 'src/procedure/evolve.ts', ...ofTheStep])
      assert(errors.includes(path), path);
  });

  it('does not compile with the form or the decision of another, nor with a text that has no label', async () => {
    const errors = await errorsWithout(
      [],
      [
        ['src/procedure/steps.ts', 'decide: recordVisit', 'decide: addNote'],
        ['src/teams/steps/all-steps.ts', "'record-visit': recordVisit", "'record-visit': addNote"],
        ['src/teams/steps/record-visit.ts', "{ text: 'Bezoek' }", '{}'],
      ],
    );
    assert.deepEqual(errors, [
      'src/procedure/steps.ts',
      'src/teams/steps/all-steps.ts',
      'src/teams/steps/record-visit.ts',
    ]);
  });
});
