import assert from 'node:assert/strict';
import type { CaseNumber } from '../../src/procedure/model/case-number.ts';
import { registration, requestStatement } from '../procedure/asked.ts';
import { joris, sanne } from '../procedure/people.ts';
import { closeOffices } from '../register/an-office.ts';
import { aFaultyService } from '../teams/a-faulty-service.ts';
import { anOfficeInTeams, chatOf } from '../teams/an-office-in-teams.ts';
import { brokenPromisesOf, type Trouble } from './consequences.ts';
import { scenarios } from './every-message.ts';

/** Every way in which Teams is down; where there are several each kind of message meets another. */
const faults: Record<string, Trouble[]> = {
  '5xx': [
    { answer: { status: 500, code: 'InternalServerError' } },
    { answer: { status: 502, body: '<html>Bad gateway</html>', type: 'text/html' } },
    { answer: { status: 503, code: 'ServiceUnavailable' } },
    { answer: { status: 504, code: 'GatewayTimeout' } },
    { answer: { status: 408, code: 'RequestTimeout' } },
    { answer: { status: 503, code: 'ServiceUnavailable', retryAfter: 3600 } },
  ],
  'a broken connection': [{ answer: 'drop' }],
  'nobody listens': [{ answer: undefined }],
};

describe('a message to Teams while it is down', () => {
  for (const [why, troubles] of Object.entries(faults))
    it(`(${why}) is tried again, told to somebody within the hour and revived, whatever it is`, async () => {
      assert.deepEqual(await brokenPromisesOf(scenarios, troubles), {});
    });
});

describe('two messages for somebody whom nothing reaches', () => {
  it('are both told to somebody within the hour, though only the first of them is tried', async () => {
    const service = await aFaultyService();
    const office = await anOfficeInTeams(service);
    const numbers: CaseNumber[] = ['K-2026-0001', 'K-2026-0002'];
    for (const [i, number] of numbers.entries()) {
      await office.file({ ...registration, respondents: [joris] }, `form ${i}`, sanne);
      await office.execute(requestStatement({ number }));
    }
    service.rule.answer = ({ conversation }) =>
      conversation === chatOf(joris) ? { status: 503, code: 'ServiceUnavailable' } : undefined;
    await office.work();
    for (const minutes of [10, 21, 20]) await office.passes(minutes);
    const told = service.taken.filter(({ body }) => /verzoek om een verklaring niet gekregen/.test(body));
    const ofThese = numbers.filter((number) => told.some(({ body }) => body.includes(number)));
    await office.close();
    await closeOffices();
    await service.close();
    assert.deepEqual(ofThese, numbers);
  });
});
