import type { Refusal, RefusalCode, Waiting } from '../../procedure/model/refusal.ts';
import { longDate } from '../../time/dutch-date.ts';
import { daysText } from './order-words.ts';

/** For a dossier that does not exist and for one that the reader may not see alike, so that nobody learns which it is. */
const notYours =
  'Dit kan alleen de klachtverantwoordelijke van die klacht, of het nummer bestaat niet (artikel 5). ' +
  'Heb jij de klacht geregistreerd? Typ “mijn klachten” om te lezen hoe ver het is. ' +
  'Viel je in, of gaf je de klacht door? Dan ligt ze bij wie haar nu behandelt. ' +
  'Kom je er niet uit? Vraag het aan de klachtenfunctionaris.';

/** What is refused, and then each way out by itself that is another form, which that form itself does not say. */
type Pointing = readonly [what: string, ...ways: string[]];

/** A sentence for each refusal: what is refused, why, and what to do or who can. */
const sentences: Record<RefusalCode, string | Pointing> = {
  'unknown-complaint': notYours,
  'not-the-handler': notYours,
  unreadable:
    'Dit dossier kan nu niet worden gelezen: het is beschadigd. Er is niets gewist en niets veranderd. Geef het nummer vandaag door aan de klachtenfunctionaris. Behandel jij klachten? Geef het dan door aan de beheerder, en houd zolang zelf de termijnen van deze klacht bij.',
  'newer-version':
    'Dit dossier is bijgewerkt door een nieuwere versie van Klachtenbot, en deze versie kan het niet lezen. ' +
    'Er is niets veranderd. Probeer het over een paar minuten nog een keer. ' +
    'Lukt het dan niet? Geef het nummer vandaag door aan de klachtenfunctionaris. ' +
    'Behandel jij klachten? Geef het dan door aan de beheerder, en houd zolang zelf de termijnen van deze klacht bij.',
  'register-unreadable':
    'Het register is beschadigd: ik kan niet lezen welk nummer een klacht krijgt en wie er afwezig is. ' +
    'Er is nu niets vastgelegd. Bel de klachtenfunctionaris. ' +
    'Behandel jij klachten? Bel dan de beheerder: het kan pas weer als het register is hersteld.',
  'register-newer':
    'Het register is bijgewerkt door een nieuwere versie van Klachtenbot, en deze versie kan het niet lezen. Er is nu niets vastgelegd. Probeer het over een paar minuten nog een keer. Lukt het dan niet? Bel de klachtenfunctionaris. Behandel jij klachten? Bel dan de beheerder.',
  'not-now':
    'Deze stap kan nu niet: de klacht is al verder, of er moet eerst iets anders gebeuren. ' +
    'De klachtverantwoordelijke ziet met “zaak” en het nummer welke stap nu kan.',
  closed:
    'Deze klacht is gesloten, dus dit kan nu niet. Is de klacht toch niet klaar? Wie haar behandelde, kan haar heropenen. ' +
    'Heeft de klager een nieuwe klacht? Registreer die dan met “klacht” (artikel 4).',
  'in-the-future':
    'Deze datum ligt in de toekomst. Leg alleen vast wat al gebeurd is: kies vandaag of een eerdere dag.',
  'too-long-ago':
    'Deze datum is meer dan vijf jaar geleden. Controleer het jaartal. ' +
    'Klopt de datum toch? Overleg dan met de klachtenfunctionaris.',
  'before-the-answer': [
    'Toen kon de klager het antwoord nog niet hebben, of telde het nog niet als ontvangen: per post is dat een paar werkdagen na de verzending. Kies een latere dag.',
    'Klopt de ontvangst van het antwoord niet? Verbeter die eerst met “Datum corrigeren”.',
  ],
  'out-of-order': 'Deze datum past niet bij wat er al is vastgelegd.',
  'not-later':
    'De nieuwe dag moet na vandaag liggen, en later zijn dan de dag die nu geldt. Kies een latere dag.',
  'too-soon': 'Wie je om een verklaring vraagt, heeft daar tijd voor nodig. Kies een dag vanaf morgen.',
  'text-missing': 'Er ontbreekt tekst die verplicht is. Vul het veld in en verstuur het formulier opnieuw.',
  'letter-missing':
    'De klager is te bereiken, en leest dus in een brief hoe het afloopt en wat hij kan doen. Kies hoe je de brief verstuurt.',
  'answered-already':
    'Dit kan alleen voor het antwoord. De klager heeft ons antwoord al, en daarmee het recht om het er niet mee eens te zijn, op een gesprek en op een beslissing (artikel 7 en 8).',
  'stated-already':
    'Er is al een verklaring van jou. Moet dit er ook bij? Verstuur het dan als aanvulling. Er is nu niets vastgelegd.',
  'complainant-unknown': [
    'Er is niet bekend wie de klager is of hoe die te bereiken is, dus kan er geen brief uit (artikel 5 en 6).',
    'Weet je het wel? Vul het in met “Gegevens corrigeren”.',
    'Weet je het niet? Handel de klacht dan af met “Antwoord versturen”, zonder brief.',
    'Is er niets om af te handelen? Sluit dan met “Niet in behandeling nemen”.',
  ],
  'not-to-be-asked': [
    'Deze klager is niet te vragen naar de tevredenheid: we weten niet wie het is of hoe we die bereiken, of de klacht ging verder in een andere.',
    'Weet je het wel? Vul het in met “Gegevens corrigeren”.',
  ],
  'merged-with-itself': 'Dit is het nummer van deze klacht zelf. Vul het nummer van de andere klacht in.',
  'other-is-closed':
    'Die andere klacht is gesloten: daar loopt geen termijn meer, en deze klacht zou verdwijnen. Heropen haar eerst, of behandel deze klacht gewoon.',
  'other-changed':
    'Die andere klacht is zojuist veranderd, en de brief zou iets zeggen dat niet meer klopt. Er is nog niets vastgelegd. Kijk de brief na en verstuur het formulier opnieuw.',
  'other-is-later':
    'Die andere klacht is later ontvangen dan deze. Open die klacht en voeg haar bij deze: dan blijven de vroegste termijnen staan.',
  'other-answers-later':
    'Die andere klacht wordt later beantwoord dan deze, want daar is uitstel gemeld. De klager van deze klacht zou dan langer wachten dan is toegezegd. Behandel deze klacht apart.',
  'other-complainant': [
    'Die andere klacht is van iemand anders. Elke klager krijgt een eigen schriftelijk antwoord en kan het daar niet mee eens zijn (artikel 6 en 7): behandel deze klacht dus apart.',
    'Is het dezelfde persoon? Maak naam, e-mailadres of telefoonnummer dan eerst gelijk met “Gegevens corrigeren”.',
  ],
  'respondents-differ': [
    'Deze klacht gaat ook over iemand over wie de andere niet gaat.',
    'Leg dat eerst bij de andere klacht vast met “Beklaagde toevoegen”: anders kan iemand een klacht over zichzelf lezen.',
  ],
  'merged-complainant':
    'Deze klacht gaat samen verder met een andere, en dat kan alleen zolang de klager dezelfde is (artikel 6). Is de nieuwe naam van dezelfde persoon? Vink dat hier aan. Is het iemand anders? Die krijgt een eigen antwoord: heropen dan eerst de klacht die werd samengevoegd, zodat ze apart verdergaat. Er is nog niets vastgelegd.',
  'remedied-by-respondent':
    'De klacht gaat over jou. Daarom kun jij niet vastleggen dat ze meteen is verholpen. Zet “Meteen verholpen” uit en registreer de klacht: een collega behandelt haar.',
  'gap-in-letter':
    'In de brief staat nog een gat. Vul het in, of haal de zin weg, en verstuur het formulier opnieuw. Er is nog niets vastgelegd.',
  'gap-in-message':
    'In de tekst voor de beklaagde staat nog een gat. Vul het in, of haal de zin weg, en verstuur het formulier opnieuw. Er is nog niets vastgelegd.',
  'documents-full': [
    'Dit dossier is vol: alle documenten samen mogen niet groter zijn dan 200 MB, en het mogen er niet meer dan 200 zijn. Dit document is niet bewaard.',
    'Bewaar het zelf, en schrijf met “Notitie toevoegen” op waar het is.',
  ],
  'unknown-document':
    'Dit document zit niet in dit dossier. Open het dossier opnieuw en kies een document dat er nu staat. Er is nu niets veranderd.',
  'identifies-complainant':
    'In de tekst voor de beklaagde staat wie de klager is, of hoe je die bereikt. Haal dat weg, of vink aan dat het er mag staan. Er is nog niets vastgelegd.',
  'name-in-lesson':
    'Een leerpunt is zonder namen, want ook anderen leren ervan. Schrijf het op zonder wie klaagde en over wie, en verstuur het formulier opnieuw. Er is nog niets vastgelegd.',
  'named-in-text': [
    'In de korte inhoud staat nu een naam van iemand die klachten behandelt of erover beslist.',
    'Gaat de klacht over diegene? Kies dan eerst “Beklaagde toevoegen”.',
    'Gaat ze niet over diegene? Vink dat hier aan. Er is nog niets vastgelegd.',
  ],
  'meant-not-said': [
    'Geef aan of met deze naam een van hen wordt bedoeld: wie beklaagde is, behandelt de klacht niet (artikel 5).',
    'Is het antwoord al verstuurd? Leg diegene dan vast met “Beklaagde toevoegen”.',
    'Er is nog niets vastgelegd.',
  ],
  'name-not-judged': [
    'Het bericht van de website noemt iemand die klachten behandelt of erover beslist, bij naam of functie. Eerst moet vaststaan of de klacht over diegene gaat (artikel 5).',
    'Kies daarvoor “Naam nakijken”.',
  ],
  'solution-missing':
    'De klacht is (deels) gegrond, en de klager leest nog niet wat Ballance doet. Vul een oplossing in of minstens één maatregel.',
  'agreement-missing':
    'Schrijf op wat jullie hebben afgesproken. Zonder afspraken kan de klacht niet opgelost zijn, en is er geen maatregel.',
  'not-settled-yet':
    'Je schreef op wat jullie hebben afgesproken, en koos dat jullie er nog niet uit zijn. Zijn jullie er toch uit? Kies dan “Ja”. Anders haal je de afspraken weg.',
  'branch-missing':
    'Een gesprek op kantoor is op de vestiging waar het om gaat. Vul de vestiging in, of kies een telefonisch gesprek.',
  'not-eligible':
    'Deze persoon kan dit niet doen: de klacht gaat over hem of haar, hij of zij is afwezig, heeft de klacht al, ' +
    'of hoort niet bij de klachtenfunctionaris, de vervangers of de directie. Kies iemand anders uit de lijst.',
  'second-leads':
    'Deze persoon leidt op die dag zelf het gesprek, omdat de behandelaar dan afwezig is (artikel 8). Kies een ander als tweede, of een andere dag.',
  'not-at-the-desk':
    'Dit is alleen voor de klachtenfunctionaris, de vervangers en de directie. Vraag het aan een van hen.',
  'not-for-audit':
    'De registerlijst is alleen voor de klachtenfunctionaris en de directie. Heb je haar nodig? Vraag het aan een van hen.',
  'not-a-respondent': [
    'De klacht gaat niet over deze persoon. Kies iemand uit de lijst.',
    'Gaat ze wel over hem of haar? Leg dat dan eerst vast met “Beklaagde toevoegen”.',
  ],
  'respondent-already': 'De klacht gaat al over deze collega. Kies iemand anders.',
  'not-a-colleague': [
    'Deze persoon is een gast en geen medewerker van Ballance, en kan hier dus geen beklaagde zijn. Kies een collega.',
    'Gaat de klacht over iemand van buiten? Schrijf dat dan op met “Notitie toevoegen”.',
  ],
  'both-sides-not-heard':
    'Nog niet beide kanten zijn gehoord. Leg eerst de verklaringen vast, of schrijf op waarom dat niet kan.',
  'mediator-missing':
    'Bij een bemiddeling leidt iemand van Ballance het gesprek. Kies wie dat doet, of kies “Gesprek”.',
  'time-missing': 'Dit gesprek komt nog. Kies ook hoe laat het is.',
  'not-held-yet':
    'Je schreef op wat eruit kwam, en koos dat het gesprek nog komt. Is het geweest? Kies dan “Ja” of “Nog niet”. Komt het nog? Laat uitkomst, afspraken en maatregelen dan leeg.',
  'unknown-measure': 'Deze maatregel is al afgevinkt of bestaat niet. Kies een maatregel uit de lijst.',
  'late-objection':
    'Dit bezwaar kwam na de maand. Kies of je het toch behandelt of weigert, en schrijf de reden op.',
  'objection-in-time':
    'Volgens deze dagen kwam het bericht op tijd: er is niets vastgelegd. Kies “Nee, op tijd verstuurd”, of verbeter de dag van ontvangst of het poststempel.',
  'month-not-over':
    'De klager kan nog laten weten dat hij het niet eens is. Sluiten kan als de maand voorbij is en ook de week daarna, ' +
    'waarin wat op tijd is verstuurd nog aan kan komen. Of eerder, als de klager akkoord gaat.',
  'hearing-too-late':
    'Dit moment ligt meer dan een week na het bezwaar. Kies op wiens wens dat is, en schrijf op waarom. ' +
    'Of kies een eerdere dag.',
  'not-to-come':
    'Dit moment is al voorbij. Kies een dag en een tijd die nog komen. ' +
    'Is het gesprek al geweest? Leg dan vast wat eruit kwam.',
  'appointment-to-come':
    'Het gesprek dat is afgesproken, moet nog komen. Was het eerder dan afgesproken? Geef dat dan aan in dit formulier. Er is nog niets vastgelegd.',
  'invitation-too-slow':
    'Per post komt de brief niet vóór de dag van het gesprek aan. Kies e-mail, geef hem af of kies een latere dag. ' +
    'Weet de klager het al? Vink dan aan dat de klager met dit moment heeft ingestemd.',
  'no-werkdag':
    'Deze dag is geen werkdag. Een andere dag kan alleen als de klager dat zelf wil: vink dan aan dat de klager met dit moment heeft ingestemd.',
  'outside-hours': 'Een gesprek begint tussen 07:00 en 21:00 uur. Kies een andere tijd.',
  'board-decides':
    'De directie beslist over deze klacht. Sluiten kan alleen als geen directielid mag beslissen.',
  'nobody-decides':
    'Geen directielid mag over deze klacht beslissen, dus er komt geen beslissing om uit te stellen. Sluit het dossier, of bied toch een gesprek aan.',
  'letter-waits': [
    'Er wacht nog een brief op de mailserver. Wacht tot die verstuurd is.',
    'Of verstuur hem zelf, en leg dat vast met “Brief zelf verstuurd”.',
  ],
  'letter-overtaken':
    'Deze brief kan niet opnieuw: hij is niet verstuurd, of wat erin staat geldt niet meer. Stuur een nieuwe brief.',
  'again-too-slow':
    'Per post komt de brief te laat aan voor de dag die erin staat. Kies e-mail of geef hem af.',
  'no-letter-waits': 'Deze brief wacht niet meer: hij is al verstuurd. Kijk in het dossier bij “Brieven”.',
  'email-missing':
    'Er is geen e-mailadres van de klager, dus mailen kan niet. Er is niets vastgelegd; wat je typte, staat er nog. Vul het e-mailadres hier in, of kies een andere wijze van verzending.',
  'address-missing':
    'Er is geen postadres van de klager, dus per post kan niet. Er is niets vastgelegd; wat je typte, staat er nog. Vul het postadres hier in, of kies een andere wijze van verzending.',
  'on-hold': [
    'Dit dossier wordt bewaard voor een juridische procedure, dus er wordt niets gewist.',
    'Hef eerst het bewaren op met “Bewaren opheffen”.',
  ],
  'two-must-agree':
    'Dit kan alleen als twee mensen het daarmee eens zijn. Jij hebt het gevraagd, dus iemand anders van de vervangers of de directie moet akkoord gaan.',
  'nothing-changed': 'Er is niets veranderd. Verbeter een gegeven, of ga terug naar het dossier.',
};

