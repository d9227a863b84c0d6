/** Finds things in the page as somebody who reads it would: by what they say. */

export const wordsOf = (part) => part.textContent.trim();

/** Where somebody looks in a chat: in the window that is open; else on the card he used last, then from the latest on. */
export function placesIn(chat, lastUsed) {
  const window = document.querySelector('dialog[open]');
  if (window) return [window];
  const bubbles = [...chat.querySelectorAll('.bubble')].reverse();
  const used = bubbles.filter((bubble) => bubble.dataset.activity === lastUsed);
  return [...used, ...bubbles];
}

/** A button with that title that can be pressed now. */
export const buttonIn = (part, title, selector = 'button') =>
  [...part.querySelectorAll(selector)].find(
    (one) => wordsOf(one) === title && !one.disabled && one.checkVisibility(),
  );

/** The button behind which a card keeps what does not fit on it. */
export const moreIn = (part) => part.querySelector('button[aria-label="Meer knoppen"]');

/** The field with that label, which a star may follow; of several choices the group of them. */
export function fieldIn(part, label) {
  const found = [...part.querySelectorAll('label')].find((one) => wordsOf(one).replace(/ \*$/, '') === label);
  return found && document.getElementById(found.htmlFor);
}

/** One of several choices; what is between brackets behind its words does not count. */
export function choiceIn(group, words) {
  const found = [...group.querySelectorAll('label')].find(
    (one) => wordsOf(one).replace(/ \([^)]*\)$/, '') === words,
  );
  return found && document.getElementById(found.htmlFor);
}

/** What the page says is wrong, if it says so. */
export const problemIn = (part) =>
  [...part.querySelectorAll('.notice.bad, .problem')]
    .filter((one) => one.checkVisibility())
    .map(wordsOf)
    .find(Boolean);
