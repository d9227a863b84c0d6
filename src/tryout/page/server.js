/** Asks the try-out behind this page. Throws a refusal as an error with its Dutch message. */
export const server = {
  state: () => ask('/tryout/api/state'),
  say: (said) => ask('/tryout/api/say', said),
  /** Keeps a file that is going to be sent; returns its id. */
  keep: async (file) => {
    const response = await fetch(`/tryout/api/files/${encodeURIComponent(file.name || 'Bestand')}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.message ?? 'Dat lukte niet.');
    return answer.id;
  },
  press: (pressed) => ask('/tryout/api/press', pressed),
  task: (asked) => ask('/tryout/api/task', asked),
  messageAction: (asked) => ask('/tryout/api/message-action', asked),
  consent: (answer) => ask('/tryout/api/consent', answer),
  install: (wish) => ask('/tryout/api/install', wish),
  beginAgain: (wish = {}) => ask('/tryout/api/begin-again', wish),
  clock: (wish) => ask('/tryout/api/clock', wish),
  /** @param heard { changed, typing, clock, open }: what to do at each event */
  listen(heard) {
    const events = new EventSource('/tryout/api/events');
    for (const [event, react] of Object.entries(heard)) {
      events.addEventListener(event, ({ data }) => react(data && JSON.parse(data)));
    }
  },
};

async function ask(path, body) {
  const request = body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(path, request).catch(() => {
    throw new Error('De try-out is niet bereikbaar. Draait hij nog?');
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message ?? 'Dat lukte niet.');
  return answer;
}
