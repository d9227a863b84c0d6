import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import mustache from 'mustache';
import type { Organisation } from '../letters/organisation.ts';
import { longDate } from '../time/dutch-date.ts';
import type { LocalDate } from '../time/local-date.ts';
import { english, faultInEnglish } from './english.ts';
import { dutch, type Words } from './words.ts';

export type Language = 'nl' | 'en';

/** The fields that somebody fills in, in the order of the page. */
export type FieldName = (typeof groups)[number]['fields'][number];

const groups = [
  { legend: 'yourComplaint', fields: ['inhoud', 'overWie', 'vestiging'] },
  { legend: 'you', fields: ['naam', 'namens', 'email', 'telefoon', 'postadres'] },
] as const;

const required: ReadonlySet<FieldName> = new Set(['inhoud', 'naam']);

/** The fields of which one is enough. */
const reaching: ReadonlySet<FieldName> = new Set(['email', 'telefoon', 'postadres']);
const rows: Partial<Record<FieldName, number>> = { inhoud: 8, postadres: 3 };
const types: Partial<Record<FieldName, string>> = { email: 'email', telefoon: 'tel' };
const completes: Partial<Record<FieldName, string>> = {
  naam: 'name',
  email: 'email',
  telefoon: 'tel',
  postadres: 'street-address',
};

/** The endings of documents that a browser offers to choose; what a document is, is decided by its content. */
const accept = '.pdf,.docx,.xlsx,.odt,.txt,.eml,.msg,.jpg,.jpeg,.png,.heic,.mp3,.m4a';

const read = (name: string): string => readFileSync(new URL(`pages/${name}`, import.meta.url), 'utf8');
const style = read('style.css');
const layout = read('layout.mustache');
const contents = { form: read('form.mustache'), done: read('done.mustache'), plain: read('plain.mustache') };

/** The hash by which the policy knows our style, and no other. */
const styleSource = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** The headers of a page, which may be shown in a page of `frames` only. Its forms say where they come from, to us alone. */
export const pageHeaders = (frames: string): Record<string, string> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src ${styleSource}; form-action 'self'; base-uri 'none'; frame-ancestors ${frames}`,
  'Referrer-Policy': 'same-origin',
  Vary: 'Accept-Language',
});

export const wordsOf = (language: Language): Words => (language === 'en' ? english : dutch);

/**
 * Chooses the language: the one that is asked for, else English for who reads that rather than any other, and Dutch for all others: a
 * browser in German lists English too, without being asked.
 */
export function languageOf(asked: string | null, accepted = ''): Language {
  if (asked === 'nl' || asked === 'en') return asked;
  const wishes = accepted.split(',').map((one) => {
    const [tag = '', ...more] = one.trim().split(';');
    const weight = /^\s*q=([\d.]+)$/.exec(more.join(';'))?.[1];
    return { tag: tag.toLowerCase(), weight: Number(weight ?? (more.length > 0 ? 0 : 1)) };
  });
  const first = wishes.reduce((best, one) => (one.weight > best.weight ? one : best), { tag: '', weight: 0 });
  return /^en(-|$)/.test(first.tag) ? 'en' : 'nl';
}

const englishDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

/** Writes a day with its weekday. */
export const dayIn = (language: Language, day: LocalDate): string =>
  language === 'en' ? englishDay.format(new Date(day)) : longDate(day);

export type Pages = ReturnType<typeof pages>;

/** A form as it is shown: what was filled in, what is wrong with it, and what is said above it. */
export type FormView = {
  stamp: string;
  /** Until when somebody who sends it today hears from us. */
  acknowledgeBy: LocalDate;
  answerBy: LocalDate;
  filled?: ReadonlyMap<string, string>;
  errors?: { field: FieldName; message: string }[];
  documentError?: string | undefined;
  /** What is wrong with none of the fields. */
  said?: string[];
};

export type DoneView = {
  number: string;
  again?: string | undefined;
  further: string[];
  noted: { label: string; value: string }[];
  notKept: string[];
};

/** Makes the pages that a complainant sees. Whatever was typed is shown as text. */
export function pages(organisation: Organisation, takesDocuments: boolean) {
  const shown = (content: keyof typeof contents, language: Language, view: object): string =>
    mustache.render(
      layout,
      {
        words: wordsOf(language),
        style,
        organisation,
        dial: organisation.phone.replace(/(?!^\+)\D/g, ''),
        ...view,
      },
      { content: contents[content] },
    );

  function form(language: Language, view: FormView): string {
    const words = wordsOf(language);
    const { stamp, acknowledgeBy, answerBy, filled = new Map(), errors = [], said = [] } = view;
    const isRefused = errors.length > 0 || said.length > 0 || view.documentError !== undefined;
    const inOwn = errors.map(({ field, message }) => ({
      field,
      message: language === 'en' ? faultInEnglish(message) : message,
    }));
    const fieldOf = (name: FieldName) => {
      const error = inOwn.find(({ field }) => field === name)?.message;
      const hint = words.hints[name];
      const value = filled.get(name) ?? '';
      const choices = name === 'vestiging' ? branchesOf(value, words) : [];
      const isChoice = choices.length > 0;
      return {
        ...{ name, error, hint, value, choices },
        label: words.labels[name],
        optional: !required.has(name) && !reaching.has(name),
        before: name === 'email' ? words.howToReach : undefined,
        rows: rows[name],
        type: rows[name] || isChoice ? undefined : (types[name] ?? 'text'),
        attributes: attributesOf(name, { hint, error }),
      };
    };
    return shown('form', language, {
      title: isRefused ? `${words.errors}: ${words.title}` : words.title,
      ...{ stamp, isRefused, said, takesDocuments, accept },
      days: words.days(dayIn(language, acknowledgeBy), dayIn(language, answerBy)),
      kept: words.kept(String(organisation.retentionYears)),
      errors: [
        ...inOwn,
        ...(view.documentError ? [{ field: 'documenten', message: view.documentError }] : []),
      ],
      documentError: view.documentError,
      groups: groups.map(({ legend, fields }) => ({
        legend: words[legend],
        fields: fields.map(fieldOf),
        asksUnreachable: legend === 'you',
      })),
      unreachable: filled.has('zonder'),
    });
  }

  /** Lists the branches to choose from; none where the settings name none. */
  function branchesOf(value: string, words: Words) {
    const names = organisation.branches.map(({ name }) => ({
      value: name,
      text: name,
      chosen: name === value,
    }));
    return names.length > 0 ? [{ value: '', text: words.noBranch, chosen: value === '' }, ...names] : [];
  }

  return {
    form,
    done: (language: Language, view: DoneView): string =>
      shown('done', language, {
        ...view,
        title: wordsOf(language).received,
        mailThem: wordsOf(language).mailThem(organisation.email),
      }),
    plain: (language: Language, title: string, said: string[]): string =>
      shown('plain', language, { title, said }),
  };
}

/** Writes what else a field says of itself; nothing in it was typed. */
function attributesOf(name: FieldName, { hint, error }: { hint: string; error: string | undefined }): string {
  const describedBy = [hint && `${name}-uitleg`, error && `${name}-fout`].filter(Boolean).join(' ');
  return [
    describedBy && `aria-describedby="${describedBy}"`,
    error && 'aria-invalid="true"',
    required.has(name) && 'required',
    completes[name] && `autocomplete="${completes[name]}"`,
  ]
    .filter(Boolean)
    .join(' ');
}
