import { buttonOf, type Filled, filledIn } from '../e2e/a-card.ts';
import { aConnector } from '../e2e/a-connector.ts';

/** What the bot answered: the HTTP status, and of an invoke also the status and the text or the title in its body. */
export type Answer = { status: number; statusCode?: number; said: string };

const sanne = { id: 'aaaaaaaa-0000-4000-8000-000000000004', name: 'Sanne de Vries' };

/** A client of the Bot Framework that needs nothing of the try-out, so that only the register can fail. Close it after use. */
export async function anOutsideClient() {
  const connector = await aConnector();

  async function tell(url: string, rest: Record<string, unknown>): Promise<Answer> {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        id: '1',
        channelId: 'msteams',
        serviceUrl: connector.serviceUrl,
        from: { id: `29:${sanne.id}`, name: sanne.name, aadObjectId: sanne.id },
        recipient: { id: '28:bot', name: 'Klachtenbot' },
        conversation: { id: 'chat-with-sanne', conversationType: 'personal', tenantId: sanne.id },
        ...rest,
      }),
    });
    const text = await response.text();
    const body = text.startsWith('{') ? JSON.parse(text) : {};
    return { status: response.status, statusCode: body.statusCode, said: text };
  }

  return {
    connector,
    /** Types a text in the chat with the bot. */
    type: (url: string, text: string) => tell(url, { type: 'message', text }),
    /** Presses "Klacht registreren" on the last form, filled in. */
    register(url: string, filled: Filled): Promise<Answer> {
      const form = connector.sent.findLast(({ card }) => buttonOf(card, 'Klacht registreren'))?.card;
      const button = buttonOf(form, 'Klacht registreren');
      const action = {
        ...button,
        data: { ...(button?.data as object), ...(filledIn(form, filled) as object) },
      };
      return tell(url, { type: 'invoke', name: 'adaptiveCard/action', value: { action } });
    },
    close: connector.close,
  };
}
