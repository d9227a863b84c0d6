import { basename } from 'node:path';
import { openHeads } from '../../compose/open.ts';
import { logger } from '../../log.ts';
import { assertNotNewer } from '../../register/integrity/at-start.ts';
import { sealedStore } from '../../register/integrity/sealed-store.ts';
import type { Flaw } from '../../register/integrity/verify.ts';
import { readIntake } from '../../register/model/intake.ts';
import { resume } from '../../register/resume.ts';
import { readSettings } from '../../settings/settings.ts';
import { pageFaults } from '../../store/sqlite-backup.ts';
import { systemClock } from '../../time/clock.ts';
import { dutchCalendar } from '../../time/dutch-calendar.ts';
import { tryoutDesk } from '../../tryout/desk.ts';
import { type Command, headsOf, Unsound, using } from './commands.ts';
import { documentsOf, filledPlace, openFilledStore } from './open-store.ts';
import { flawLine, named } from './output.ts';

/**
 * Goes on in the register of STORE, which was put back from a copy, with the heads in a file of the one that was lost. Asks for
 * the settings of the bot, as it acts as the bot does.
 */
export const resumeFrom: Command = async (file = '') => {
  const noted = await headsOf(file);
  const settings = readSettings(process.env);
  const people = settings.tryout ? tryoutDesk(settings.people) : settings.people;
  const clock = systemClock();
  const calendar = dutchCalendar(settings.extraHolidays, settings.postDays);
  const { remindAt, retentionYears, store: place } = settings;
  const config = { calendar, remindAt, retentionYears, board: people.board, ...clock };
  const log = logger(settings.logLevel, process.stderr);
  // Before the register is opened for writing: a write in a damaged file may be done by halves.
  const found = filledPlace();
  if (found.kind === 'sqlite' && pageFaults(found.path).length > 0)
    throw nothingDone([{ number: basename(found.path), kind: 'broken-file' }]);
  return using(openFilledStore(), async (bare) => {
    await assertNotNewer(bare);
    const heads = openHeads(place, log);
    const store = sealedStore(bare, { heads, log });
    const { absences } = await readIntake(store);
    const desk = { ...people, absences };
    const context = () => ({ now: clock.now(), today: clock.today(), calendar, desk, mail: false });
    const { otherwise, damaged, ...resumed } = await resume(noted, {
      bare,
      store,
      heads,
      context,
      config,
      kept: documentsOf(place),
      log,
    });
    if (otherwise.length > 0)
      throw new Unsound(
        `Er is niets gedaan: dit bestand hoort bij een ander register. Wat hier anders is dan genoteerd: ${named(otherwise)}.`,
      );
    if (damaged.length > 0) throw nothingDone(damaged);
    const { last, erased, open, legible, parted, strangers, isProven, isNewer } = resumed;
    const lines = [
      ...(isProven ? [] : [unproven]),
      ...(isNewer ? [] : [notNewer]),
      ...Object.entries(last).map(([year, count]) => `${year}: de nummers gaan verder na ${count}.`),
      erased.length > 0 ? `Opnieuw gewist: ${named(erased)}.` : 'Er was niets om opnieuw te wissen.',
      ...open.map(
        (number) =>
          `${number}: was gewist, en is in deze kopie nog open. Laat de klachtenfunctionaris die klacht sluiten; geef deze opdracht daarna nog eens.`,
      ),
      ...legible.map(
        (number) =>
          `${number}: hierin was een tekst onleesbaar gemaakt, en die staat in deze kopie weer. Welke tekst dat was, is nergens bewaard. Laat de klachtenfunctionaris die opnieuw onleesbaar maken.`,
      ),
      ...(parted.length > 0 ? [`${wentOn} ${named(parted)}.`] : []),
      ...strangers.map(({ number, erased }) => `${number}: ${strange}${erased ? erasedThere : ''}`),
    ];
    if (open.length > 0) throw new Unsound(lines.join('\n'));
    return lines.join('\n');
  });
};

const nothingDone = (flaws: readonly Flaw[]): Unsound =>
  new Unsound(
    [
      ...flaws.map(flawLine),
      'Er is niets gedaan: deze kopie is beschadigd. Zet een andere kopie terug, en geef deze opdracht dan nog eens.',
    ].join('\n'),
  );

const notNewer =
  'Let op: in dit bestand staat niets dat hier ontbreekt. Is dit de eerste keer na het terugzetten? Dan weet het niets van na de kopie, en kan wat daarna is gewist hier weer staan. Geef dan wat nieuwer is: klachten.db.heads van het verloren register, het log of een latere export.';

const unproven =
  'Let op: hieraan is niet te zien of dit bestand bij dit register hoort. Dit register heeft niets gemeen met dat bestand, of dat is hier al gewist. Ga na dat het van dit register is.';

const wentOn =
  'Deze klachten gingen hier anders verder dan is genoteerd. Draaide Klachtenbot na het terugzetten, dan is dat gewoon. Zo niet, zoek dan uit door wie er iets is veranderd:';

const strange =
  'niets hiervan is zoals genoteerd. Misschien kreeg een andere klacht dit nummer, na het terugzetten. Er is hier niets aan gedaan.';

const erasedThere =
  ' Wat er onder dit nummer was genoteerd, was gewist. Laat de klachtenfunctionaris nagaan of het dezelfde klacht is, en die dan wissen.';
