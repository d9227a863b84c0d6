import type { Words } from './words.ts';

/** The words of the page in English. */
export const english: Words = {
  lang: 'en',
  otherLang: 'nl',
  inOther: 'Dit formulier in het Nederlands',
  title: 'Make a complaint',
  intro:
    'Are you unhappy with Ballance, or with how we treat you? Tell us with this form. We would like to find a solution together with you.',
  orTalk: 'Would you rather talk to somebody? Call us or send us an e-mail.',
  next: 'What happens with your complaint?',
  toWhom:
    'Your complaint goes straight to the complaints officer of Ballance. Is it about the complaints officer? Then somebody else handles your complaint.',
  days: (acknowledge, answer) =>
    `Do you send this form today? Then you get a confirmation on ${acknowledge} at the latest, and our written answer on ${answer} at the latest.`,
  bothSides:
    'Is your complaint about one of our employees? Then we also ask that employee what happened. That way we hear both sides.',
  kept: (years) =>
    `We keep your complaint until ${years} years after it is closed. After that we erase your details.`,
  privacy: 'Read our privacy statement (in Dutch, opens in a new window)',
  regulation: 'Read the complaints regulation (in Dutch, opens in a new window)',
  optional: '(optional)',
  yourComplaint: 'Your complaint',
  you: 'About you',
  yourChoice: 'Your choice',
  yourDocuments: 'Documents',
  labels: {
    inhoud: 'What is your complaint about?',
    overWie: 'Who is your complaint about?',
    vestiging: 'Which branch?',
    naam: 'Your name',
    namens: 'For whom do you make this complaint?',
    email: 'E-mail address',
    telefoon: 'Telephone number',
    postadres: 'Postal address',
    documenten: 'Choose documents',
  },
  hints: {
    inhoud:
      'What happened, and when? And what do you want us to do? At most 2000 characters. We write back in Dutch.',
    overWie: 'Is your complaint about an employee? Then write down the name, if you know it.',
    vestiging: '',
    naam: '',
    namens: 'Only if you make the complaint for somebody else.',
    email: 'Here you get the confirmation and our answer.',
    telefoon: '',
    postadres: 'No e-mail address? Then we send you a letter.',
    documenten:
      'At most 5, each at most 25 MB. You can send these kinds: PDF, Word, Excel, ODT, text, e-mail (EML, MSG), photo (JPG, PNG, HEIC) and sound (MP3, M4A).',
  },
  noBranch: 'I do not know, or it does not apply',
  howToReach: 'How can we reach you? Fill in at least one of these three.',
  reach:
    'Fill in at least your e-mail address, telephone number or postal address. Otherwise we cannot answer you.',
  unreachable: 'I do not need a confirmation or an answer.',
  trap: 'Leave this field empty',
  send: 'Send complaint',
  errors: 'Your complaint has not been sent yet',
  errorsBelow: 'Change this, and then send the form again. What you filled in is still there.',
  mistake: 'Error:',
  sendAgain: {
    fast: 'That was very fast. Please look through the form once more, and then send it again.',
    trap: 'Please look through the form once more, and then send it again.',
    old: 'The form was open for a long time. Please look through it once more, and then send it again.',
    used: 'You have already sent a complaint with this form. We have that one. What you changed after that we do not have. Do you want to send this as a new complaint? Then send the form again.',
    busy: (wait) => `Too many forms are coming in now. Please wait ${wait}, and then send the form again.`,
    failed: (phone) =>
      `Sending did not work. That is our fault. Please try again in a few minutes, or call ${phone}.`,
  },
  chooseAgain: (names) => `Choose your documents again: ${names}. Your browser does not keep them.`,
  documents: {
    many: 'Choose at most 5 documents. You sent more. Choose them again: your browser does not keep them.',
    empty: (name) => `${name} is empty. Choose another document.`,
    kind: (name) =>
      `${name} is a kind of document that we cannot keep. Save it as a PDF, or take a photo of it, and send that.`,
    'too-large': (name) => `${name} is too large: at most 25 MB.`,
    other: (name) => `${name} did not arrive well.`,
  },
  wait: (minutes) => (minutes === 1 ? 'a minute' : `${minutes} minutes`),
  received: 'We have your complaint',
  number: 'Your number is',
  useNumber: 'Give this number when you call us or write to us. You can also print or keep this page.',
  repeated: 'You sent this form more than once. For us it is one complaint.',
  sameText:
    'You have sent us this complaint before, filled in just the same. For us it is one complaint, with one number.',
  further: 'What happens now?',
  acknowledged: (email) => `You will get a confirmation by e-mail in a moment, at ${email}.`,
  acknowledgedBefore: (email) => `We send the confirmation by e-mail to ${email}.`,
  acknowledgeBy: (day) => `You get a written confirmation on ${day} at the latest.`,
  answerBy: (day) =>
    `You have our written answer on ${day} at the latest. It also says what you can do if you do not agree.`,
  noAddress:
    'You gave no e-mail address and no postal address. That is why we cannot send you a confirmation or an answer. Do you want them? Call us or send us an e-mail, and give your number.',
  noReply:
    'You chose that you do not need a confirmation or an answer. That is why they are not sent by themselves. We do handle your complaint. Do you want an answer after all? Call us or send us an e-mail, and give your number.',
  nobody: {
    may: 'Your complaint names everybody who may handle complaints here. Nobody handles a complaint about themselves. So as it stands, nobody at Ballance may handle your complaint.',
    noDays:
      'That is why we cannot promise you an answer, or a day. Does somebody come who may handle your complaint? Then it goes to that person at once.',
    court:
      'You need not wait for that. You can take your complaint to court (article 10 of our complaints regulation). On www.juridischloket.nl you read for free what you can do (in Dutch).',
    contact: (phone, email, address) =>
      `Is your complaint not about all these colleagues, or would you like to talk to somebody else? Call, e-mail or write to us, and give your number: ${phone}, ${email}, ${address}.`,
  },
  closed:
    'This complaint is closed already. Do you have questions about that? Call us or send us an e-mail, and give your number.',
  noted: 'This is what you sent us',
  notKept: 'We do not have these documents',
  mailThem: (email) => `Do you still want to send them? E-mail them to ${email}, and give your number.`,
  another: 'Make another complaint',
  contact: 'How to reach us',
  plain: {
    large: 'Your documents are too large together',
    flood: 'Too much is coming in',
    broken: 'This form did not arrive well',
  },
  goBack: 'Nothing was sent. Go back to the form. In most browsers what you filled in is still there.',
  fewer: 'Choose fewer or smaller documents, or e-mail them to us later.',
  open: 'Open the form again',
};

/** What the register says of a field, in English. */
const faults: readonly (readonly [dutch: RegExp, english: string])[] = [
  [/^Vul uw naam in\.$/, 'Fill in your name.'],
  [/^Schrijf op waar uw klacht over gaat\.$/, 'Write down what your complaint is about.'],
  [/^Schrijf hier een tekst\.$/, 'Write a text here.'],
  [
    /^Dit is geen e-mailadres dat wij kunnen gebruiken\. Schrijf het zo: naam@voorbeeld\.nl\.$/,
    'This is no e-mail address that we can use. Write it like this: name@example.nl.',
  ],
  [
    /^Maak dit korter: hoogstens (\d+) tekens\. Nu zijn het er (\d+)\.$/,
    'Make this shorter: at most $1 characters. It has $2 now.',
  ],
  [/^Gebruik minder regels: hoogstens (\d+)\.$/, 'Use fewer lines: at most $1.'],
];

/** Says in English what is wrong with a field; as it is where it has no English. */
export function faultInEnglish(sentence: string): string {
  const [dutch, english] = faults.find(([dutch]) => dutch.test(sentence)) ?? [];
  return dutch && english ? sentence.replace(dutch, english) : sentence;
}
