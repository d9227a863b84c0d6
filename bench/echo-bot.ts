import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import restify from 'restify';

/** The bot to compare with: the least that a bot of botbuilder on restify does. Prints its URL. */
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));

async function echo(context: TurnContext): Promise<void> {
  const { type, text } = context.activity;
  if (type === 'message') await context.sendActivity(`Je zei: ${text}`);
  if (type !== 'invoke') return;
  const body = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Je drukte.' };
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
}

const server = restify.createServer({ name: 'echo' });
server.use(restify.plugins.bodyParser({ mapParams: false }));
server.post('/api/messages', async (req: restify.Request, res: restify.Response) => {
  await adapter.process(req, res, echo);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.once('SIGTERM', () => process.exit(0));
