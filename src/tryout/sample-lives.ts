import type { Step } from '../procedure/model/commands.ts';
import type { PersonId } from '../procedure/model/person-id.ts';
import type { LocalDate } from '../time/local-date.ts';

/** Who plays in the sample: by what they do at Ballance, because the desk can be configured. */
export type Part = 'receiver' | 'colleague' | 'officer' | 'substitute' | 'board';

/** What is filled in depends on who plays, and on the day: `day(3)` is the third werkdag after today, `day(-3)` one before it. */
export type Cast = { id(part: Part): PersonId; name(part: Part): string; day(werkdagen: number): LocalDate };

/** One step in the life of a complaint, on that werkdag before today; what is not `typed` stays as the form proposes it. */
export type Act = {
  before: number;
  who: Part;
  step: Step | 'register';
  typed(cast: Cast): Record<string, string>;
};

type Typed = Record<string, string> | Act['typed'];

const act = (before: number, who: Part, step: Act['step'], typed: Typed = {}): Act => ({
  before,
  who,
  step,
  typed: typeof typed === 'function' ? typed : () => typed,
});
/** Registers a complaint about a colleague. */
const aboutColleague = (before: number, typed: Record<string, string>): Act =>
  act(before, 'receiver', 'register', (cast) => ({ ...typed, respondents: cast.id('colleague') }));
/** Confirms receipt, with the complaint in the words that the complainant reads. */
const acknowledge = (before: number, wording: string, who: Part = 'officer'): Act =>
  act(before, who, 'acknowledge', { wording });
const notHeard = { notHeardBecause: 'De klager en de collega hebben het telefonisch al samen besproken.' };

