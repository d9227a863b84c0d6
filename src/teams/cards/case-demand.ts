import { bothSidesHeard } from '../../procedure/articles/art00-both-sides.ts';
import { mustHearOfNoHandler } from '../../procedure/articles/art05-no-handler.ts';
import { lastReceipt } from '../../procedure/articles/art07-objection.ts';
import type { Running } from '../../procedure/deadlines.ts';
import type { Step } from '../../procedure/model/commands.ts';
import type { Appointment, Complaint } from '../../procedure/model/complaint.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { shortened } from '../form/text.ts';

/** Words what a running deadline demands of the handler. */
export function demandOf(deadline: Running, complaint: Complaint, today: LocalDate, can: Can): string {
  const { kind, measure: id, dueOn } = deadline;
  if (!complaint.handler && deadline.owedBy === 'ballance' && kind !== 'measure')
    return ofNobody(complaint, can);
  switch (kind) {
    case 'forward':
      return 'Geef de klacht vandaag nog door aan de klachtenfunctionaris.';
    case 'acknowledge':
      return 'Bevestig de klager schriftelijk dat de klacht ontvangen is.';
    case 'answer':
      if (deadline.excused) return toUnnamed(complaint, can);
      return bothSidesHeard(complaint)
        ? `Beide kanten zijn gehoord. Zorg dat de klager een schriftelijk antwoord heeft.${byPost(deadline, complaint, today)}`
        : `Hoor beide kanten en zorg dat de klager een schriftelijk antwoord heeft.${byPost(deadline, complaint, today)}`;
    case 'objection':
      return today > dueOn ? afterTheMonth(dueOn, today) : withinTheMonth(dueOn);
    case 'hearing':
      return complaint.stage === 'objected'
        ? 'Bied de klager een gesprek aan om de klacht mondeling toe te lichten.'
        : toHold(complaint.appointment, today);
    case 'decision':
      return `De directie beslist. Zorg dat de klager de beslissing heeft.${byPost(deadline, complaint, today)}`;
    case 'measure': {
      const measure = complaint.measures.find((one) => one.id === id);
      const then = can('complete-measure') ? ' Is dat zo? Vink de maatregel dan af.' : '';
      return `${measure?.owner} zorgt dat deze maatregel wordt uitgevoerd: “${measure?.what.trim().replace(/\.$/, '')}”.${then}`;
    }
    default:
      return kind satisfies never;
  }
}

/** Of the month of Art. 7: what to do after it where nothing is heard. */
const withinTheMonth = (dueOn: LocalDate): string =>
  `Wacht af of de klager het eens is met het antwoord. Hoor je niets? Sluit het dossier dan na ${longDate(lastReceipt(dueOn))}: tot en met die dag kan er nog een bezwaar komen dat op tijd is verstuurd.`;

/** Of a month that passed without an objection (Art. 7): until when one that was sent in time can come in, and what to do after that. */
function afterTheMonth(dueOn: LocalDate, today: LocalDate): string {
  const last = lastReceipt(dueOn);
  return today > last
    ? 'Er is geen bezwaar vastgelegd. Sluit het dossier, of leg een laat bezwaar vast.'
    : `Er is geen bezwaar vastgelegd. Wat op tijd is verstuurd, telt nog als het er uiterlijk op ${longDate(last)} is. Sluit het dossier daarna, of leg een laat bezwaar vast.`;
}

/** Of a hearing that was offered (Art. 8): when and where it is, or that it is over and is to be recorded. */
function toHold(appointment: Appointment | undefined, today: LocalDate): string {
  if (!appointment) return 'Houd het gesprek en leg het vast.';
  const { on, time, form, branch } = appointment;
  const where =
    form === 'phone' ? ', telefonisch' : branch ? `, in ${shortened(branch, 100)}` : ', op kantoor';
  const when = `${longDate(on)} om ${time} uur${where}`;
  return today > on
    ? `Het gesprek was gepland op ${when}. Leg het vast, of bied een ander moment aan.`
    : `Houd het gesprek: ${when}. Leg het daarna vast.`;
}

/** Of a complaint that nobody may handle: nothing of the article can be done, but telling the complainant (Art. 5 and 10). */
export const ofNobody = (complaint: Complaint, can: Can): string => {
  const nobody = 'Niemand bij Ballance mag deze klacht behandelen (artikel 5).';
  if (!mustHearOfNoHandler(complaint))
    return `${nobody} Er hoeft nu niets te gebeuren. Mag iemand haar later toch behandelen, dan gaat ze vanzelf daarheen.`;
  return `${nobody} ${can('announce-no-handler') ? 'Laat de klager dat weten met “Klager informeren”.' : 'De klager hoort dat per brief.'}`;
};

/** Of a complaint of which nobody knows who complains: there is nobody to write to (Art. 5 and 6). */
function toUnnamed({ respondents }: Complaint, can: Can): string {
  const some = respondents.length > 0;
  return can('answer')
    ? `Zoek uit wat je kunt${some ? ', hoor over wie de klacht gaat,' : ''} en leg met “Antwoord versturen” vast wat Ballance van de klacht vindt en wat ze doet. Er gaat geen brief uit.`
    : `Wie de klacht behandelt, zoekt uit wat kan${some ? ', hoort over wie de klacht gaat,' : ''} en legt vast wat Ballance van de klacht vindt en wat ze doet. Er gaat geen brief uit.`;
}

/** Words, where no e-mail address is known, that the last day to post has come or passed while there is still time. */
function byPost(deadline: Running, complaint: Complaint, today: LocalDate): string {
  const { lastDayByPost, lastDayToAct } = deadline;
  if (deadline.excused || complaint.complainant.email || !lastDayByPost || lastDayByPost === lastDayToAct)
    return '';
  if (today === lastDayByPost) return ' Gaat de brief per post? Dan is het vandaag de laatste dag.';
  return today > lastDayByPost && lastDayToAct && today <= lastDayToAct
    ? ' Per post komt de brief niet meer op tijd. Mail hem of geef hem af.'
    : '';
}

/** Tells whether the reader has the button of a step: no remark names one that they have not. */
export type Can = (step: Step) => boolean;
