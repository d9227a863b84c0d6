import type { Branch, Organisation } from '../letters/organisation.ts';
import { oneLine } from '../letters/readable.ts';
import { type Kind, mailAddress, type Reading, type SettingName, urlWith } from './reader.ts';

/** The Ballance of the try-out, which nobody can reach. */
export const tryoutOrganisation = {
  address: 'Ballance, Voorbeeldkade 1, 6811 AA Arnhem',
  email: 'klachten@ballance.example',
  phone: '088 000 0000',
  branches: [
    { name: 'Arnhem', address: 'Voorbeeldkade 1, 6811 AA Arnhem' },
    { name: 'Utrecht', address: 'Voorbeeldplein 2, 3511 AA Utrecht' },
  ],
  websiteUrl: 'https://www.ballance.example/',
  privacyUrl: 'https://www.ballance.example/privacy',
  termsUrl: 'https://www.ballance.example/voorwaarden',
  regulationUrl: 'https://www.ballance.example/klachtenregeling',
} satisfies Omit<Organisation, 'retentionYears'>;

const longest = 200;

/** Tells whether a text may be a postal address: one line of words and a number. */
const isAddress = (text: string): boolean =>
  text.length <= longest && oneLine(text) === text && /\p{L}/u.test(text) && /\d/.test(text);

const postalAddress: Kind<string> = {
  expected: `a postal address on one line, such as Ballance, Straat 1, 3511 AA Utrecht (at most ${longest} characters)`,
  parse: (text) => (isAddress(text) ? text : undefined),
};

const phoneNumber: Kind<string> = {
  expected: 'a telephone number such as 030 123 4567 or +31 30 123 4567',
  parse: (text) =>
    /^\+?[\d ()-]+$/.test(text) && /^\d{8,15}$/.test(text.replaceAll(/\D/g, '')) ? text : undefined,
};

const branchList: Kind<Branch[]> = {
  expected:
    'branches separated by ;, each once, as Name: address, such as Utrecht: Straat 1, 3511 AA Utrecht; Delft: Plein 2, 2611 AA Delft',
  parse(text) {
    const branches = text
      .split(';')
      .filter((entry) => entry.trim() !== '')
      .map((entry) => {
        const [name = '', ...address] = entry.split(':');
        return { name: name.trim(), address: address.join(':').trim() };
      });
    const names = new Set(branches.map(({ name }) => name.toLowerCase()));
    const isRight = ({ name, address }: Branch): boolean =>
      /\p{L}/u.test(name) && name.length <= longest && oneLine(name) === name && isAddress(address);
    return names.size === branches.length && names.size > 0 && branches.every(isRight) ? branches : undefined;
  },
};

export const webAddress: Kind<string> = {
  expected: 'the address of a web page such as https://www.example.nl/klachten, without a user or a password',
  parse: (text) => (urlWith(text, ['pathname', 'search', 'hash'])?.protocol === 'https:' ? text : undefined),
};

/** Reads how a complainant reaches Ballance: required, except in the try-out, which has a Ballance of its own. */
export function organisation(read: Reading, tryout: boolean, retentionYears: number): Organisation {
  const usual: Partial<typeof tryoutOrganisation> = tryout ? tryoutOrganisation : {};
  const needed = (name: SettingName, kind: Kind<string>, value: string | undefined): string =>
    value === undefined ? read.required(name, kind) : read.withDefault(name, kind, value);
  return {
    address: needed('ORGANISATION_ADDRESS', postalAddress, usual.address),
    email: needed('ORGANISATION_EMAIL', mailAddress, usual.email),
    phone: needed('ORGANISATION_PHONE', phoneNumber, usual.phone),
    branches: read.optional('BRANCHES', branchList) ?? usual.branches ?? [],
    websiteUrl: read.optional('WEBSITE_URL', webAddress) ?? usual.websiteUrl,
    privacyUrl: read.optional('PRIVACY_URL', webAddress) ?? usual.privacyUrl,
    termsUrl: read.optional('TERMS_URL', webAddress) ?? usual.termsUrl,
    regulationUrl: read.optional('REGULATION_URL', webAddress) ?? usual.regulationUrl,
    retentionYears,
  };
}
