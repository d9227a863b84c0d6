import { listed } from '../../letters/words.ts';
import type { Desk, DeskRole } from '../../procedure/model/desk.ts';
import { type Action, type Button, buttons } from './button.ts';
import { type Card, template } from './template.ts';

type Data = {
  title: string;
  intro: string;
  first: { number: string; text: string }[];
  points: string[];
  actions: Action[];
};

const fill = template<Data>('help');

const register: Button = { title: 'Klacht registreren', verb: 'ask-register', main: true };
const mine: Button = { title: 'Mijn klachten', verb: 'my-complaints' };
const cases: Button = { title: 'Mijn zaken', verb: 'cases' };
const deadlines: Button = { title: 'Termijnen van vandaag', verb: 'deadlines' };
const absence: Button = { title: 'Afwezigheid', verb: 'absence-form' };
const yearReport: Button = { title: 'Jaaroverzicht', verb: 'year-report' };
const boardReport: Button = { title: 'Jaarverslag', verb: 'board-report' };

/** What the bot does for everybody, and for each role at the desk. */
const forAll = [
  'Hoor je dat iemand niet tevreden is? Registreer de klacht hier, of typ “klacht” en daarachter wat je hoort. Dat kost je een minuut. De klacht gaat meteen naar wie haar behandelt, en jij leest hier wie dat is.',
  'Met “mijn klachten” zie je hoe ver de klachten zijn die jij hebt geregistreerd.',
  'Met “termijnen 24-12-2026” reken je uit wat er wanneer moet gebeuren als een klacht op die dag binnenkomt.',
];
const forHandlers = [
  'Je krijgt een kaart zodra een klacht bij jou hoort, en een herinnering voordat een termijn afloopt.',
  'Met “zaken” zie je welke klachten bij jou open staan; met “zaak 12” open je er een.',
  'Met “zoek jansen utrecht” vind je een klacht terug, ook een gesloten: op naam, nummer, vestiging of een woord uit de tekst.',
  'Met “jaaroverzicht 2026” krijg je de klachten van dat jaar in cijfers, als bestand voor Excel.',
  'Met “jaarverslag 2026” krijg je het verslag voor de directie, als bestand voor Word; met “jaarverslag 2026 kwartaal 3” dat van een kwartaal.',
];

const forAudit =
  'Met “registerlijst 2026” krijg je de klachten van dat jaar voor wie het register controleert, zonder namen en nummers, als bestand voor Excel.';

const roles: Record<DeskRole, { intro: string; points: string[]; buttons: Button[] }> = {
  colleague: {
    intro: 'Ik help je met de klachtenregeling van Ballance.',
    points: forAll,
    buttons: [register, mine, deadlines],
  },
  officer: {
    intro: 'Jij bent de klachtenfunctionaris (artikel 5).',
    points: [
      ...forHandlers,
      forAudit,
      ...forAll,
      'Ben je weg? Geef dat door met “afwezig”: dan gaan nieuwe klachten naar je vervanger.',
    ],
    buttons: [register, cases, mine, deadlines, absence, yearReport, boardReport],
  },
  substitute: {
    intro: 'Jij vervangt de klachtenfunctionaris als de klacht over hem gaat of als hij weg is (artikel 5).',
    points: [...forHandlers, ...forAll, 'Ben je weg? Geef dat door met “afwezig”.'],
    buttons: [register, cases, mine, deadlines, absence, yearReport, boardReport],
  },
  board: {
    intro:
      'Jij zit in de directie: die neemt de definitieve beslissing (artikel 8), en behandelt een klacht als niemand anders dat kan.',
    points: [...forHandlers, forAudit, ...forAll],
    buttons: [register, cases, mine, deadlines, yearReport, boardReport],
  },
};

export type HelpView = {
  role: DeskRole;
  /** Whether the bot has just been installed. */
  isNew?: boolean;
  /** Who is at the desk, where its reader is shown what to do first. */
  desk?: Desk;
};

/** The card of each role, drawn when it is first asked for: it is the same for everybody. */
const known = new Map<DeskRole, Card>();

/** Draws what the bot does for the reader, in their role; to somebody new at the desk also what to do first. */
export function helpCard({ role, ...view }: HelpView): Card {
  if (view.isNew || view.desk) return drawn({ role, ...view });
  const card = known.get(role) ?? drawn({ role });
  known.set(role, card);
  return card;
}

function drawn({ role, isNew = false, desk }: HelpView): Card {
  const { intro, points, buttons: list } = roles[role];
  return fill({
    title: isNew ? 'Welkom bij Klachtenbot' : 'Klachtenbot',
    intro,
    first: desk && role !== 'colleague' ? numbered(firstThings(desk, role)) : [],
    points,
    actions: buttons(list),
  });
}

const numbered = (texts: readonly string[]) =>
  texts.map((text, index) => ({ number: String(index + 1), text }));

/** Words the five things that somebody new at the desk does first. */
const firstThings = ({ officer, substitutes, board }: Desk, role: DeskRole): string[] => [
  'Koppel het kanaal waar de herinneringen en het overzicht van elke werkdag moeten komen: typ daar “@Klachtenbot koppel”.',
  `Kijk na wie klachten behandelt. Klachtenfunctionaris: ${officer.name}. Vervangers: ${listed(substitutes.map(({ name }) => name)) || 'niemand'}. Directie: ${listed(board.map(({ name }) => name))}. Klopt dat niet? Vraag wie de bot beheert om het aan te passen.`,
  role === 'board'
    ? 'Bekijk met “Jaaroverzicht” de cijfers die je krijgt: klachten die over jou gaan, staan er voor jou niet in.'
    : 'Ben je binnenkort weg? Geef het door met “Afwezigheid”, en lees daar wie er dan invalt.',
  'Reken met “Termijnen van vandaag” uit wat er wanneer moet gebeuren als er nu een klacht binnenkomt.',
  `Oefen met “Klacht registreren”: zet “proef” in de korte inhoud. ${role === 'officer' ? 'Ze komt echt in het register; sluit haar daarna met “Klacht ingetrokken”.' : `Ze komt echt in het register, bij ${officer.name}: vraag om haar daarna te sluiten.`} Stuur je mij een brief of foto, dan vraag ik bij welke zaak die hoort.`,
];

/** Draws what the bot does in a channel, where everybody reads along. */
export const channelHelpCard = (isNew = false): Card =>
  fill({
    title: isNew ? 'Klachtenbot is er nu ook in dit team' : 'Klachtenbot in dit kanaal',
    intro: 'Ik help met de klachtenregeling van Ballance.',
    first: [],
    points: [
      'Typ “@Klachtenbot koppel” in het kanaal dat de herinneringen en het overzicht van elke werkdag moet krijgen. Dat kunnen de klachtenfunctionaris, een vervanger en de directie.',
      '“@Klachtenbot overzicht” laat in dat kanaal de open klachten van nu zien; “@Klachtenbot ontkoppel” maakt dat er niets meer komt.',
      'Hier staan alleen nummers, artikelen en termijnen, want iedereen leest mee: nooit namen of wat er is gebeurd.',
      'Een klacht registreer je in de persoonlijke chat met mij: open die en typ “klacht”.',
    ],
    actions: [],
  });
