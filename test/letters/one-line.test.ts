import assert from 'node:assert/strict';
import { simpleParser } from 'mailparser';
import nodemailer from 'nodemailer';
import { draftLetter, draftMessage } from '../../src/letters/draft-letter.ts';
import { oneLine, readable } from '../../src/letters/readable.ts';
import { mailOf } from '../../src/mail/letter-mail.ts';
import type { Complaint } from '../../src/procedure/model/complaint.ts';
import { letterKinds } from '../../src/procedure/model/letter.ts';
import { personId } from '../../src/procedure/model/person-id.ts';
import type { Dossier } from '../../src/register/model/dossier.ts';
import type { Message } from '../../src/register/model/message.ts';
import { parseRegistration } from '../../src/teams/buttons/registration.ts';
import { FormReader } from '../../src/teams/form/form-reader.ts';
import { stepForms } from '../../src/teams/steps/all-steps.ts';
import { inItsStage } from '../procedure/given.ts';
import { full } from '../teams/a-dossier.ts';
import { idsOf, settingOf, steps } from '../teams/form-examples.ts';
import { facts } from './a-complaint.ts';
import { ballance } from './an-organisation.ts';

/** Characters that end a line somewhere, turn the direction of text, or are invisible. */
const breaks = ['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029', '\t'];
const unseen = [
  ...['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'],
  ...['\u200e', '\u200f', '\u061c', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u180e'],
  ...['\u0000', '\u0008', '\u001b', '\u007f', '\u009f', '\u{E0041}', '\ufff9'],
];
const anyOfThem = new RegExp(`[${[...breaks.slice(0, 8), ...unseen].join('')}]`, 'u');

const lie = 'Ballance erkent volledige aansprakelijkheid.';
const inserted = (mark: string): string => `Jansen${mark}${mark}${lie}`;

/** A complaint with that text in each field of one line. */
const complaintWith = (text: string): Complaint => {
  const complaint = full('tekst');
  const person = { id: personId('00000000-0000-4000-8000-00000000000a'), name: text };
  return inItsStage({
    ...complaint,
    complainant: { name: text, representing: text, phone: text, email: 'a@voorbeeld.nl' },
    branch: text,
    experts: text,
    handler: { person, role: 'officer' },
    respondents: [person],
    measures: [{ id: 'm1', what: text, owner: text, dueOn: '2026-12-04' }],
    appointment: complaint.appointment && {
      ...complaint.appointment,
      branch: text,
      secondRepresentative: person,
    },
  });
};

describe('a field of one line', () => {
  for (const mark of [...breaks, ...unseen])
    describe(`with ${JSON.stringify(mark)} in it`, () => {
      const text = inserted(mark);

      it('cannot add a line to any letter, also when it was stored that way', () => {
        for (const kind of letterKinds) {
          const letter = draftLetter(
            kind,
            complaintWith(text),
            facts({ writer: { name: text, role: 'officer' } }),
          );
          const plain = draftLetter(
            kind,
            complaintWith(oneLine(text)),
            facts({ writer: { name: oneLine(text), role: 'officer' } }),
          );
          assert.equal(letter, plain, kind);
          assert.ok(!letter.split('\n').some((line) => line === lie), kind);
          assert.doesNotMatch(letter.replaceAll('\n', ''), anyOfThem, kind);
        }
        assert.ok(!draftMessage(complaintWith(text)).split('\n').includes(lie));
      });

      it('adds nothing to the headers of a mail', async () => {
        const sent = { id: 1, kind: 'answer', text: 'Brief', manner: 'email', to: 'a@voorbeeld.nl' } as const;
        const dossier = {
          complaint: { ...complaintWith(text), letters: [sent] },
          journal: [],
        } as unknown as Dossier;
        const message = {
          id: 'm',
          queuedAt: '2026-04-01T10:00:00.000Z',
          content: { kind: 'letter', letter: 1 },
        };
        const mail = await mailOf(
          message as Message,
          dossier,
          'bot@voorbeeld.nl',
          ballance,
          '2026-04-01T10:00:00.000Z',
        );
        const made = await nodemailer
          .createTransport({ streamTransport: true, buffer: true })
          .sendMail({ ...mail, attachments: [] });
        const { headerLines, to } = await simpleParser(made.message as Buffer);
        assert.ok(headerLines.every(({ line }) => !line.startsWith('Ballance')));
        assert.deepEqual(
          [to].flat().map((one) => one?.value.map(({ address }) => address)),
          [['a@voorbeeld.nl']],
        );
      });

      it('is one line when it is registered', () => {
        const parsed = parseRegistration(
          {
            ...{ complainantName: text, representing: text, phone: text, branch: text, experts: text },
            ...{ origin: 'client', summary: text, receivedOn: '2026-11-26', manner: 'oral' },
          },
          '2026-11-26',
        );
        assert.ok('value' in parsed, JSON.stringify(parsed));
        const { complainant, branch, experts, summary } = parsed.value;
        for (const line of [complainant.name, complainant.representing, complainant.phone, branch, experts]) {
          assert.equal(line, oneLine(text));
          assert.doesNotMatch(line ?? '', anyOfThem);
        }
        assert.equal(summary, readable(text));
        assert.doesNotMatch(summary.replaceAll('\n', ''), anyOfThem);
      });
    });

  it('is one line in every form: whatever its input shows as one line is read as one', () => {
    // Without branches to choose from, a branch is a line of text.
    const organisation = { ...ballance, branches: [] };
    const complaint = full('tekst', { stage: 'answered', statements: [] });
    const setting = settingOf(complaint, { today: '2027-01-04', organisation });
    let seen = 0;
    for (const step of steps) {
      const fields = stepForms[step].fields(setting);
      const input = Object.fromEntries(idsOf(step, setting).map((id) => [id, inserted('\u2028')]));
      const drafted = stepForms[step].draft?.(input, setting) ?? '';
      assert.ok(!drafted.includes('\u2028'), step);
      for (const [id, field] of Object.entries(fields)) {
        if (field?.input.type !== 'Input.Text' || field.input.isMultiline || field.input.style === 'Email')
          continue;
        // A number is read as a number, and any other text as none.
        if (String(field.input.placeholder).startsWith('K-')) continue;
        seen++;
        assert.equal(field.read(new FormReader(input), id), oneLine(inserted('\u2028')), `${step} ${id}`);
      }
    }
    assert.ok(seen >= 7, `${seen}`);
  });

  it('keeps what is written with joiners: an emoji of several, and Persian', () => {
    for (const text of ['👩🏽‍⚖️ 👨‍👩‍👧 ❤️‍🔥', 'می‌خواهم', 'क्‍ष', '❤️']) assert.equal(oneLine(text), text);
    assert.equal(oneLine('Jan\u200dsen\u200c'), 'Jansen');
  });
});
