const paths = {
  attach: 'M14.5 9.5 9 15a3.2 3.2 0 0 1-4.5-4.5l6.3-6.3a2.1 2.1 0 0 1 3 3L7.6 13.4a1 1 0 0 1-1.5-1.5l5.4-5.4',
  bell: 'M10 3a5 5 0 0 0-5 5v3l-1.5 3h13L15 11V8a5 5 0 0 0-5-5ZM8 16.5a2 2 0 0 0 4 0',
  file: 'M11.5 2.5H5.5A1 1 0 0 0 4.5 3.5v13a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V6.5ZM11.5 2.5v4h4M7 10.5h6M7 13.5h6',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z',
  send: 'M3.5 3.5 17 10 3.5 16.5 5.5 10ZM5.5 10H11',
};
const svg = 'http://www.w3.org/2000/svg';

/** Draws a small icon; the text beside it says what it means. */
export function icon(name) {
  const drawing = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', paths[name]);
  drawing.append(path);
  return drawing;
}
