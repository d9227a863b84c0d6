import { bothSidesHeard } from '../../procedure/articles/art00-both-sides.ts';
import { mustHearOfNoHandler } from '../../procedure/articles/art05-no-handler.ts';
import { lastReceipt } from '../../procedure/articles/art07-objection.ts';
import type { Running } from '../../procedure/deadlines.ts';
import type { Step } from '../../procedure/model/commands.ts';
import type { Appointment, Complaint } from '../../procedure/model/complaint.ts';
import type { PersonId } from '../../procedure/model/person-id.ts';
import { longDate } from '../../time/dutch-date.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { shortened } from '../form/text.ts';

/** Who reads a card: whether they handle the complaint (as of now, also standing in), and which buttons they have. */
export type Reader = { id: PersonId; handles: boolean; can: Can };

/** Finds whom to name to a reader who does not handle it; undefined to who does, whom the card tells what to do. */
export const otherHandler = (
  { handler }: Pick<Complaint, 'handler'>,
  { handles }: Reader,
): string | undefined => (handles ? undefined : (handler?.person.name ?? 'Wie de klacht behandelt'));

/** Words what a running deadline demands of the handler; to another reader, what the handler does about it. */
export function demandOf(deadline: Running, complaint: Complaint, today: LocalDate, reader: Reader): string {
  const { kind, dueOn } = deadline;
  const { can } = reader;
  const who = otherHandler(complaint, reader);
  if (!complaint.handler && deadline.owedBy === 'ballance' && kind !== 'measure')
    return ofNobody(complaint, can);
  switch (kind) {
    case 'forward':
      return 'De klacht gaat vandaag nog naar de klachtenfunctionaris.';
    case 'acknowledge':
      return who
        ? `${who} bevestigt de klager schriftelijk dat de klacht ontvangen is.`
        : 'Bevestig de klager schriftelijk dat de klacht ontvangen is.';
    case 'answer':
      return deadline.excused
        ? toUnnamed(complaint, can)
        : `${toAnswer(complaint, who)}${byPost(deadline, complaint, today, !who)}`;
    case 'objection':
      return today > dueOn ? afterTheMonth(dueOn, today, who) : withinTheMonth(dueOn, who);
    case 'hearing':
      if (complaint.stage !== 'objected') return toHold(complaint.appointment, today, who);
      return `${who ? `${who} biedt` : 'Bied'} de klager een gesprek aan om de klacht mondeling toe te lichten.`;
    case 'decision':
      return `De directie beslist${can('decide') ? '. Zorg' : ' en zorgt'} dat de klager de beslissing heeft.${byPost(deadline, complaint, today, can('decide'))}`;
    case 'measure':
      return ofMeasure(deadline, complaint, reader);
    default:
      return kind satisfies never;
  }
}

/** Of an answer (Art. 6): what was heard, or is to be heard first (Inleiding). */
function toAnswer(complaint: Complaint, who: string | undefined): string {
  const heard = bothSidesHeard(complaint);
  if (!who)
    return `${heard ? 'Beide kanten zijn gehoord. Zorg' : 'Hoor beide kanten en zorg'} dat de klager een schriftelijk antwoord heeft.`;
  return heard
    ? `Beide kanten zijn gehoord. ${who} zorgt dat de klager een schriftelijk antwoord heeft.`
    : `${who} hoort beide kanten en zorgt dat de klager een schriftelijk antwoord heeft.`;
}

/** Of a measure: who takes it, and what the handler does about it. */
function ofMeasure({ measure: id }: Running, complaint: Complaint, reader: Reader): string {
  const measure = complaint.measures.find((one) => one.id === id);
  const what = `dat deze maatregel wordt uitgevoerd: “${measure?.what.trim().replace(/\.$/, '')}”`;
  const who = otherHandler(complaint, reader);
  if (who)
    return `${measure?.owner} zorgt ${what}.${complaint.handler ? ` ${who} houdt bij of het is gebeurd.` : ''}`;
  if (measure?.ownerId === reader.id) return `Jij zorgt ${what}. Is het gebeurd? Vink de maatregel dan af.`;
  return `${measure?.owner} zorgt ${what}. Jij houdt bij of het is gebeurd: vraag ernaar. Is het zo? Vink de maatregel dan af.`;
}

/** Of the month of Art. 7: what to do after it where nothing is heard. */
function withinTheMonth(dueOn: LocalDate, who: string | undefined): string {
  const last = longDate(lastReceipt(dueOn));
  return who
    ? `${who} wacht af of de klager het eens is met het antwoord. Na ${last} sluit ${who} het dossier als er niets is gekomen: tot en met die dag kan er nog een bezwaar komen dat op tijd is verstuurd.`
    : `Wacht af of de klager het eens is met het antwoord, en leg vast wat je hoort. Hoor je niets? Sluit het dossier dan na ${last}: tot en met die dag kan er nog een bezwaar komen dat op tijd is verstuurd.`;
}

/** Of a month that passed without an objection (Art. 7): until when one that was sent in time can come in, and what to do after that. */
function afterTheMonth(dueOn: LocalDate, today: LocalDate, who: string | undefined): string {
  const last = lastReceipt(dueOn);
  const until = `Wat op tijd is verstuurd, telt nog als het er uiterlijk op ${longDate(last)} is. `;
  const then = today > last ? '' : ' daarna';
  const next = who
    ? `${who} sluit het dossier${then}, of legt een laat bezwaar vast.`
    : `Sluit het dossier${then}, of leg een laat bezwaar vast.`;
  return `Er is geen bezwaar vastgelegd. ${today > last ? '' : until}${next}`;
}

/** Of a hearing that was offered (Art. 8): when and where it is, or that it is over and is to be recorded. */
function toHold(appointment: Appointment | undefined, today: LocalDate, who: string | undefined): string {
  if (!appointment)
    return who ? `${who} houdt het gesprek en legt het vast.` : 'Houd het gesprek en leg het vast.';
  const { on, time, form, branch } = appointment;
  const where =
    form === 'phone' ? ', telefonisch' : branch ? `, in ${shortened(branch, 100)}` : ', op kantoor';
  const when = `${longDate(on)} om ${time} uur${where}`;
  if (today > on)
    return `Het gesprek was gepland op ${when}. ${who ? `${who} legt het vast, of biedt` : 'Leg het vast, of bied'} een ander moment aan.`;
  return who
    ? `${who} houdt het gesprek: ${when}. Daarna legt ${who} het vast.`
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
function byPost(deadline: Running, complaint: Complaint, today: LocalDate, sends: boolean): string {
  const { lastDayByPost, lastDayToAct } = deadline;
  if (deadline.excused || complaint.complainant.email || !lastDayByPost || lastDayByPost === lastDayToAct)
    return '';
  if (today === lastDayByPost) return ' Gaat de brief per post? Dan is het vandaag de laatste dag.';
  return today > lastDayByPost && lastDayToAct && today <= lastDayToAct
    ? ` Per post komt de brief niet meer op tijd.${sends ? ' Mail hem of geef hem af.' : ''}`
    : '';
}

/** Tells whether the reader has the button of a step: no remark names one that they have not. */
export type Can = (step: Step) => boolean;