type Worded = Pick<Refusal, 'code' | 'article'> & Partial<Pick<Refusal, 'about' | 'days'>>;

/** Words a refusal in Dutch: the article, why, and who can. `form` is the title of the form that says it, which points to no button of its own. */
export function refusalText({ code, article, about, days }: Worded, form?: string): string {
  const words = sentenceOf(sentences[code], form);
  if (days && 'earlier' in days) return `${words} ${daysText(days)}`;
  const waits = days ? ` ${waitingText(days)}` : '';
  const sentence = `${words}${waits}${about === undefined ? '' : ` Het gaat om: ${about}.`}`;
  return article === undefined || words === notYours ? sentence : `Artikel ${article}. ${sentence}`;
}

const waitingText = ({ until, time }: Waiting): string =>
  time
    ? `Vastleggen kan vanaf ${longDate(until)} om ${time} uur.`
    : `Wacht dus tot en met ${longDate(until)}.`;

/** Said in a form, which has no button of another one. */
const goBack = 'Ga daarvoor eerst terug naar de klacht.';

function sentenceOf(said: string | Pointing, form: string | undefined): string {
  if (typeof said === 'string') return said;
  const [what, ...ways] = said;
  if (form === undefined) return said.join(' ');
  const others = ways.filter((way) => !way.includes(`“${form}”`));
  return [what, ...others, ...(others.some((way) => way.includes('“')) ? [goBack] : [])].join(' ');
}
