import { draftLetter } from '../../letters/draft-letter.ts';
import { factsOf } from '../../letters/facts-of.ts';
import { secondWhoLeads } from '../../procedure/articles/art08-appointment.ts';
import { hearBy } from '../../procedure/articles/art08-days.ts';
import { lastHour, secondRepresentatives } from '../../procedure/articles/art08-hearing.ts';
import type { Objection } from '../../procedure/model/answer.ts';
import { type Wish, wishes } from '../../procedure/model/answer.ts';
import { type HearingForm, hearingForms } from '../../procedure/model/complaint.ts';
import { isAmong } from '../../procedure/model/desk.ts';
import { datedFrom } from '../../procedure/order-of-events.ts';
import { hasCome } from '../../time/clock.ts';
import { longDate } from '../../time/dutch-date.ts';
import { addDays, type LocalDate } from '../../time/local-date.ts';
import { hearingFormWords, wishWords } from '../cards/words.ts';
import {
  choice,
  choicesOf,
  day,
  optionalChoice,
  optionalText,
  type Typed,
  time,
  toggle,
} from '../form/fields.ts';
import { dispatchOf, letterBlock, letterLabels } from './letter-section.ts';
import { branchField, from, peopleChoices } from './ranges-and-choices.ts';
import { fromObjection, type Setting, stepForm } from './step.ts';

const labels = { branch: 'Vestiging', laterBecause: 'Waarom later dan een week?', ...letterLabels };

/** Finds the first day on which a hearing can still begin. */
const firstToCome = ({ today, now }: Setting): LocalDate =>
  hasCome({ on: today, time: lastHour }, now) ? addDays(today, 1) : today;

const fields = fromObjection((setting) => ({
  on: day('Datum', 'Kies de dag van het gesprek: vandaag of later.', from(firstToCome(setting), setting), {
    proposed: setting.complaint.appointment?.on,
    hint: withinTheWeek(setting),
  }),
  time: time('Tijd', 'Kies hoe laat het gesprek begint.', { proposed: setting.complaint.appointment?.time }),
  hearingForm: choice<HearingForm>(
    'Vorm',
    'Kies of het gesprek telefonisch is of op kantoor.',
    choicesOf(hearingForms, hearingFormWords),
    { proposed: setting.complaint.appointment?.form },
  ),
  branch: branchField(labels.branch, atItsBranch(setting), 'Nodig bij een gesprek op kantoor.'),
  ...(setting.complaint.respondents.length > 0 && {
    employeePresent: toggle('Medewerker aanwezig', 'Ja, beide kanten vinden dat nuttig', {
      proposed: setting.complaint.appointment?.employeePresent ? 'true' : undefined,
      hint: 'De medewerker over wie de klacht gaat.',
    }),
  }),
  secondRepresentative: optionalChoice(
    'Tweede vertegenwoordiger',
    peopleChoices(secondRepresentatives(setting.complaint, setting)),
    'Geen',
    { proposed: secondBefore(setting), hint: 'Alleen als een van beide kanten dat wil.' },
  ),
  agreed: toggle('De klager heeft met dit moment ingestemd', 'Ja, dit is zo afgesproken'),
  laterWish: optionalChoice('Later dan een week?', choicesOf<Wish>(wishes, wishWords), 'Nee', {
    proposed: isTakenBack(setting) ? 'complainant' : undefined,
    hint: 'Op verzoek van de klager is het op tijd. Door Ballance is het te laat: de brief biedt excuses aan, en het telt in het jaaroverzicht.',
  }),
  laterBecause: optionalText(labels.laterBecause, {
    multiline: true,
    proposed: isTakenBack(setting)
      ? 'De klager zag eerst af van een gesprek, en wil het nu toch.'
      : undefined,
    hint: 'Dit is voor het dossier: de brief noemt de reden niet.',
  }),
  ...letterBlock(setting, datedFrom(setting.complaint, 'hearing-invitation')),
}));

/** Finds the second representative as arranged, who can be that still: who is dropped from a hearing that moves is somebody's choice. */
const secondBefore = (setting: Setting): string | undefined => {
  const arranged = setting.complaint.appointment?.secondRepresentative;
  const isSecond = arranged && !secondWhoLeads(setting.complaint, setting);
  return isSecond && isAmong(arranged, secondRepresentatives(setting.complaint, setting))
    ? arranged.id
    : undefined;
};

/** Proposes the branch of the hearing that is arranged, which need not be that of the complaint. */
const atItsBranch = ({ complaint, organisation }: Setting): Parameters<typeof branchField>[1] => ({
  organisation,
  complaint: { branch: complaint.appointment?.branch ?? complaint.branch },
});

/** Tells whether the complainant waived the hearing, and wants it after all. */
const isTakenBack = ({ complaint }: Setting): boolean => complaint.stage === 'waived';

/** Words the week; another hearing after one that settled nothing has none (Art. 10). */
const withinTheWeek = ({ complaint, objection, calendar }: Setting & { objection: Objection }): string =>
  complaint.hearings.length > 0
    ? 'Voor een volgend gesprek geldt de week van artikel 8 niet.'
    : `Binnen een week na het bezwaar: uiterlijk ${longDate(hearBy(objection.receivedOn, calendar).dueOn)}.`;

type Draft = Typed<ReturnType<typeof fields>>;

const draft = (typed: Draft, setting: Setting): string => {
  const {
    on,
    time,
    hearingForm,
    branch,
    employeePresent,
    agreed,
    laterWish,
    laterBecause,
    secondRepresentative: id,
  } = typed;
  const secondRepresentative = secondRepresentatives(setting.complaint, setting).find(
    (person) => person.id === id,
  );
  return draftLetter('hearing-invitation', setting.complaint, {
    ...factsOf(typed, setting),
    appointment: {
      on,
      time,
      form: hearingForm,
      branch,
      employeePresent,
      agreed,
      laterWish,
      laterBecause,
      secondRepresentative,
    },
  });
};

/** Art. 8: invites the complainant to explain the complaint, by telephone or at the office. */
export const offerHearing = stepForm('offer-hearing', {
  title: 'Hoorgesprek aanbieden',
  labels,
  primaryIn: ['objected'],
  draftName: 'uitnodiging-voor-een-gesprek',
  intro: (setting) =>
    `De klager krijgt binnen een week na zijn bezwaar de kans om de klacht mondeling toe te lichten, telefonisch of op kantoor (artikel 8). Spreek het moment af met de klager; de brief bevestigt het.${isTakenBack(setting) ? ' De klager zag eerst af van een gesprek: dat neem je hiermee terug, en de directie hoeft dan nu niet te beslissen.' : ''}`,
  fields,
  command: (typed, setting) => {
    const {
      letter: _,
      manner: __,
      sentOn: ___,
      address: ____,
      email: _____,
      hearingForm: form,
      employeePresent = false,
      ...appointment
    } = typed;
    return {
      ...appointment,
      form,
      employeePresent,
      letter: dispatchOf(typed, draft(typed, setting), setting),
    };
  },
  draft,
  done: 'Het gesprek is aangeboden. Leg het na afloop vast, of leg vast dat de klager ervan afziet.',
  about: {
    'out-of-order': 'sentOn',
    'branch-missing': 'branch',
    'hearing-too-late': 'laterWish',
    'not-to-come': 'on',
    'invitation-too-slow': 'manner',
    'no-werkdag': 'on',
    'outside-hours': 'time',
    'not-eligible': 'secondRepresentative',
    'second-leads': 'secondRepresentative',
    'in-the-future': 'sentOn',
  },
});
