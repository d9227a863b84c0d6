/**
 * The question about a number that passes the eleven-test of a citizen service number (burgerservicenummer, BSN): Ballance needs none to
 * handle a complaint, so a form that holds one is not recorded before its writer says that it belongs there.
 */

/** The id of the answer that the number belongs there. */
export const meantId = 'bsn-meant';

/** The title of that answer. */
const meantTitle = 'Toch zo vastleggen';

/** What is said below the field with the number. */
export const bsnError = `Hier staat een nummer dat een burgerservicenummer (BSN) kan zijn. Dat is voor een klacht niet nodig: haal het weg. Is het iets anders, of moet het er toch staan? Kies dan “${meantTitle}” en druk nog een keer.`;

/** Digits with the same mark between groups of them: a space, a dot, a slash, a hyphen, or each group on a line of its own. */
const grouped = [/\d(?: ?\d)*/g, /\d(?:\.?\d)*/g, /\d(?:\/?\d)*/g, /\d(?:-?\d)*/g, /\d(?:\n?\d)*/g];

/** What before the digits says that they are a number of a complaint, of a company or of a telephone. */
const another = /(?:K-?|NL|\+|\+\d{1,3} ?)$/i;

/** Tells whether a text holds nine digits that pass the eleven-test: by themselves, or in groups with the same mark between them. */
export function holdsBsn(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll('\r', '');
  return grouped
    .flatMap((digits) => [...plain.matchAll(digits)])
    .some(
      ({ 0: found, index }) =>
        !another.test(plain.slice(Math.max(0, index - 6), index)) && isBsn(found.replace(/\D/g, '')),
    );
}

/** Tells whether it is nine digits that pass the eleven-test. One of eight digits is not: a day and a number of a complaint are written so. */
function isBsn(number: string): boolean {
  if (!/^\d{9}$/.test(number) || /^0+$/.test(number)) return false;
  const sum = [...number].reduce((so, digit, at) => so + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0;
}

type Texts = Readonly<Record<string, string>>;

/** The question, for a card: none where no field holds such a number; once answered it stays, so that the answer can be taken back. */
export const bsnQuestions = (values: Texts, errors: Texts) =>
  Object.values(errors).includes(bsnError) || values[meantId] === 'true'
    ? [
        {
          id: meantId,
          label: 'Hoort het nummer in het dossier?',
          choices: [{ title: meantTitle, value: 'true' }],
          isMultiple: true,
          value: values[meantId] === 'true' ? 'true' : '',
        },
      ]
    : [];
