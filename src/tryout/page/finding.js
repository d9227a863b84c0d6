/** Finds things in the page as a reader would: by what they say. */

export const wordsOf = (part) => part.textContent.trim();

/** Lists where to look in a chat: in the open dialog; else on the card that was used last, then from the latest on. */
export function placesIn(chat, lastUsed) {
  const window = document.querySelector('dialog[open]');
  if (window) return [window];
  const bubbles = [...chat.querySelectorAll('.bubble')].reverse();
  const used = bubbles.filter((bubble) => bubble.dataset.activity === lastUsed);
  return [...used, ...bubbles];
}

/** Finds a button with that title that can be pressed now. */
export const buttonIn = (part, title, selector = 'button') =>
  [...part.querySelectorAll(selector)].find(
    (one) => wordsOf(one) === title && !one.disabled && one.checkVisibility(),
  );

/** Finds the button behind which a card keeps what does not fit on it. */
export const moreIn = (part) => part.querySelector('button[aria-label="Meer knoppen"]');

/** Finds the field with that label, which a star may follow; of several choices the group of them. */
export function fieldIn(part, label) {
  const found = [...part.querySelectorAll('label')].find((one) => wordsOf(one).replace(/ \*$/, '') === label);
  return found && document.getElementById(found.htmlFor);
}

/** Finds one of several choices; what is between brackets behind its words does not count. */
export function choiceIn(group, words) {
  const found = [...group.querySelectorAll('label')].find(
    (one) => wordsOf(one).replace(/ \([^)]*\)$/, '') === words,
  );
  return found && document.getElementById(found.htmlFor);
}

/** Finds the error text that the page shows, if any. */
export const problemIn = (part) =>
  [...part.querySelectorAll('.notice.bad, .problem')]
    .filter((one) => one.checkVisibility())
    .map(wordsOf)
    .find(Boolean);
