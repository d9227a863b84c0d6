/** The one door through which card input comes in: what is past it is typed and true. */
export { parseAbsence } from './forms/absence.ts';
export type { FieldErrors, Parsed } from './forms/form-reader.ts';
export { type DayReading, readDay, whichDay } from './forms/read-day.ts';
export { parseRegistration, type RegistrationFields } from './forms/registration.ts';
export { valuesOf } from './forms/values-of.ts';
