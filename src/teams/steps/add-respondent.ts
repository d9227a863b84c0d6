import { leaderInConflict } from '../../procedure/articles/art00-mediation.ts';
import { isAskedWhenAdded } from '../../procedure/articles/art05-handler.ts';
import { isKnownToNobodyElse, mustHearOfNoHandler } from '../../procedure/articles/art05-no-handler.ts';
import { isAppointed, secondInConflict } from '../../procedure/articles/art08-appointment.ts';
import type { Complaint } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling, isAmong } from '../../procedure/model/desk.ts';
import { sentLetter } from '../../procedure/model/letter.ts';
import { namesIn } from '../../procedure/model/named-in-text.ts';
import { Refusal } from '../../procedure/model/refusal.ts';
import { hasCome } from '../../time/clock.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { Instant } from '../../time/local-date.ts';
import { text as aText, colleague, toggle } from '../form/fields.ts';
import { outsidersIn, peopleChoices } from './ranges-and-choices.ts';
import { aboutBlock, aboutLabels, forRespondent } from './reader-texts.ts';
import { type Setting, stepForm } from './step.ts';

/** Says to a handler who adds themselves that it goes on without them, not with whom; where it cannot, who tells the complainant. */
export function lostSight(complaint: Complaint): string {
  const now = 'Je bent nu beklaagde. Je behandelt deze klacht niet meer en ziet het dossier niet meer';
  if (complaint.handler)
    return `${now}: ze gaat verder zonder jou. Vraagt iemand jou om een verklaring, dan lees je dat hier.`;
  const left = `${now}. Niemand binnen Ballance mag haar nu nog behandelen.`;
  if (isKnownToNobodyElse(complaint))
    return `${left} Vraag vandaag nog een collega over wie ze niet gaat om haar ook te registreren: die kan de klager dat per brief laten weten, en dat de weg naar de rechter openstaat (artikel 10).`;
  return mustHearOfNoHandler(complaint)
    ? `${left} Wie haar registreerde, laat dat de klager per brief weten, en wordt er elke werkdag aan herinnerd.`
    : left;
}

/** Words what a colleague who became a respondent hears at once: that their statement is asked, and that they must be at the hearing. */
function told(complaint: Complaint, now: Instant): string {
  const { appointment } = complaint;
  const asked = isAskedWhenAdded(complaint) ? ' De collega krijgt nu het verzoek om een verklaring.' : '';
  const isInvited =
    appointment?.employeePresent && isAppointed(appointment, complaint) && !hasCome(appointment, now);
  return isInvited
    ? `${asked} De collega hoort ook dat het gesprek met de klager is op ${longDate(appointment.on)} om ${appointment.time} uur, en daarbij te moeten zijn (artikel 8).`
    : asked;
}

/** Words that who is a respondent now was to lead a talk to come, or to be second at the hearing to come, where somebody else must (reading 10). */
function leavesPlace(complaint: Complaint, now: Instant): string {
  const { appointment, respondents } = complaint;
  const added = respondents.at(-1);
  if (added && leaderInConflict(complaint) === added.name)
    return ' Het gesprek dat nog komt, moet iemand anders leiden: kies wie met “Gesprek of bemiddeling”.';
  const isSecond = secondInConflict(complaint)?.id === added?.id;
  return added && isSecond && appointment && isAppointed(appointment, complaint) && !hasCome(appointment, now)
    ? ` ${added.name} zou de tweede vertegenwoordiger bij het gesprek zijn: kies met “Hoorgesprek aanbieden” een ander als een van beide kanten een tweede wil, en laat de klager zo weten wie er komt (artikel 8).`
    : '';
}

const labels = { reason: 'Reden', ...aboutLabels };
const isNamed = 'Is dit wie bij de registratie is genoemd?';

/** Words whom the complaint is about already, because the search of Teams finds them too. */
const alreadyAbout = ({ complaint: { respondents } }: Setting): string =>
  respondents.length > 0
    ? `${respondents.length === 1 ? 'Beklaagde is' : 'Beklaagden zijn'} al: ${respondents.map(({ name }) => name).join(', ')}. `
    : '';

/** Words what to do where Teams does not search: the name waits in the dossier until somebody can choose. */
const withoutSearch = ({ complaint: { unresolvedName } }: Setting): string =>
  `Staat de collega niet in de lijst en kun je niet zoeken, zoals op een telefoon? ${
    unresolvedName
      ? 'De genoemde naam blijft staan: kies'
      : 'Zet de naam dan bij “Gegevens corrigeren” (ga daarvoor terug), en kies'
  } de collega later in Teams op een computer.`;

/** Art. 5, made general: adds a respondent, who loses sight of the dossier. */
export const addRespondent = stepForm('add-respondent', {
  title: 'Beklaagde toevoegen',
  labels,
  intro: ({ complaint }) =>
    `Blijkt de klacht ook over iemand anders te gaan? Wie beklaagde is, behandelt de klacht niet en ziet het dossier niet (artikel 5). Behandelt diegene de klacht nu, dan gaat ze meteen naar een ander.${isAskedWhenAdded(complaint) ? ` Het antwoord is al ${sentLetter(complaint, 'answer') ? 'verstuurd' : 'geschreven'}. Daarom vraag ik de collega meteen om een verklaring: die leest het standpunt pas daarna.` : ''}`,
  fields: (setting) => ({
    respondent: colleague(
      setting.complaint.respondents.length > 0 ? 'Over wie gaat de klacht ook?' : 'Over wie gaat de klacht?',
      'Kies een collega uit de lijst.',
      peopleChoices(
        inOrderOfHandling(setting.desk)
          .map(({ person }) => person)
          .filter((person) => !isAmong(person, setting.complaint.respondents)),
      ),
      {
        placeholder: 'Kies een collega',
        hint: `${alreadyAbout(setting)}${withoutSearch(setting)}`,
      },
    ),
    ...(setting.complaint.unresolvedName && {
      isNamed: toggle(isNamed, 'Ja, dit is diegene', {
        proposed: namesIn(setting.complaint.unresolvedName).length === 1 ? 'true' : 'false',
        hint: `Genoemd is: “${setting.complaint.unresolvedName}”.`,
      }),
    }),
    reason: aText(
      labels.reason,
      'Schrijf op waarom de klacht ook over deze collega gaat (hoogstens 2000 tekens).',
      {
        multiline: true,
      },
    ),
    ...(isAskedWhenAdded(setting.complaint) && aboutBlock(setting)),
  }),
  command: async ({ respondent, isNamed, reason, text, mayIdentify, until }, { names }) => {
    const [person = { id: respondent, name: '' }] = await names([respondent]);
    if (outsidersIn([person])) throw new Refusal('not-a-colleague');
    return {
      respondent: person,
      reason,
      ...(isNamed && { isNamed }),
      ...(text !== undefined &&
        until !== undefined && { about: { ...forRespondent(text, mayIdentify), dueOn: until } }),
    };
  },
  done: ({ complaint }, { by, now }) => {
    const { respondents, handler } = complaint;
    if (isAmong(by, respondents)) return lostSight(complaint);
    const handled = handler
      ? `${handler.person.name} behandelt de klacht.`
      : 'De directie zoekt iemand die de klacht behandelt.';
    return `${respondents.at(-1)?.name ?? 'De collega'} is nu beklaagde. ${handled}${leavesPlace(complaint, now)}${told(complaint, now)}`;
  },
  about: {
    'respondent-already': 'respondent',
    'not-a-colleague': 'respondent',
    'text-missing': 'text',
    'too-soon': 'until',
    'gap-in-message': 'text',
    'identifies-complainant': 'text',
  },
});
