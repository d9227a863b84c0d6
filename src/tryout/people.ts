import { type PersonId, personId } from '../procedure/model/person-id.ts';

/** A person in the directory of the try-out. */
export type TryoutPerson = {
  /** Entra object id: a GUID. */
  id: PersonId;
  name: string;
  mail: string;
  role: 'colleague' | 'officer' | 'substitute' | 'board';
};

/** The tenant that the try-out names in every activity. */
export const tryoutTenant = '7d1c2a54-9a3e-4f0b-8f6d-2f6c1b0e9a10';

/** The people of the try-out: who works at Ballance when nobody else is configured. */
export const tryoutPeople: readonly TryoutPerson[] = [
  {
    id: personId('3f0c9a8e-5d1b-4c27-9f36-0a1e6b7c2d01'),
    name: 'Sanne de Vries',
    mail: 'sanne.devries@ballance.example',
    role: 'colleague',
  },
  {
    id: personId('8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02'),
    name: 'Lars Brouwer',
    mail: 'lars.brouwer@ballance.example',
    role: 'officer',
  },
  {
    id: personId('c41e7f3a-2b6d-4a89-8e05-1d2c3b4a5f03'),
    name: 'Fatima el Amrani',
    mail: 'fatima.elamrani@ballance.example',
    role: 'substitute',
  },
  {
    id: personId('e95a1b7c-6f48-4d32-a7b1-9c8d7e6f5a04'),
    name: 'Willem Jansen',
    mail: 'willem.jansen@ballance.example',
    role: 'board',
  },
  {
    id: personId('1a7e5c93-8d24-4b6f-9a50-3f4e5d6c7b05'),
    name: 'Joris Bakker',
    mail: 'joris.bakker@ballance.example',
    role: 'colleague',
  },
  {
    id: personId('6d83f2b5-4c17-4e9a-b2d6-7a6b5c4d3e06'),
    name: 'Ingrid Smit',
    mail: 'ingrid.smit@ballance.example',
    role: 'board',
  },
];
