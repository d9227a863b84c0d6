import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { draftLetter } from '../../../src/letters/draft-letter.ts';
import { namesReceipt } from '../../../src/procedure/articles/art04-receipt-in-letters.ts';
import { letterKinds } from '../../../src/procedure/model/letter.ts';
import { letterDate } from '../../../src/time/dutch-date.ts';
import { addDays, type LocalDate } from '../../../src/time/local-date.ts';
import { facts } from '../../letters/a-complaint.ts';
import type { Ask } from '../asked.ts';
import { course } from '../course.ts';

const corrected =
  (to: LocalDate): Ask =>
  (ask) =>
    ask.correctDate({ field: 'receivedOn', to });

const delayed =
  (until: LocalDate): Ask =>
  (ask) =>
    ask.delay({ until });

type Story = ReturnType<typeof course>;

const wrong = /In een eerdere brief schreven wij (.+? 2026)\. Die dag klopte niet\./;

/** What the next letter says that earlier ones had wrong: the answer, or a delay. */
const nextSays = (story: Story, kind: 'answer' | 'delay' = 'answer') =>
  wrong.exec(draftLetter(kind, story.complaint(), facts()))?.[1];

/** Received on Tuesday 7 April, acknowledged the day after. */
const confirmed = (given?: { mail: boolean }) =>
  course({ receivedOn: '2026-04-07' }, given).on('2026-04-08', (ask) => ask.acknowledge());

describe('Art. 4: a receipt that is corrected after a letter named it', () => {
  it('is put right in the next letter that names it, once', () => {
    const story = confirmed().on('2026-04-15', corrected('2026-04-01'));
    assert.equal(nextSays(story), '7 april 2026');
    assert.equal(nextSays(story, 'delay'), '7 april 2026');
    story.on('2026-04-16', delayed('2026-05-15'));
    assert.equal(nextSays(story), undefined);
  });

  it('is put right against what the complainant read, however often it is corrected, and not where that was right', () => {
    const story = confirmed().on('2026-04-15', corrected('2026-04-01'), corrected('2026-04-02'));
    assert.equal(nextSays(story), '7 april 2026');
    story.on('2026-04-15', corrected('2026-04-07'));
    assert.equal(nextSays(story), undefined);
  });

  it('is nothing to put right before any letter, nor after one that names no receipt', () => {
    const story = course({ receivedOn: '2026-04-07' }).on('2026-04-08', corrected('2026-04-01'));
    assert.equal(nextSays(story), undefined);
  });

  it('is put right by the letter that waited and is made anew, and not where that is the first to name it', () => {
    const first = confirmed({ mail: true }).on('2026-04-08', corrected('2026-04-01'));
    first.on('2026-04-09', (ask) => ask.sendByHand({ letter: 1, manner: 'post', text: 'Anders' }));
    assert.equal(first.complaint().letters[0]?.correctsReceipt, undefined);
    const second = confirmed({ mail: true }).mailAccepted().on('2026-04-15', corrected('2026-04-01'));
    second.on('2026-04-16', delayed('2026-05-15')).on('2026-04-17', corrected('2026-04-02'));
    assert.equal(second.complaint().letters[1]?.correctsReceipt, '2026-04-07');
    second.mailAccepted();
    assert.equal(nextSays(second), '1 april 2026');
  });

  it('is to be put right still where the letter that did it is taken out of the post', () => {
    const story = confirmed({ mail: true }).mailAccepted().on('2026-04-15', corrected('2026-04-01'));
    story.on('2026-04-16', delayed('2026-05-15'));
    assert.equal(nextSays(story), undefined);
    story.on('2026-04-17', (ask) => ask.withdraw());
    assert.equal(story.complaint().receiptRead, '2026-04-07');
  });

  it('agrees with what the last letter names, after every row of corrections and letters', () => {
    const days: LocalDate[] = ['2026-04-01', '2026-04-07'];
    for (let row = 0; row < 81; row++) {
      const story = confirmed();
      let read: LocalDate = '2026-04-07';
      let today: LocalDate = '2026-04-08';
      for (const turn of row.toString(3).padStart(4, '0')) {
        today = addDays(today, 1);
        const to = days[Number(turn)];
        if (!to) {
          story.on(today, delayed(addDays(today, 40)));
          read = story.complaint().receivedOn;
        } else if (to !== story.complaint().receivedOn) story.on(today, corrected(to));
        const isOther = read !== story.complaint().receivedOn;
        assert.equal(nextSays(story), isOther ? letterDate(read) : undefined, `${row}`);
      }
    }
  });

  it('is named by the letters of which the text does so, and by no other', () => {
    for (const kind of letterKinds) {
      const text = readFileSync(`letters/${kind}.txt`, 'utf8');
      assert.equal(text.includes('{{ontvangen op}}'), namesReceipt[kind], kind);
      assert.equal(text.includes('{{eerder ontvangen op}}'), namesReceipt[kind], kind);
    }
  });
});
