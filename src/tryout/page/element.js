/**
 * Makes an element. Properties that start with `data-`, `aria-` or are `role` become attributes.
 * Adds texts as text, never as HTML.
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (/^(data-|aria-|role$|for$)/.test(key)) made.setAttribute(key, value);
    else made[key] = value;
  }
  made.append(...children);
  return made;
}
