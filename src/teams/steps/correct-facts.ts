import { togetherWith } from '../../procedure/articles/art04-corrections.ts';
import { type Manner, manners, type Origin, origins } from '../../procedure/model/complaint.ts';
import { inOrderOfHandling, isAmong } from '../../procedure/model/desk.ts';
import { mannerWords, originWords, roleWords } from '../cards/words.ts';
import {
  address,
  type Choice,
  choice,
  choicesOf,
  email,
  type Field,
  optionalText,
  text,
  toggle,
} from '../form/fields.ts';
import { lostSight } from './add-respondent.ts';
import { lessonField, lessonLabels, subjectField } from './learning-section.ts';
import { branchField } from './ranges-and-choices.ts';
import { type Setting, stepForm } from './step.ts';

const multiline = { multiline: true };

const labels = {
  complainantName: 'Naam van de klager',
  representing: 'Ingediend namens',
  email: 'E-mailadres van de klager',
  phone: 'Telefoonnummer van de klager',
  address: 'Postadres van de klager',
  branch: 'Vestiging',
  summary: 'Korte inhoud',
  unresolvedName: 'Naam van de collega',
  ...lessonLabels,
  reason: 'Reden',
};

const nobody = 'none';

/** Makes the field for whom at the desk another name means; nobody is chosen before, and without another name it is not asked. */
function meantField({ desk, complaint: { respondents } }: Setting): Field<string | undefined> {
  const people = inOrderOfHandling(desk).filter(({ person }) => !isAmong(person, respondents));
  const choices: Choice[] = [
    { title: 'Nee, over iemand anders', value: nobody },
    ...people.map(({ person: { id, name }, role }) => ({ title: `${name} (${roleWords[role]})`, value: id })),
  ];
  return {
    label: 'Gaat de klacht over een van hen?',
    input: { type: 'Input.ChoiceSet', style: 'expanded', wrap: true, choices },
    proposed: '',
    hint: 'Kies dit als je de naam van de collega verandert. Wie je kiest, is dan beklaagde en ziet het dossier niet meer.',
    read: (form, id) =>
      form.optionalChoice(
        id,
        choices.map(({ value }) => value),
      ),
  };
}

const fields = (setting: Setting) => {
  const { complainant, origin, summary, manner, unresolvedName, closed } = setting.complaint;
  const together = togetherWith(setting.complaint);
  return {
    complainantName: text(labels.complainantName, 'Vul de naam van de klager in (hoogstens 200 tekens).', {
      proposed: complainant.name,
    }),
    ...(together.length > 0 && {
      isSamePerson: toggle(
        `Verander je de naam? Deze klacht gaat samen verder met ${together.join(', ')}`,
        'Het is nog steeds dezelfde klager',
      ),
    }),
    representing: optionalText(labels.representing, { proposed: complainant.representing }),
    email: email(labels.email, { proposed: complainant.email }),
    phone: optionalText(labels.phone, { proposed: complainant.phone }),
    address: address(labels.address, { proposed: complainant.address }),
    origin: choice<Origin>('Herkomst', 'Kies waar de klacht vandaan komt.', choicesOf(origins, originWords), {
      proposed: origin,
    }),
    branch: branchField(labels.branch, setting),
    summary: text(labels.summary, 'Schrijf kort op waar de klacht over gaat (hoogstens 2000 tekens).', {
      ...multiline,
      proposed: summary,
    }),
    ...((unresolvedName || !closed) && {
      unresolvedName: optionalText(labels.unresolvedName, {
        proposed: unresolvedName,
        hint: 'Van een collega over wie de klacht gaat en die nog moet worden gekozen. Kun je nu kiezen? Ga dan terug en druk op “Beklaagde toevoegen”. Gaat de klacht niet over een collega? Laat dit dan leeg.',
      }),
    }),
    ...(!closed && { meant: meantField(setting) }),
    notAbout: toggle(
      'Staat er nu een naam in van iemand die klachten behandelt of erover beslist?',
      'De klacht gaat niet over diegene',
    ),
    manner: choice<Manner>(
      'Wijze van ontvangst',
      'Kies hoe de klacht is ontvangen: mondeling of schriftelijk.',
      choicesOf(manners, mannerWords),
      { proposed: manner },
    ),
    subject: subjectField(setting),
    lesson: lessonField(setting),
    reason: text(
      labels.reason,
      'Schrijf op waarom je de gegevens verbetert (hoogstens 2000 tekens).',
      multiline,
    ),
  };
};

/** Corrects facts of Art. 4; the old ones stay in the journal. */
export const correctFacts = stepForm('correct-facts', {
  title: 'Gegevens corrigeren',
  labels,
  intro:
    'Klopt iets niet van wat is geregistreerd (artikel 4)? Verbeter het hier. Wat er stond, blijft in het logboek staan, met de reden.',
  fields,
  command: (typed, setting) => {
    const { complaint } = setting;
    const {
      complainantName: name,
      representing,
      email,
      phone,
      address,
      origin,
      summary,
      manner,
      reason,
      notAbout,
      isSamePerson,
    } = typed;
    const people = inOrderOfHandling(setting.desk).map(({ person }) => person);
    const meant = typed.meant && people.filter(({ id }) => id === typed.meant);
    // An emptied branch, name or lesson is recorded as '', because an absent one counts as not corrected.
    const [branch, unresolvedName, lesson] = (['branch', 'unresolvedName', 'lesson'] as const).map(
      (field) => typed[field] ?? (complaint[field] === undefined ? undefined : ''),
    );
    const subject = typed.subject || (complaint.subject && typed.subject);
    const { name: before, unnamed } = setting.complaint.complainant;
    const complainant = {
      name,
      representing,
      email,
      phone,
      address,
      ...(name === before && unnamed && { unnamed }),
    };
    return {
      to: { complainant, origin, branch, summary, manner, unresolvedName, subject, lesson },
      reason,
      notAbout,
      ...(isSamePerson && { isSamePerson }),
      ...(meant && { meant }),
    };
  },
  about: { 'named-in-text': 'notAbout', 'meant-not-said': 'meant', 'merged-complainant': 'isSamePerson' },
  done: ({ complaint }, { by }) =>
    isAmong(by, complaint.respondents)
      ? lostSight(complaint)
      : 'De gegevens zijn verbeterd. Wat er stond, staat nog in het logboek.',
});
