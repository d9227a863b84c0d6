import type { Organisation } from '../letters/organisation.ts';

/** The words of the page, in Dutch: plain, to "u". `english.ts` has the same in English. */
export const dutch = {
  lang: 'nl',
  otherLang: 'en',
  inOther: 'This form in English',
  title: 'Een klacht doorgeven',
  intro:
    'Bent u niet tevreden over Ballance, of over hoe wij met u omgaan? Vertel het ons met dit formulier. Wij zoeken graag samen met u naar een oplossing.',
  orTalk: 'Praat u liever met iemand? Bel of mail ons.',
  next: 'Wat gebeurt er met uw klacht?',
  toWhom:
    'Uw klacht komt meteen bij de klachtenfunctionaris van Ballance. Gaat uw klacht over die collega zelf? Dan behandelt een ander uw klacht.',
  days: (acknowledge: string, answer: string) =>
    `Verstuurt u dit formulier vandaag? Dan krijgt u uiterlijk ${acknowledge} een bevestiging, en uiterlijk ${answer} ons schriftelijke antwoord.`,
  bothSides:
    'Gaat uw klacht over een medewerker? Dan vragen wij ook die medewerker wat er is gebeurd. Zo horen wij beide kanten.',
  kept: (years: string) =>
    `Wij bewaren uw klacht tot ${years} jaar nadat zij is afgerond. Daarna wissen wij uw gegevens.`,
  privacy: 'Lees onze privacyverklaring (opent in een nieuw venster)',
  regulation: 'Lees de hele klachtenregeling (opent in een nieuw venster)',
  optional: '(hoeft niet)',
  yourComplaint: 'Uw klacht',
  you: 'Over u',
  yourChoice: 'Uw keuze',
  yourDocuments: 'Documenten',
  labels: {
    inhoud: 'Waar gaat uw klacht over?',
    overWie: 'Over wie gaat uw klacht?',
    vestiging: 'Bij welke vestiging?',
    naam: 'Uw naam',
    namens: 'Namens wie dient u de klacht in?',
    email: 'E-mailadres',
    telefoon: 'Telefoonnummer',
    postadres: 'Postadres',
    documenten: 'Kies documenten',
  },
  hints: {
    inhoud: 'Wat is er gebeurd, en wanneer? En wat wilt u dat wij doen? Hoogstens 2000 tekens.',
    overWie: 'Gaat uw klacht over een medewerker? Schrijf dan de naam op, als u die weet.',
    vestiging: '',
    naam: '',
    namens: 'Alleen als u de klacht voor iemand anders indient.',
    email: 'Hierop krijgt u de bevestiging en ons antwoord.',
    telefoon: '',
    postadres: 'Hebt u geen e-mailadres? Dan sturen wij u een brief.',
    documenten:
      'Hoogstens 5, ieder hoogstens 25 MB. U kunt deze soorten sturen: PDF, Word, Excel, ODT, tekst, e-mail (EML, MSG), foto (JPG, PNG, HEIC) en geluid (MP3, M4A).',
  },
  noBranch: 'Weet ik niet, of niet van toepassing',
  howToReach: 'Hoe bereiken wij u? Vul ten minste een van deze drie in.',
  reach:
    'Vul ten minste uw e-mailadres, telefoonnummer of postadres in. Anders kunnen wij u niet antwoorden.',
  unreachable: 'Ik hoef geen bevestiging en geen antwoord.',
  trap: 'Laat dit veld leeg',
  send: 'Klacht versturen',
  errors: 'Uw klacht is nog niet verstuurd',
  errorsBelow: 'Pas dit aan, en verstuur het formulier dan opnieuw. Wat u hebt ingevuld, staat er nog.',
  mistake: 'Fout:',
  sendAgain: {
    fast: 'Dat ging heel snel. Kijk het formulier nog even na, en verstuur het dan opnieuw.',
    trap: 'Kijk het formulier nog even na, en verstuur het dan opnieuw.',
    old: 'Het formulier stond lang open. Kijk het nog even na, en verstuur het dan opnieuw.',
    used: 'Met dit formulier hebt u al een klacht verstuurd. Die hebben wij. Wat u daarna hebt veranderd, hebben wij niet. Wilt u dit als een nieuwe klacht versturen? Verstuur het formulier dan opnieuw.',
    busy: (wait: string) =>
      `Er komen nu te veel formulieren binnen. Wacht ${wait}, en verstuur het formulier dan opnieuw.`,
    failed: (phone: string) =>
      `Het versturen is niet gelukt. Dat ligt aan ons. Probeer het over een paar minuten opnieuw, of bel ${phone}.`,
  },
  chooseAgain: (names: string) => `Kies uw documenten opnieuw: ${names}. Uw browser bewaart ze niet.`,
  documents: {
    many: 'Kies hoogstens 5 documenten. U stuurde er meer. Kies ze opnieuw: uw browser bewaart ze niet.',
    empty: (name: string) => `${name} is leeg. Kies een ander document.`,
    kind: (name: string) =>
      `${name} is een soort document dat wij niet kunnen bewaren. Sla het op als PDF, of maak er een foto van, en stuur dat.`,
    'too-large': (name: string) => `${name} is te groot: hoogstens 25 MB.`,
    other: (name: string) => `${name} is niet goed aangekomen.`,
  },
  wait: (minutes: number) => (minutes === 1 ? 'een minuut' : `${minutes} minuten`),
  received: 'Wij hebben uw klacht',
  number: 'Uw nummer is',
  useNumber: 'Noem dit nummer als u ons belt of schrijft. U kunt deze pagina ook printen of bewaren.',
  repeated: 'U hebt dit formulier meer dan een keer verstuurd. Voor ons is het één klacht.',
  sameText:
    'U hebt deze klacht al eerder aan ons gestuurd, precies zo ingevuld. Voor ons is het één klacht, met één nummer.',
  further: 'Wat gebeurt er nu?',
  acknowledged: (email: string) => `U krijgt zo een bevestiging per e-mail, op ${email}.`,
  acknowledgedBefore: (email: string) => `De bevestiging sturen wij per e-mail naar ${email}.`,
  acknowledgeBy: (day: string) => `U krijgt uiterlijk ${day} een schriftelijke bevestiging.`,
  answerBy: (day: string) =>
    `U hebt uiterlijk ${day} ons schriftelijke antwoord. Daarin staat ook wat u kunt doen als u het er niet mee eens bent.`,
  noAddress:
    'U hebt geen e-mailadres en geen postadres ingevuld. Daarom kunnen wij u geen bevestiging en geen antwoord sturen. Wilt u die wel? Bel of mail ons, en noem uw nummer.',
  noReply:
    'U hebt gekozen dat u geen bevestiging en geen antwoord hoeft. Daarom krijgt u die niet vanzelf. Wij behandelen uw klacht wel. Wilt u toch een antwoord? Bel of mail ons, en noem uw nummer.',
  nobody: {
    may: 'Uw klacht noemt iedereen die bij ons klachten mag behandelen. Niemand behandelt een klacht over zichzelf. Zoals het nu is, mag dus niemand bij Ballance uw klacht behandelen.',
    noDays:
      'Daarom kunnen wij u geen antwoord beloven, en geen dag. Komt er iemand die uw klacht wel mag behandelen? Dan gaat uw klacht meteen naar die persoon.',
    court:
      'U hoeft daar niet op te wachten. U kunt met uw klacht naar de rechter (artikel 10 van onze klachtenregeling). Op www.juridischloket.nl leest u gratis wat u kunt doen.',
    contact: (phone: string, email: string, address: string) =>
      `Gaat uw klacht niet over al deze collega's, of wilt u met iemand anders praten? Bel, mail of schrijf ons, en noem uw nummer: ${phone}, ${email}, ${address}.`,
  },
  closed: 'Deze klacht is al afgesloten. Hebt u daar vragen over? Bel of mail ons, en noem uw nummer.',
  noted: 'Dit hebt u ons gestuurd',
  notKept: 'Deze documenten hebben wij niet',
  mailThem: (email: string) => `Wilt u ze alsnog sturen? Mail ze naar ${email}, en noem uw nummer.`,
  another: 'Nog een klacht doorgeven',
  contact: 'Zo bereikt u ons',
  plain: {
    large: 'Uw documenten zijn samen te groot',
    flood: 'Er komt te veel binnen',
    broken: 'Dit formulier is niet goed aangekomen',
  },
  goBack:
    'Er is niets verstuurd. Ga terug naar het formulier. In de meeste browsers staat daar nog wat u hebt ingevuld.',
  fewer: 'Kies minder of kleinere documenten, of mail ze ons later.',
  open: 'Open het formulier opnieuw',
};

/** What the page says, in one language. */
export type Words = typeof dutch;

/** Tells a complainant that nobody may handle the complaint (Art. 10), what they can do, and how else they reach Ballance. */
export const toldOfNobody = (
  { nobody: { may, noDays, court, contact } }: Words,
  { phone, email, address }: Pick<Organisation, 'phone' | 'email' | 'address'>,
): string[] => [may, noDays, court, contact(phone, email, address)];
