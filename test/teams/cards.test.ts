import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { stages } from '../../src/procedure/model/complaint.ts';
import type { Card } from '../../src/teams/cards/template.ts';
import { examples } from './card-examples.ts';
import { inputsOf, literalTexts, markdownTexts, partsOf } from './card-parts.ts';
import { schemaFaults } from './card-schema.ts';

/** What of the renderer is used here; its own types do not compile under ours. */
type Renderer = {
  SerializationContext: new () => { eventCount: number; getEventAt(index: number): { message: string } };
  HostConfig: new (config: unknown) => unknown;
  AdaptiveCard: new () => {
    hostConfig: unknown;
    parse(card: Card, context: unknown): void;
    validateProperties(): { validationEvents: { message: string }[] };
  };
};

const renderer: Renderer = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

/** Lists the errors of the official renderer for a card. */
function rendererFaults(card: Card): string[] {
  const context = new renderer.SerializationContext();
  const parsed = new renderer.AdaptiveCard();
  // It counts the secondary ones too, which it shows in a menu; the six of Teams are counted below.
  parsed.hostConfig = new renderer.HostConfig({ actions: { maxActions: 30 } });
  parsed.parse(card, context);
  const parsing = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
  return [...parsing, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

const bytes = (card: Card): number => Buffer.byteLength(JSON.stringify(card));

describe('every card', () => {
  for (const [name, card] of Object.entries(examples('Mevrouw Jansen'))) {
    describe(name, () => {
      it('is an Adaptive Card 1.5', () => assert.deepEqual(schemaFaults(card), []));

      it('is understood by the official renderer', () => assert.deepEqual(rendererFaults(card), []));

      it('has no field left open', () => assert.doesNotMatch(JSON.stringify(card), /\$\{/));

      it('has a label on every input, and a sentence for when a required one is empty', () => {
        for (const input of inputsOf(card)) {
          assert.ok(input.label, String(input.id));
          assert.ok(!input.isRequired || input.errorMessage, String(input.id));
        }
      });

      it('has a heading, and words for each picture', () => {
        const parts = partsOf(card);
        assert.ok(parts.some(({ type, style }) => type === 'TextBlock' && style === 'heading'));
        for (const { type, altText } of parts) assert.ok(type !== 'Image' || altText);
      });

      it('says in a sentence what it is, unless it is a form, whose fields do', () => {
        assert.ok(typeof card.speak === 'string' || inputsOf(card).length > 0);
      });

      it('shows at most six buttons', () => {
        for (const { actions } of partsOf(card)) {
          const shown = Array.isArray(actions) ? actions.filter(({ mode }) => mode !== 'secondary') : [];
          assert.ok(shown.length <= 6);
        }
      });

      it('has buttons that older clients can press as well', () => {
        for (const { type, verb, data, fallback } of partsOf(card)) {
          if (type !== 'Action.Execute') continue;
          assert.equal((data as { verb: string }).verb, verb);
          assert.deepEqual((fallback as { data: unknown }).data, data);
        }
      });
    });
  }

  it('is there for every template', () => {
    const templates = readdirSync(new URL('../../cards/', import.meta.url)).map((file) =>
      file.replace('.json', ''),
    );
    const cards = new URL('../../src/teams/cards/', import.meta.url);
    const builders = readdirSync(cards).map((file) => readFileSync(new URL(file, cards), 'utf8'));
    const isFilled = (name: string): boolean => builders.some((text) => text.includes(`>('${name}'`));
    assert.deepEqual(
      templates.filter((name) => !isFilled(name)),
      [],
    );
  });
});

/** The refused forms with rows of measures: with twice the fields and more, three eighths of the text. A larger one is left on the screen as it is. */
const withRows = (cards: Record<string, Card>): Record<string, Card> =>
  Object.fromEntries(
    Object.entries(cards).filter(
      ([name, card]) => /with faults/.test(name) && /"measure1"/.test(JSON.stringify(card)),
    ),
  );

describe('a card with the longest texts', () => {
  const long = '😀'.repeat(100);
  const cards = { ...examples(`${long}${long}`), ...withRows(examples('😀'.repeat(75))) };
  for (const [name, card] of Object.entries(cards)) {
    it(`stays under 28 KB: ${name}`, () => assert.ok(bytes(card) < 28 * 1024, String(bytes(card))));
  }
});

describe('the pictures on a card', () => {
  const cards = examples('Mevrouw Jansen');
  const pictures = (name: string): string[] =>
    partsOf(cards[name])
      .filter(({ type }) => type === 'Image')
      .map(({ altText }) => String(altText).split(' ')[0] ?? '');

  it('fit with everything else on a dossier to which everything has happened', () => {
    for (const name of ['case, acknowledged', 'case, answered', 'case, objected']) {
      assert.deepEqual(pictures(name), ['Stap', 'Tijdlijn'], name);
      assert.ok(bytes(cards[name] as Card) < 27_000, name);
    }
  });

  for (const stage of stages) {
    it(`show the course, and time where it runs: ${stage}`, () => {
      const runs = stage !== 'heard' && stage !== 'closed';
      assert.deepEqual(pictures(`case, ${stage}, with little in it`), runs ? ['Stap', 'Tijdlijn'] : ['Stap']);
    });
  }

  it('give way to words that would not fit', () => {
    const long = examples('😀'.repeat(200));
    assert.ok(partsOf(long.case).every(({ altText }) => !String(altText ?? '').startsWith('Tijdlijn')));
  });
});

describe('what somebody typed', () => {
  const hostile = {
    Markdown: '**vet** _schuin_ [klik](https://kwaad.example) # kop',
    HTML: '<script>alert(1)</script><b>vet</b>',
    'a template expression': '${number} ${$root.title} ${1 + 1}',
    'a condition': '{"$when": "${false}"}',
    emoji: '👩🏽‍⚖️ 🇳🇱',
    'right-to-left text': 'שלום עולם',
    'a back-tick': '`${number}` \\n "aanhaling"',
  };

  for (const [kind, text] of Object.entries(hostile)) {
    it(`is shown to the letter: ${kind}`, () => {
      const cards = examples(text);
      assert.ok(literalTexts(cards.case as Card).includes(text));
      assert.ok(literalTexts(cards.notice as Card).includes(text));
      assert.ok(literalTexts(cards['add-note form, with faults'] as Card).includes(text));
      const name = inputsOf(cards['registration form, with faults'] as Card).find(
        ({ id }) => id === 'complainantName',
      );
      assert.equal(name?.value, text);
    });

    it(`is never rendered as Markdown: ${kind}`, () => {
      for (const card of Object.values(examples(text))) {
        assert.ok(markdownTexts(card).every((shown) => !shown.includes(text)));
      }
    });

    it(`leaves a whole card: ${kind}`, () => {
      for (const card of Object.values(examples(text))) assert.deepEqual(schemaFaults(card), []);
    });
  }

  it('is not taken for a date to compute, on any card', () => {
    const dates = '{{DATE(2026-01-01,SHORT)}} {{ time(2026-01-01T10:00:00Z) }}';
    for (const card of Object.values(examples(dates))) {
      assert.doesNotMatch(JSON.stringify(card), /\{\{\s*(DATE|TIME)/i);
    }
  });
});
