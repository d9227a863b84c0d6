import { type FieldName, orNothing } from './field-names.ts';

/** A branch (vestiging) and where it is. */
export type Branch = { name: string; address: string };

/** How a complainant reaches Ballance, and where it explains itself. Each is one line; a URL is https. */
export type Organisation = {
  address: string;
  email: string;
  phone: string;
  branches: readonly Branch[];
  websiteUrl?: string;
  privacyUrl?: string;
  termsUrl?: string;
  regulationUrl?: string;
  /** Years after closing in which personal data is kept (AVG). */
  retentionYears: number;
};

/** Fills the fields about Ballance itself. */
export const organisationFields = ({ address, email, phone, ...more }: Organisation) =>
  ({
    'postadres Ballance': address,
    'e-mail Ballance': email,
    'telefoon Ballance': phone,
    bewaartermijn: `${more.retentionYears} jaar`,
    ...orNothing({
      privacyverklaring: more.privacyUrl,
      klachtenregeling: more.regulationUrl,
    }),
  }) satisfies Partial<Record<FieldName, string>>;

/** Finds the address of a branch by its name, whatever its capitals; undefined for another place. */
export const addressOfBranch = (name: string | undefined, { branches }: Organisation): string | undefined =>
  branches.find((branch) => branch.name.toLowerCase() === name?.trim().toLowerCase())?.address;
