declare const brand: unique symbol;

/**
 * The id of a person: the Entra object id, a lower-case GUID; in the try-out also what another client calls them. A text
 * from outside becomes one through `isPersonId` or `personId`, so that no number, name or day stands for a person.
 */
export type PersonId = string & { readonly [brand]: 'PersonId' };

/** Tells whether it is a GUID, in capitals or not, as Entra names people, tenants and apps. */
export const isGuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);

/** Tells whether the text can be the id of a person: it is not the number of a complaint. */
export const isPersonId = (text: string): text is PersonId => !/^K-\d{4}-\d+$/.test(text);

/** Reads the text as the id of a person. RangeError if it is the number of a complaint. */
export function personId(text: string): PersonId {
  if (!isPersonId(text)) throw new RangeError(`not the id of a person: ${text}`);
  return text;
}

/** The id of who is no person, or no longer known. */
export const nobody = personId('');
