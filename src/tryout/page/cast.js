const longDay = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'UTC' });

/** Days until the hearing of Art. 8; it falls within the week. */
const daysUntilHearing = 3;

/**
 * Casts the story: who plays which part, and what is known so far. In a text `{handler}` and the like become a name, `{number}`
 * the number of the complaint.
 */
export function castOf({ people, conversations }) {
  const [receiver, respondent] = people.filter(({ role }) => role === 'colleague');
  const officer = people.find(({ role }) => role === 'officer');
  const parts = { receiver, respondent, officer };
  const facts = {};
  const idOf = (who) =>
    conversations.find(({ person, kind }) =>
      ['channel', 'mailbox'].includes(who) ? kind === who : person && person.id === parts[who]?.id,
    )?.id;
  const chat = (id) => document.querySelector(`.chat[data-conversation="${CSS.escape(id)}"]`);

  return {
    /** Returns the chat of that part; undefined when nobody plays it. */
    chatOf: (who) => chat(idOf(who)),
    /** Lists the chats in which somebody else might hear of the complaint. */
    others: () =>
      conversations.filter(({ person }) => person && person.id !== receiver?.id).map(({ id }) => chat(id)),
    /** Gives the part to the person whose chat that is. */
    plays(who, { dataset }) {
      parts[who] = people.find(({ id }) => id === dataset.person);
    },
    learn(text) {
      facts.number ??= /K-\d{4}-\d+/.exec(text)?.[0];
    },
    filled: (text) =>
      text.replace(/\{(\w+)\}/g, (_, name) => {
        if (name === 'hearingOn' || name === 'hearing') facts.hearingOn ??= hearingDay();
        if (name === 'hearing') return longDay.format(new Date(facts.hearingOn));
        return parts[name]?.name ?? facts[name] ?? '';
      }),
  };
}

/** Finds the first day from Monday to Friday that is far enough from the day on the clock. */
function hearingDay() {
  const day = new Date(document.querySelector('#day').min);
  day.setUTCDate(day.getUTCDate() + daysUntilHearing);
  while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
