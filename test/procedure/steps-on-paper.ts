import { maySeeDossier } from '../../src/procedure/access.ts';
import type { Step } from '../../src/procedure/model/commands.ts';
import { type Stage, stages } from '../../src/procedure/model/complaint.ts';
import { openSteps } from '../../src/procedure/open-steps.ts';
import { stepNames, steps } from '../../src/procedure/steps.ts';
import { complaintAfter, contextOf, registered } from './given.ts';
import { fatima, ingrid, joris, lars, sanne, willem } from './people.ts';
import { situations } from './situations.ts';

export const everybody = [lars, fatima, willem, ingrid, sanne, joris];

const view = contextOf();

/** Writes the rules of all steps, to be read beside the regulation: who, from where, to where, and who can do what. */
export const onPaper = (): string =>
  [
    '# The steps of the procedure',
    'Written by `UPDATE_GOLDEN=1 npx mocha test/procedure/golden-steps.test.ts`. Read what changed beside the regulation before you commit it.',
    '## Who may take a step, from where, and where it leads',
    table(['step', 'who may', 'from', 'to', 'letter'], stepNames.flatMap(rulesOf)),
    '## The course of a complaint',
    `\`\`\`mermaid\n${diagram()}\n\`\`\``,
    '## Who can do what, and who sees the dossier',
    `Lars is the officer, Fatima the substitute, Willem and Ingrid are the board; Sanne and Joris are colleagues. Who is not named can do nothing and sees nothing.`,
    table(['complaint', 'who', 'sees it', 'can'], Object.keys(situations).flatMap(rowsOf)),
    '',
  ].join('\n\n');

/** Writes a line for each set of stages to which the step leads. */
function rulesOf(step: Step): string[][] {
  const { by, moves, sendsLetter } = steps[step];
  const known = stages.flatMap((from) => {
    const to = moves[from];
    return to ? [{ from, to: to.join(', ') }] : [];
  });
  const stays = known.every(({ from, to }) => from === to);
  const ways = Map.groupBy(known, ({ to }) => (stays ? 'the same' : to));
  return [...ways].map(([to, ones]) => [
    step,
    by.join(', '),
    inWords(ones.map(({ from }) => from)),
    to,
    sendsLetter ? 'yes' : '',
  ]);
}

function inWords(from: readonly Stage[]): string {
  if (from.length === stages.length) return 'every stage';
  const open = from.length === stages.length - 1 && !from.includes('closed');
  return open ? 'every stage but closed' : from.join(', ');
}

/** Draws the state diagram: every move to another stage, with the steps that make it on one arrow. */
export function diagram(): string {
  const beginnings = [false, true].map((remedied) => complaintAfter(registered({ remedied })).stage);
  const arrows = stages.flatMap((from) =>
    stages.flatMap((to) => {
      const by = stepNames.filter((step) => from !== to && steps[step].moves[from]?.includes(to));
      return by.length > 0 ? [`  ${id(from)} --> ${id(to)} : ${by.join(', ')}`] : [];
    }),
  );
  return [
    'stateDiagram-v2',
    ...stages
      .filter((stage) => stage !== id(stage))
      .map((stage) => `  state "${stage.replace('-', ' ')}" as ${id(stage)}`),
    ...beginnings.map((stage) => `  [*] --> ${id(stage)} : register`),
    ...arrows,
    '  closed --> [*]',
  ].join('\n');
}

/** Writes the name of a stage without a hyphen, which Mermaid does not allow. */
const id = (stage: Stage): string => stage.replace('-', '_');

function rowsOf(situation: string): string[][] {
  const complaint = complaintAfter(situations[situation] ?? []);
  const rows = everybody.flatMap((person) => {
    const can = openSteps(person, complaint, view);
    const sees = maySeeDossier(person, complaint, view);
    const [first = ''] = person.name.split(' ');
    return can.length > 0 || sees ? [[first, sees ? 'yes' : '', can.join(', ')]] : [];
  });
  return (rows.length > 0 ? rows : [['nobody', '', '']]).map((row) => [situation, ...row]);
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
