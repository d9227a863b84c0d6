import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { Answer, Routes } from './routes.ts';

const html = 'text/html; charset=utf-8';
const css = 'text/css; charset=utf-8';
const script = 'text/javascript; charset=utf-8';

/** The files that the page may ask for. */
const files: Record<string, readonly [url: string, type: string]> = {
  'theme.css': own('theme.css', css),
  'style.css': own('style.css', css),
  'people.css': own('people.css', css),
  'feed.css': own('feed.css', css),
  'chat.css': own('chat.css', css),
  'dialog.css': own('dialog.css', css),
  'card.css': own('card.css', css),
  'story.css': own('story.css', css),
  'hint.css': own('hint.css', css),
  'letter.css': own('letter.css', css),
  'touch.css': own('touch.css', css),
  'avatar.js': own('avatar.js', script),
  'app.js': own('app.js', script),
  'bubble.js': own('bubble.js', script),
  'card.js': own('card.js', script),
  'cast.js': own('cast.js', script),
  'chats.js': own('chats.js', script),
  'chat.js': own('chat.js', script),
  'clock.js': own('clock.js', script),
  'composer.js': own('composer.js', script),
  'dialog.js': own('dialog.js', script),
  'letter.js': own('letter.js', script),
  'message-action.js': own('message-action.js', script),
  'element.js': own('element.js', script),
  'feed.js': own('feed.js', script),
  'file.js': own('file.js', script),
  'finding.js': own('finding.js', script),
  'hands.js': own('hands.js', script),
  'hint.js': own('hint.js', script),
  'host-config.js': own('host-config.js', script),
  'icon.js': own('icon.js', script),
  'installation.js': own('installation.js', script),
  'register-menu.js': own('register-menu.js', script),
  'sample.js': own('sample.js', script),
  'server.js': own('server.js', script),
  'story.js': own('story.js', script),
  'story-panel.js': own('story-panel.js', script),
  'story-steps.js': own('story-steps.js', script),
  'tempo.js': own('tempo.js', script),
  'theme.js': own('theme.js', script),
  'website.js': own('website.js', script),
  'icon.png': [new URL('../../manifest/color.png', import.meta.url).href, 'image/png'],
  'adaptivecards.js': [import.meta.resolve('adaptivecards/dist/adaptivecards.min.js'), script],
  'markdown-it.js': [import.meta.resolve('markdown-it/browser'), script],
};

/** The content security policy; styles are allowed because the card renderer sets them on its elements. */
const policy =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; " +
  "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Serves the page: GET / and its files. */
export function page(route: Routes): void {
  route('GET', '/', async ({ response }) => send(response, own('index.html', html)));
  route('GET', '/tryout/page/:file', async ({ response, params }) => {
    const file = Object.hasOwn(files, params.file ?? '') ? files[params.file ?? ''] : undefined;
    return file ? send(response, file) : { status: 404, body: { message: 'Dit bestand is er niet.' } };
  });
}

function own(name: string, type: string): readonly [string, string] {
  return [new URL(`page/${name}`, import.meta.url).href, type];
}

async function send(response: ServerResponse, [url, type]: readonly [string, string]): Promise<Answer> {
  const content = await readFile(new URL(url));
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': content.length,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  });
  response.end(content);
  return 'taken';
}
