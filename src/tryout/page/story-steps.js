/**
 * The steps of a whole course: what is said about each (`text`, with its article) and what is done. `who` is a part of the cast;
 * words between braces are filled in by the story.
 *
 * - types: types a message in the chat
 * - opens: presses a button that leads to a form with the field `form`
 * - fills: fills in the form, by the labels of its fields
 * - presses: presses a button in the form, after which there is something in the field `written`
 * - sends: sends the form, which disappears when that succeeds
 * - meets: the first besides the receiver to hear of the complaint plays that part from now on
 * - reads: waits until a message about the complaint, or with those words, arrives
 * - workdays, day: moves time, by so many werkdagen or to that day
 */
export const steps = [
  {
    text: '{officer} koppelt eerst het kanaal. Herinneringen en het overzicht van elke werkdag komen daar binnen, zonder namen.',
    acts: [
      { who: 'channel', types: 'koppel' },
      { who: 'channel', reads: 'gekoppeld' },
    ],
  },
  {
    article: 'Artikel 4 · Registreren',
    text: '{receiver} heeft mevrouw Pietersen aan de telefoon, die niet tevreden is. Ze typt “klacht” en vult het formulier in: herkomst, korte inhoud, datum en wijze van ontvangst.',
    acts: [
      { who: 'receiver', types: 'klacht' },
      {
        who: 'receiver',
        fills: {
          'Naam van de klager': 'Mevrouw Pietersen',
          'E-mailadres': 'a.pietersen@voorbeeld.nl',
          'Korte inhoud': '{respondent} heeft drie keer beloofd terug te bellen en deed dat niet.',
          'Over wie gaat de klacht?': '{respondent}',
        },
      },
      { who: 'receiver', sends: 'Klacht registreren' },
      { who: 'receiver', reads: 'is geregistreerd' },
      { meets: 'handler' },
    ],
  },
  {
    article: 'Artikel 5 · Doorgeven',
    text: 'Nog dezelfde dag, binnen een paar seconden, ligt klacht {number} bij {handler}, die haar behandelt. De kaart zegt wat er moet gebeuren, tot wanneer, en waarom die datum.',
    acts: [],
  },
  {
    article: 'Artikel 2 · De klok loopt',
    text: 'Het is de volgende werkdag. Om half negen staat het overzicht in het kanaal: alleen nummers en data.',
    acts: [{ workdays: 1 }, { who: 'channel', reads: '{number}' }],
  },
  {
    article: 'Artikel 5 · Ontvangst bevestigen',
    text: '{handler} bevestigt de ontvangst, uiterlijk op de vijfde werkdag. De brief staat klaar, met hoe het verder gaat: nalezen, en versturen.',
    acts: [
      { who: 'handler', opens: 'Ontvangst bevestigen', form: 'Brief' },
      { who: 'handler', sends: 'Ontvangst bevestigen' },
    ],
  },
  {
    article: 'Algemeen · Hoor en wederhoor',
    text: '{handler} vraagt {respondent} om een verklaring. Die krijgt daarvoor een kaart in de eigen chat, en ziet het dossier niet.',
    acts: [
      { who: 'handler', opens: 'Wederhoor vragen', form: 'Wie vraag je om een verklaring?' },
      { who: 'handler', sends: 'Wederhoor vragen' },
      { who: 'respondent', reads: '{number}' },
      { who: 'respondent', fills: { 'Mijn verklaring': 'Ik was die week ziek en gaf het niet door.' } },
      { who: 'respondent', sends: 'Verklaring versturen' },
      { who: 'handler', reads: 'heeft een verklaring gegeven' },
    ],
  },
  {
    article: 'Algemeen · Hoor en wederhoor',
    text: 'Ook wat mevrouw Pietersen zelf zegt wordt vastgelegd. Nu zijn beide kanten gehoord.',
    acts: [
      { who: 'handler', opens: 'Verklaring vastleggen', form: 'Verklaring' },
      {
        who: 'handler',
        fills: { 'Van wie': 'Klager', Verklaring: 'Ik heb drie dagen bij de telefoon gezeten.' },
      },
      { who: 'handler', sends: 'Verklaring vastleggen' },
    ],
  },
  {
    article: 'Artikel 6 · De termijn bewaakt',
    text: 'Twee weken gaan voorbij. Vijf werkdagen voor de laatste dag krijgt {handler} een herinnering; het kanaal krijgt haar ook, zonder namen.',
    acts: [{ workdays: 10 }, { who: 'handler', reads: '{number}' }],
  },
  {
    article: 'Artikel 6 · Schriftelijk antwoord',
    text: 'Binnen drie weken komt het antwoord, met de voorgestelde oplossing en wat mevrouw Pietersen kan doen als zij het er niet mee eens is.',
    acts: [
      { who: 'handler', opens: 'Antwoord versturen', form: 'Standpunt' },
      {
        who: 'handler',
        fills: {
          Standpunt: 'Wij hadden u moeten terugbellen.',
          Oordeel: 'Gegrond',
          'Voorgestelde oplossing': '{respondent} belt u deze week en maakt excuses.',
        },
      },
      { who: 'handler', presses: 'Brief maken', written: 'Brief' },
      { who: 'handler', sends: 'Antwoord versturen' },
      { who: 'respondent', reads: '{number}' },
    ],
  },
  {
    article: 'Artikel 7 · Niet eens',
    text: 'Een week later laat mevrouw Pietersen weten dat zij het er niet mee eens is. Dat is ruim binnen de maand die zij heeft.',
    acts: [
      { workdays: 5 },
      { who: 'handler', types: 'zaak {number}' },
      { who: 'handler', reads: '{number}' },
      { who: 'handler', opens: 'Klager is het niet eens', form: 'Inhoud' },
      { who: 'handler', fills: { Inhoud: 'Er is nog steeds niet gebeld.' } },
      { who: 'handler', sends: 'Klager is het niet eens' },
    ],
  },
  {
    article: 'Artikel 8 · Mondelinge toelichting',
    text: 'Binnen een week mag zij haar klacht mondeling toelichten. {handler} spreekt een gesprek op kantoor af, op {hearing}.',
    acts: [
      { who: 'handler', opens: 'Hoorgesprek aanbieden', form: 'Vorm' },
      {
        who: 'handler',
        fills: {
          Datum: '{hearingOn}',
          Tijd: '09:00',
          Vorm: 'Op kantoor',
          Vestiging: 'Arnhem',
          'Medewerker aanwezig': 'Ja, beide kanten vinden dat nuttig',
          'De klager heeft met dit moment ingestemd': 'Ja, dit is zo afgesproken',
        },
      },
      { who: 'handler', presses: 'Brief maken', written: 'Brief' },
      { who: 'handler', sends: 'Hoorgesprek aanbieden' },
    ],
  },
  {
    article: 'Artikel 9 · Voorstel en afdoening',
    text: 'Het gesprek is geweest. {respondent} maakt excuses, mevrouw Pietersen krijgt een vaste contactpersoon en is tevreden. Dat wordt meteen schriftelijk vastgelegd.',
    acts: [
      { day: '{hearingOn}' },
      { who: 'handler', types: 'zaak {number}' },
      { who: 'handler', reads: '{number}' },
      { who: 'handler', opens: 'Gesprek vastleggen', form: 'Verslag' },
      {
        who: 'handler',
        fills: {
          Verslag: '{respondent} heeft zijn excuses gemaakt.',
          Voorstel: 'Mevrouw krijgt een vaste contactpersoon.',
          'Reactie van de klager': 'Zij is tevreden.',
          'Zijn jullie eruit gekomen?': 'Ja',
          Afspraken: '{respondent} is haar vaste contactpersoon en belt binnen een dag terug.',
        },
      },
      { who: 'handler', presses: 'Brief maken', written: 'Brief' },
      { who: 'handler', sends: 'Gesprek vastleggen' },
    ],
  },
  {
    article: 'Artikel 4 · Het register',
    text: '{receiver} ziet hoe het afliep: klacht {number} is gesloten. Elke stap staat met datum in het dossier.',
    acts: [
      { who: 'receiver', types: 'mijn klachten' },
      { who: 'receiver', reads: '{number}' },
    ],
  },
];
