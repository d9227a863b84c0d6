import type { Said } from './memory.ts';
import { isJson, type Json, text } from './routes.ts';

const kind = 'application/vnd.microsoft.teams.card.file';

/** Reads the file that a message offers, or delivers; Teams has a card of its own for each. */
export function filesIn(attachments: readonly Json[]): Pick<Said, 'offer' | 'file'> {
  const consent = attachments.find(({ contentType }) => contentType === `${kind}.consent`);
  const info = attachments.find(({ contentType }) => contentType === `${kind}.info`);
  return { offer: consent && offerIn(consent), file: info && fileIn(info) };
}

function offerIn({ name, content }: Json): Said['offer'] {
  const { description, sizeInBytes, acceptContext, declineContext } = isJson(content) ? content : {};
  return {
    name: text(name) ?? '',
    description: text(description) ?? '',
    size: Number(sizeInBytes),
    accept: acceptContext,
    decline: declineContext,
  };
}

const fileIn = ({ name, contentUrl }: Json): Said['file'] => ({
  name: text(name) ?? '',
  url: text(contentUrl) ?? '',
});
