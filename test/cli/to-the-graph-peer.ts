/** Loaded before a command: what it asks of Microsoft Graph goes to the peer at GRAPH_PEER. */
const asked = globalThis.fetch;
globalThis.fetch = (input, init) =>
  asked(String(input).replace('https://graph.microsoft.com', process.env.GRAPH_PEER ?? ''), init);
