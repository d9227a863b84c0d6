import type { FieldErrors } from '../forms/form-reader.ts';

/** What a banner means: done, mind this, wrong, or just so you know. */
export type Tone = 'good' | 'warning' | 'attention' | 'accent';

/** Something to be read before the rest of a card. */
export type Notice = { text: string; tone: Tone };

/** The banners above a form: what was to be said, and that it was not sent. */
export function formBanners(errors: FieldErrors, notice?: Notice): Notice[] {
  const wrong = Object.keys(errors).length > 0;
  const unsent: Notice = {
    text: 'Nog niet verstuurd: verbeter de velden met een rode regel. Wat je typte staat er nog.',
    tone: 'attention',
  };
  return [...(notice ? [notice] : []), ...(wrong ? [unsent] : [])];
}
