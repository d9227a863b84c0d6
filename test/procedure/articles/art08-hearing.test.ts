import assert from 'node:assert/strict';
import { secondRepresentatives } from '../../../src/procedure/articles/art08-hearing.ts';
import { runningDeadlines } from '../../../src/procedure/deadlines.ts';
import type { Person } from '../../../src/procedure/model/complaint.ts';
import { personId } from '../../../src/procedure/model/person-id.ts';
import type { RefusalCode } from '../../../src/procedure/model/refusal.ts';
import { refusalText } from '../../../src/teams/cards/refusal-text.ts';
import { letter, offerHearing, recordHearing, waiveHearing } from '../asked.ts';
import { calendar, complaintAfter, contextOf, given, registered } from '../given.ts';
import { answered, heard, invited, letterSent, objected, waived } from '../happened.ts';
import { desk, fatima, ingrid, joris, lars, sanne, willem } from '../people.ts';

/** The complainant objected on Wednesday 1 April: the week ends on Wednesday the 8th. */
const past = [registered(), objected()];

const invitedWith = (secondRepresentative: Person) =>
  invited().map((event) =>
    event.type === 'hearing-offered' ? { ...event, personal: { secondRepresentative } } : event,
  );

describe('Art. 8: "binnen een week [...] in de gelegenheid gesteld mondeling de klacht toe te lichten"', () => {
  describe('offering the hearing', () => {
    it('invites the complainant by letter to a day within the week', () => {
      given(...past)
        .when(offerHearing({ on: '2026-04-08', agreed: true }))
        .happened(
          {
            type: 'hearing-offered',
            on: '2026-04-01',
            appointment: {
              on: '2026-04-08',
              time: '10:00',
              form: 'phone',
              employeePresent: false,
              agreed: true,
            },
            personal: { leader: lars },
          },
          letterSent('hearing-invitation', { promised: { of: 'decision', on: '2026-04-22' } }),
        );
      given(...past)
        .when(offerHearing())
        .leadsTo(({ stage }) => stage === 'hearing-offered');
    });

    it('holds, once it has been, who sat in it as second representative', () => {
      given(...past, invitedWith(willem))
        .when(recordHearing())
        .leadsTo(({ hearings }) => hearings.at(-1)?.secondRepresentative?.id === willem.id);
      given(...past, invited())
        .when(recordHearing())
        .leadsTo(({ hearings }) => hearings.at(-1)?.secondRepresentative === undefined);
    });

    it('is not recorded before its moment, unless it was earlier: the refusal says from when it can be', () => {
      const held = recordHearing({ earlier: false });
      const at = (time: string) =>
        invited().map((event) =>
          event.type === 'hearing-offered'
            ? { ...event, appointment: { ...event.appointment, on: '2026-04-01' as const, time } }
            : event,
        );
      given(...past, at('11:59'))
        .when(held)
        .leadsTo(({ stage }) => stage === 'heard');
      given(...past, at('12:01'))
        .when(held)
        .refused('appointment-to-come', 8);
      given(...past, at('12:01'))
        .when({ ...held, earlier: true })
        .leadsTo(({ stage }) => stage === 'heard');
      assert.match(
        refusalText({
          code: 'appointment-to-come',
          article: 8,
          days: { until: '2026-04-01', time: '12:01' },
        }),
        /Vastleggen kan vanaf woensdag 1 april 2026 om 12:01 uur\.$/,
      );
    });

    it('is late where it goes beyond the week by Ballance: the offered day is guarded, and the week is what counts', () => {
      const late = offerHearing({
        on: '2026-04-20',
        laterWish: 'ballance',
        laterBecause: 'Lars is op vakantie.',
      });
      given(...past)
        .when(late)
        .leadsTo((complaint) => {
          const [running] = runningDeadlines(complaint, calendar, desk);
          return running?.dueOn === '2026-04-20' && running.promise?.articleDueOn === '2026-04-08';
        });
      given(...past)
        .when(offerHearing({ on: '2026-04-20', laterBecause: 'Lars is op vakantie.' }))
        .refused('hearing-too-late', 8);
    });

    it('goes beyond the week only at the wish of the complainant, with the reason', () => {
      given(...past)
        .when(offerHearing({ on: '2026-04-09' }))
        .refused('hearing-too-late', 8);
      given(...past)
        .when(offerHearing({ on: '2026-04-09', laterWish: 'complainant', laterBecause: '  ' }))
        .refused('hearing-too-late', 8);
      given(...past)
        .when(
          offerHearing({
            on: '2026-04-20',
            laterWish: 'complainant',
            laterBecause: 'Klager is op vakantie.',
          }),
        )
        .leadsTo(({ appointment }) => appointment?.laterBecause === 'Klager is op vakantie.');
    });

    it('is in the future, on a werkdag, between 07:00 and 21:00', () => {
      const offered = given(...past).on('2026-04-02');
      const refused: [Parameters<typeof offerHearing>[0], RefusalCode][] = [
        [{ on: '2026-04-01' }, 'not-to-come'],
        [{ on: '2026-04-02', time: '12:00' }, 'not-to-come'],
        [{ on: '2026-04-02', time: '06:59' }, 'outside-hours'],
        [{ on: '2026-04-07', time: '21:01' }, 'outside-hours'],
        [{ on: '2026-04-07', time: '03:00' }, 'outside-hours'],
        [{ on: '2026-04-04' }, 'no-werkdag'],
        [{ on: '2026-04-05' }, 'no-werkdag'],
        [{ on: '2026-04-03' }, 'no-werkdag'],
        [{ on: '2026-04-06' }, 'no-werkdag'],
      ];
      for (const [moment, code] of refused) offered.when(offerHearing(moment)).refused(code, 8);
      for (const moment of [
        { on: '2026-04-02', time: '12:01' },
        { on: '2026-04-07', time: '07:00' },
        { on: '2026-04-08', time: '21:00' },
      ] as const)
        offered.when(offerHearing(moment)).leadsTo(({ stage }) => stage === 'hearing-offered');
    });

    it('is not read in a letter by post that does not arrive before its day, unless the complainant agreed to it already', () => {
      const byPost = { ...letter(), manner: 'post' } as const;
      // Posted on Wednesday 1 April, it counts as received on Wednesday the 8th: Good Friday and Easter Monday lie in between.
      for (const on of ['2026-04-07', '2026-04-08'] as const)
        given(...past)
          .when(offerHearing({ on, letter: byPost }))
          .refused('invitation-too-slow', 8);
      for (const over of [
        { on: '2026-04-09', letter: byPost, laterWish: 'complainant', laterBecause: 'Vakantie.' },
        { on: '2026-04-07', letter: byPost, agreed: true },
        { on: '2026-04-07', letter: { ...byPost, manner: 'handed' } },
      ] as const)
        given(...past)
          .when(offerHearing(over))
          .leadsTo(({ stage }) => stage === 'hearing-offered');
    });

    it('is on a Saturday only where the complainant wished that', () => {
      given(...past)
        .when(offerHearing({ on: '2026-04-04', agreed: true }))
        .leadsTo(({ appointment }) => appointment?.on === '2026-04-04');
      given(...past)
        .when(offerHearing({ on: '2026-04-04', time: '03:00', agreed: true }))
        .refused('outside-hours', 8);
    });

    it('keeps no reason where the day lies within the week', () => {
      given(...past)
        .when(
          offerHearing({
            on: '2026-04-08',
            laterWish: 'complainant',
            laterBecause: 'Klager is op vakantie.',
          }),
        )
        .leadsTo(({ appointment }) => appointment !== undefined && appointment.laterBecause === undefined);
    });

    it('says at which branch, where it is at an office', () => {
      given(...past)
        .when(offerHearing({ form: 'office' }))
        .refused('branch-missing', 8);
      given(...past)
        .when(offerHearing({ form: 'office', branch: 'Utrecht' }))
        .leadsTo(({ appointment }) => appointment?.branch === 'Utrecht');
    });

    it('tells whether the employee is there, because both sides find that useful', () => {
      for (const employeePresent of [true, false]) {
        given(...past)
          .when(offerHearing({ employeePresent }))
          .leadsTo(({ appointment }) => appointment?.employeePresent === employeePresent);
      }
    });

    it('can be done anew: the last appointment counts', () => {
      given(...past, invited('2026-04-07'))
        .when(offerHearing({ on: '2026-04-08' }))
        .leadsTo(({ stage, appointment }) => stage === 'hearing-offered' && appointment?.on === '2026-04-08');
    });

    it('has no week for another hearing, after one that settled nothing', () => {
      given(...past, heard())
        .when(offerHearing({ on: '2026-06-01' }))
        .leadsTo(({ stage, appointment }) => stage === 'hearing-offered' && !appointment?.laterBecause);
    });

    it('refuses a day before the objection, no letter, who is not the handler, and any other stage', () => {
      given(...past)
        .when(offerHearing({ on: '2026-03-31' }))
        .refused('not-to-come', 8);
      given(...past)
        .when(offerHearing({ letter: letter('') }))
        .refused('text-missing', 8);
      given(...past)
        .when(offerHearing({ by: sanne }))
        .refused('not-the-handler', 5);
      given(registered(), answered()).when(offerHearing()).refused('not-now');
    });
  });

  describe('"nog een tweede vertegenwoordiger"', () => {
    const offered = (respondents: Person[]) =>
      secondRepresentatives(complaintAfter(registered({ respondents }), objected()), contextOf());

    it('is somebody else at the desk whom it is not about', () => {
      assert.deepEqual(offered([]), [fatima, willem, ingrid]);
      assert.deepEqual(offered([lars]), [willem, ingrid]);
      assert.deepEqual(offered([willem]), [fatima, ingrid]);
    });

    it('stands in the appointment', () => {
      given(...past)
        .when(offerHearing({ secondRepresentative: ingrid.id }))
        .leadsTo(({ appointment }) => appointment?.secondRepresentative?.id === ingrid.id);
    });

    it('is not who leads the hearing on its day, because its handler is away then', () => {
      const away = { person: lars, from: '2026-04-02', until: '2026-04-02' } as const;
      const asked = offerHearing({ secondRepresentative: fatima.id });
      given(...past)
        .with({ absences: [away] })
        .when(asked)
        .refused('second-leads', 8);
      given(...past)
        .with({ absences: [{ ...away, from: '2026-04-03', until: '2026-04-03' }] })
        .when(asked)
        .leadsTo(({ appointment }) => appointment?.secondRepresentative?.id === fatima.id);
    });

    it('is not the handler, not one it is about, and nobody from elsewhere', () => {
      for (const wrong of [lars.id, joris.id, personId('nobody')]) {
        given(...past)
          .when(offerHearing({ secondRepresentative: wrong }))
          .refused('not-eligible', 8);
      }
      given(registered({ respondents: [ingrid] }), objected())
        .when(offerHearing({ secondRepresentative: ingrid.id }))
        .refused('not-eligible', 8);
    });
  });

  describe('"Schriftelijk wordt vastgelegd dat deze mondelinge procedure heeft plaatsgevonden en in welke vorm"', () => {
    it('with the day, the form, who was there and what was said', () => {
      given(...past, invited())
        .on('2026-04-08')
        .when(
          recordHearing({
            on: '2026-04-08',
            form: 'office',
            proposal: 'Excuses',
            reaction: 'Nee',
            letter: letter('Verslag', '2026-04-08'),
          }),
        )
        .leadsTo(({ stage, hearings: [hearing] }) => {
          assert.deepEqual(hearing, {
            on: '2026-04-08',
            form: 'office',
            present: 'Mevrouw Van Dam en Lars Brouwer',
            report: 'De klacht is toegelicht.',
            proposal: 'Excuses',
            reaction: 'Nee',
            settlement: undefined,
            secondRepresentative: undefined,
          });
          return stage === 'heard';
        });
    });

    it('also of a complainant who rang up before they were invited', () => {
      given(...past)
        .when(recordHearing())
        .leadsTo(({ stage }) => stage === 'heard');
    });

    it('refuses no report, nobody present, a day to come, and one before the objection', () => {
      for (const over of [{ report: ' ' }, { present: '' }]) {
        given(...past)
          .when(recordHearing(over))
          .refused('text-missing', 8);
      }
      given(...past)
        .when(recordHearing({ on: '2026-04-02' }))
        .refused('in-the-future', 8);
      given(...past)
        .when(recordHearing({ on: '2026-03-31' }))
        .refused('out-of-order');
      given(registered(), answered()).when(recordHearing()).refused('not-now');
    });
  });

  describe('"Indien de klager geen gebruik maakt van deze mogelijkheid"', () => {
    it('is recorded, before or after a hearing was offered', () => {
      given(...past)
        .when(waiveHearing())
        .happened({ type: 'hearing-waived', on: '2026-04-01' });
      given(...past, invited())
        .when(waiveHearing())
        .leadsTo(({ stage, waivedOn }) => stage === 'waived' && waivedOn === '2026-04-01');
    });

    it('refuses a day to come and one before the objection', () => {
      given(...past)
        .when(waiveHearing({ on: '2026-04-02' }))
        .refused('in-the-future', 8);
      given(...past)
        .when(waiveHearing({ on: '2026-03-31' }))
        .refused('out-of-order');
    });

    it('is over once they have been heard', () => {
      given(...past, heard())
        .when(waiveHearing())
        .refused('not-now');
    });

    it('can be taken back until the decision is taken: the hearing is offered after all, by a letter as ever', () => {
      given(...past, invited(), waived())
        .when(offerHearing({ on: '2026-04-07', letter: letter('Toch een gesprek') }))
        .happened(
          { type: 'waiver-taken-back', on: '2026-04-01' },
          {
            type: 'hearing-offered',
            on: '2026-04-01',
            appointment: {
              on: '2026-04-07',
              time: '10:00',
              form: 'phone',
              employeePresent: false,
              agreed: false,
            },
            personal: { leader: lars },
          },
          letterSent('hearing-invitation', {
            promised: { of: 'decision', on: '2026-04-21' },
            personal: { text: 'Toch een gesprek' },
          }),
        );
      given(...past, waived())
        .when(offerHearing({ on: '2026-04-14' }))
        .refused('hearing-too-late', 8);
      given(...past, waived())
        .when(offerHearing({ by: willem }))
        .refused('not-the-handler', 5);
    });

    it('is taken back at once, also while the invitation waits for the mail server', () => {
      given(...past, waived())
        .withMail()
        .when(offerHearing({ on: '2026-04-07' }))
        .leadsTo(
          ({ stage, waivedOn, letters }) => stage === 'objected' && !waivedOn && !letters.at(-1)?.sentOn,
        );
    });

    it('is not taken back once the board has decided, also while its letter waits for the mail server', () => {
      const decided = given(...past, waived(), [
        {
          type: 'decision-taken',
          on: '2026-04-01',
          judgement: 'founded',
          personal: { decision: 'Gegrond', reasons: 'Niet gebeld', by: willem },
        },
        {
          type: 'letter-queued',
          on: '2026-04-01',
          kind: 'final-decision',
          personal: { text: 'Beslissing', to: 'vandam@example.nl' },
        },
      ]);
      decided.when(offerHearing()).refused('letter-waits');
    });
  });
});
