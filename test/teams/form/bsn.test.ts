import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openSteps } from '../../../src/procedure/open-steps.ts';
import { parseRegistration } from '../../../src/teams/buttons/registration.ts';
import { bsnError, holdsBsn, meantId } from '../../../src/teams/form/bsn.ts';
import { stepForms } from '../../../src/teams/steps/all-steps.ts';
import { fieldsOf, textOf } from '../../e2e/a-card.ts';
import { complaintAfter } from '../../procedure/given.ts';
import { fatima, ingrid, joris, lars, sanne } from '../../procedure/people.ts';
import { situations } from '../../procedure/situations.ts';
import { closeOffices } from '../../register/an-office.ts';
import { aChat } from '../a-chat.ts';
import { filledWell } from '../filled-well.ts';
import { settingOf, steps } from '../form-examples.ts';

const number = '111222333';
const today = '2026-05-04';
const question = 'Hoort het nummer in het dossier?';
const says = { [question]: 'true' };

/** Makes a number of nine digits that passes the eleven-test, of its first eight. */
function passing(first: string): string | undefined {
  const sum = [...first].reduce((so, digit, at) => so + Number(digit) * (9 - at), 0) % 11;
  return sum < 10 && Number(first) > 0 ? `${first}${sum}` : undefined;
}

const eight = fc.stringMatching(/^[0-9]{8}$/).filter((first) => passing(first) !== undefined);

describe('a number that passes the eleven-test of a BSN', () => {
  it('is found wherever it stands, also in groups; with another last digit it is not', () => {
    fc.assert(
      fc.property(
        eight,
        fc.constantFrom('', ' ', '.', '/', '-', '\n', '\r\n', '\u00a0'),
        fc.nat(8),
        (first, mark, at) => {
          const bsn = passing(first) ?? assert.fail();
          const grouped = [bsn.slice(0, at), bsn.slice(at)].filter(Boolean).join(mark);
          for (const text of [
            grouped,
            `BSN ${grouped}.`,
            `bsn:${grouped}\nen meer`,
            `Mijn BSN${grouped}, dus`,
          ])
            assert.ok(holdsBsn(text), text);
          const other = `${first}${(Number(bsn.at(-1)) + 1) % 10}`;
          assert.ok(!holdsBsn(`BSN ${other}`), other);
        },
      ),
    );
  });

  it('is no number of a complaint, of a telephone or of a company, no day, and no part of a longer number', () => {
    const others = [
      'K-2026-00012',
      'K-2026-00014',
      '06 11122233',
      `+31${number}`,
      `+31 ${number}`,
      `0${number}`,
      `${number}0`,
      `NL${number}B01`,
      '12-03-2026',
      '000000000',
      '11222333',
    ];
    for (const text of others) assert.ok(!holdsBsn(text), text);
  });
});

describe('a form with such a number', () => {
  afterEach(closeOffices);

  it('asks about it in every field for text, keeps it, and takes it once that is meant', async () => {
    const seen = new Set<string>();
    for (const events of Object.values(situations))
      for (const by of [lars, fatima, ingrid]) {
        const setting = settingOf(complaintAfter(events), { today, now: `${today}T10:00:00.000Z`, by });
        const open = openSteps(by, setting.complaint, setting);
        for (const step of steps.filter((one) => open.includes(one))) {
          const fields = stepForms[step].fields(setting);
          const texts = Object.keys(fields).filter((id) => fields[id] && 'isText' in fields[id]);
          for (const id of texts) {
            if (seen.has(`${step} ${id}`) || ['phone', 'into', 'blanked'].includes(id)) continue;
            seen.add(`${step} ${id}`);
            const typed = id === 'email' ? `bsn-${number}@voorbeeld.nl` : `Zijn BSN is ${number}.`;
            const values = { ...filledWell(step, fields, [], today), [id]: typed };
            const asked = await stepForms[step].read(values, setting);
            const errors = 'errors' in asked ? asked.errors : {};
            assert.equal(errors[id], bsnError, `${step} ${id}`);
            const meant = await stepForms[step].read({ ...values, [meantId]: 'true' }, setting);
            if ('errors' in meant) assert.ok(!Object.values(meant.errors).includes(bsnError));
          }
        }
      }
    assert.ok(seen.size > 60, `only ${seen.size} fields`);
  });

  it('for a registration asks so in every field but that of the telephone', () => {
    const sent = {
      ...{ complainantName: 'Mevrouw Jansen', origin: 'client', summary: 'Niemand belt terug.' },
      ...{ receivedOn: today, manner: 'oral', phone: number },
    };
    assert.ok('value' in parseRegistration(sent, today));
    for (const id of ['summary', 'complainantName', 'address', 'representing', 'experts', 'colleague']) {
      const asked = parseRegistration({ ...sent, [id]: number }, today);
      assert.deepEqual(asked, { errors: { [id]: bsnError } });
      assert.ok('value' in parseRegistration({ ...sent, [id]: number, [meantId]: 'true' }, today));
    }
  });

  it('comes back with what was typed and the question; answered, it is recorded', async () => {
    const chat = await aChat();
    await chat.take('Notitie toevoegen', { Notitie: `BSN ${number}` });
    assert.match(chat.text(), /kan zijn.*Hoort het nummer in het dossier\?/s);
    assert.equal(chat.fields().Notitie, `BSN ${number}`);
    const before = await chat.version();
    await chat.press('Notitie toevoegen', says);
    assert.equal(await chat.version(), before + 1);
  });

  it('of a receiver who adds, and of a respondent who states, does so too', async () => {
    const chat = await aChat();
    const supplement = (filled: Record<string, string>) =>
      chat.pressAs(
        sanne,
        { verb: 'supplement', data: { number: chat.number, form: 'one' } },
        { summary: `BSN ${number}`, ...filled },
      );
    assert.equal(fieldsOf(await supplement({}))[question], '');
    assert.match(textOf(await supplement({ [meantId]: 'true' })), /Aangevuld/);
    await chat.take('Wederhoor vragen');
    await chat.press('Wederhoor vragen', says);
    const state = (filled: Record<string, string>) =>
      chat.pressAs(
        joris,
        { verb: 'give-statement', data: { number: chat.number, form: 'two' } },
        { statement: `Haar BSN is ${number}`, ...filled },
      );
    const asked = await state({});
    assert.equal(fieldsOf(asked)[question], '');
    assert.equal(fieldsOf(asked)['Mijn verklaring'], `Haar BSN is ${number}`);
    assert.match(textOf(await state({ [meantId]: 'true' })), /Je verklaring is ontvangen/);
  });
});