/** Twelve complaints, the oldest first: each in another stage, and what people did with them since. */
export const lives: readonly (readonly Act[])[] = [
  [
    act(44, 'receiver', 'register', {
      complainantName: 'De heer P. van der Meer',
      email: 'p.vandermeer@voorbeeld.nl',
      summary: 'Het eindverslag van zijn traject kwam twee weken later dan was afgesproken.',
      branch: 'Utrecht',
    }),
    acknowledge(43, 'Het eindverslag van uw traject kwam twee weken later dan was afgesproken.'),
    act(36, 'officer', 'answer', {
      position: 'Het verslag kwam later omdat u in overleg nog een gesprek had. Dat is u toen verteld.',
      judgement: 'unfounded',
      ...notHeard,
    }),
    act(8, 'officer', 'close'),
  ],
  [
    aboutColleague(40, {
      complainantName: 'Mevrouw H. Pietersen',
      representing: 'haar zoon Tim',
      email: 'h.pietersen@voorbeeld.nl',
      phone: '06 12345678',
      summary: 'Zij belde drie keer over het verslag van haar zoon en werd niet teruggebeld.',
      branch: 'Utrecht',
    }),
    acknowledge(39, 'U belde drie keer over het verslag van uw zoon en werd niet teruggebeld.'),
    act(38, 'officer', 'request-statement'),
    act(37, 'colleague', 'give-statement', {
      statement: 'De terugbelverzoeken stonden in mijn mailbox. Ik was op training en had geen vervanger.',
    }),
    act(36, 'officer', 'record-statement', {
      text: 'Ik belde op maandag, woensdag en vrijdag. Steeds zou ik worden teruggebeld.',
    }),
    act(33, 'officer', 'answer', (cast) => ({
      position: 'U had moeten worden teruggebeld. Dat is niet gebeurd, en daarvoor bieden wij excuses aan.',
      judgement: 'founded',
      proposal: `${cast.name('colleague')} belt u deze week en neemt het verslag met u door.`,
      message: `De klager had moeten worden teruggebeld. Daarvoor bieden wij excuses aan. Jij belt de klager deze week; ${cast.name('officer')} vertelt je wie het is.`,
      measure1: 'Terugbelverzoeken gaan bij afwezigheid naar een vervanger',
      until1: cast.day(-20),
    })),
    act(28, 'officer', 'object', { text: 'Ik wil weten waarom niemand de verzoeken zag.' }),
    act(27, 'officer', 'offer-hearing', (cast) => ({
      on: cast.day(-25),
      time: '10:00',
      hearingForm: 'office',
      branch: 'Utrecht',
      employeePresent: 'true',
      agreed: 'true',
    })),
    act(25, 'officer', 'record-hearing', (cast) => ({
      report: `${cast.name('colleague')} legde uit hoe het misging en bood excuses aan.`,
      proposal: 'Elke maand een vast belmoment, tot het traject is afgerond.',
      reaction: 'U was daar tevreden mee.',
      settled: 'yes',
      settlement: `Elke eerste dinsdag van de maand belt ${cast.name('colleague')} u om twee uur.`,
    })),
    act(20, 'officer', 'complete-measure'),
  ],
  [
    act(35, 'receiver', 'register', {
      complainantName: 'Mevrouw F. Yılmaz',
      email: 'f.yilmaz@voorbeeld.nl',
      summary: 'Haar gegevens zijn zonder toestemming naar haar werkgever gestuurd.',
      branch: 'Arnhem',
    }),
    acknowledge(34, 'Uw gegevens zijn zonder toestemming naar uw werkgever gestuurd.'),
    act(26, 'officer', 'answer', {
      position: 'Wij stuurden alleen de datum van de afspraak. Dat mocht volgens de overeenkomst.',
      judgement: 'unfounded',
      ...notHeard,
    }),
    act(20, 'officer', 'object', { text: 'Ook het verslag is meegestuurd. Ik heb de e-mail nog.' }),
    act(18, 'officer', 'waive-hearing'),
    act(13, 'board', 'decide', (cast) => ({
      decision: 'De klacht is gegrond: het verslag had niet meegestuurd mogen worden.',
      reasons: 'De e-mail laat zien dat het verslag als bijlage is meegegaan.',
      judgement: 'founded',
      measure1: 'Verslagen gaan alleen nog na een tweede controle de deur uit',
      until1: cast.day(8),
    })),
  ],
  [
    aboutColleague(24, {
      complainantName: 'De heer A. de Wit',
      email: 'a.dewit@voorbeeld.nl',
      summary: 'Hij vond dat hij in het intakegesprek niet werd gehoord.',
      branch: 'Arnhem',
    }),
    acknowledge(22, 'U vond dat u in het intakegesprek niet werd gehoord.'),
    act(12, 'officer', 'answer', {
      position: 'Het gesprek was korter dan gepland. Wij begrijpen dat dat vervelend was.',
      judgement: 'partly-founded',
      proposal: 'U krijgt een nieuw intakegesprek met een andere begeleider.',
      message: 'Het gesprek was korter dan gepland. De klager krijgt een nieuw gesprek met een ander.',
      ...notHeard,
    }),
    act(3, 'officer', 'object', { text: 'Het gaat mij om wat er gezegd is, niet om de tijd.' }),
    act(2, 'officer', 'offer-hearing', (cast) => ({
      on: cast.day(2),
      time: '14:00',
      hearingForm: 'office',
      branch: 'Arnhem',
      employeePresent: 'true',
      secondRepresentative: cast.id('board'),
      agreed: 'true',
    })),
  ],
  [
    act(20, 'colleague', 'register', {
      complainantName: 'Mevrouw C. Janssen',
      email: 'c.janssen@voorbeeld.nl',
      origin: 'principal',
      summary: 'De rapportage aan de gemeente klopte twee maanden achter elkaar niet.',
    }),
    act(19, 'officer', 'acknowledge'),
    act(8, 'officer', 'answer', {
      position: 'De cijfers van mei waren juist. Die van juni hebben wij hersteld.',
      judgement: 'partly-founded',
      proposal: 'U krijgt elke maand een conceptversie om na te kijken.',
      ...notHeard,
    }),
    act(1, 'officer', 'object', { text: 'Het herstel van juni is nog steeds niet compleet.' }),
  ],
  [
    act(17, 'receiver', 'register', {
      complainantName: 'De heer M. Kuiper',
      phone: '06 23456789',
      address: 'Voorbeeldlaan 12, 3511 AB Utrecht',
      summary: 'Zijn afspraak is drie keer op de dag zelf verzet.',
      branch: 'Utrecht',
    }),
    acknowledge(15, 'Uw afspraak is drie keer op de dag zelf verzet.'),
  ],
  [
    act(16, 'receiver', 'register', {
      complainantName: 'Mevrouw S. Bos',
      email: 's.bos@voorbeeld.nl',
      summary: 'De wachtkamer was dicht terwijl zij een afspraak had.',
      branch: 'Arnhem',
    }),
    acknowledge(14, 'De wachtkamer was dicht terwijl u een afspraak had.'),
    act(4, 'officer', 'answer', (cast) => ({
      position: 'De deur had open moeten zijn. Onze excuses daarvoor.',
      judgement: 'founded',
      proposal: 'Uw reiskosten worden vergoed.',
      measure1: 'De receptie controleert elke ochtend het rooster',
      owner1: cast.id('receiver'),
      until1: cast.day(5),
      ...notHeard,
    })),
  ],
  [
    act(9, 'colleague', 'register', (cast) => ({
      complainantName: 'De heer J. Willems',
      email: 'j.willems@voorbeeld.nl',
      summary: 'Hij kreeg aan de telefoon te horen dat zijn vraag niet belangrijk was.',
      respondents: cast.id('officer'),
    })),
    acknowledge(7, 'U kreeg aan de telefoon te horen dat uw vraag niet belangrijk was.', 'substitute'),
  ],
  [
    aboutColleague(7, {
      complainantName: 'Mevrouw L. van Dijk',
      email: 'l.vandijk@voorbeeld.nl',
      summary: 'Zij kreeg het verslag van iemand anders in haar brievenbus.',
      branch: 'Utrecht',
    }),
    acknowledge(6, 'U kreeg het verslag van iemand anders in uw brievenbus.'),
    act(2, 'officer', 'request-statement'),
  ],
  [
    act(5, 'colleague', 'register', {
      complainantName: 'Stichting De Brug',
      email: 'info@debrug.voorbeeld.nl',
      origin: 'partner',
      summary: 'Twee overleggen gingen niet door zonder dat iemand dat liet weten.',
    }),
    act(3, 'officer', 'acknowledge'),
  ],
  [
    act(2, 'receiver', 'register', {
      unnamed: 'anonymous',
      summary: 'Iemand belde dat er in de gang hardop over cliënten werd gesproken.',
      branch: 'Arnhem',
    }),
  ],
  [
    aboutColleague(0, {
      complainantName: 'De heer T. Vermeulen',
      phone: '06 34567890',
      summary: 'Hij wacht al drie weken op een telefoontje over zijn plan.',
      branch: 'Utrecht',
    }),
  ],
];
