import {
  ActivityHandler,
  type AdaptiveCardInvokeResponse,
  type AdaptiveCardInvokeValue,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  TurnContext,
} from 'botbuilder';

/** A real botbuilder bot that answers with what it heard, and keeps what it heard last. */
export class EchoBot extends ActivityHandler {
  readonly adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  readonly heard: TurnContext['activity'][] = [];

  constructor() {
    super();
    this.adapter.onTurnError = async (_, error) => {
      throw error;
    };
    this.onTurn(async (context, next) => {
      this.heard.push({ ...context.activity });
      await next();
    });
    this.onMessage(async (context) => {
      if (context.activity.text?.includes('kaart')) {
        await context.sendActivity({ attachments: [CardFactory.adaptiveCard(form)] });
      } else {
        await context.sendActivity(
          `Je zei: **${TurnContext.removeRecipientMention(context.activity)?.trim()}**`,
        );
      }
    });
  }

  protected override async onAdaptiveCardInvoke(
    _: TurnContext,
    { action }: AdaptiveCardInvokeValue,
  ): Promise<AdaptiveCardInvokeResponse> {
    const message = 'application/vnd.microsoft.activity.message';
    if (action.verb === 'note') return { statusCode: 200, type: message, value: answer('Genoteerd.') };
    const error = { code: 'Refused', message: 'Dat mag alleen de klachtenfunctionaris (artikel 5).' };
    if (action.verb === 'refuse') {
      return { statusCode: 403, type: 'application/vnd.microsoft.error', value: answer(error) };
    }
    const card = done(String(action.data.naam));
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer(card) };
  }

  /** Speaks first, as a reminder does. */
  async speakTo(serviceUrl: string, member: string, text: string): Promise<Partial<ConversationReference>> {
    let reference: Partial<ConversationReference> = {};
    const tenantId = 'a-tenant';
    await this.adapter.createConversationAsync(
      '',
      'msteams',
      serviceUrl,
      '',
      {
        isGroup: false,
        members: [{ id: member, name: '' }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      } as never,
      async (context) => {
        await context.sendActivity(text);
        reference = TurnContext.getConversationReference(context.activity);
      },
    );
    return reference;
  }
}

/** botbuilder's type says object, Teams takes a text as well. */
function answer(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>;
}

const form = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Klacht registreren', size: 'Large', weight: 'Bolder', style: 'heading' },
    {
      type: 'TextBlock',
      wrap: true,
      text: 'Vul in wat u weet. U krijgt **meteen** een nummer. <b>Geen HTML</b>',
    },
    {
      type: 'Input.Text',
      id: 'naam',
      label: 'Naam van de klager',
      isRequired: true,
      errorMessage: 'Vul de naam van de klager in.',
    },
    { type: 'Input.Date', id: 'datum', label: 'Datum van ontvangst', value: '2026-11-23' },
    {
      type: 'Input.ChoiceSet',
      id: 'herkomst',
      label: 'Herkomst',
      placeholder: 'Kies',
      choices: ['Cliënt', 'Opdrachtgever', 'Anders'].map((one) => ({ title: one, value: one })),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'over',
      label: 'Over wie gaat de klacht?',
      isMultiSelect: true,
      choices: [{ title: 'Lars Brouwer (functionaris)', value: '8b2d4e61-7a90-4f15-b3c8-5e6f7a8b9c02' }],
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
    },
    { type: 'Input.Text', id: 'inhoud', label: 'Korte inhoud', isMultiline: true },
    { type: 'Input.Toggle', id: 'verholpen', title: 'Meteen verholpen door een toelichting of correctie' },
  ],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Klacht registreren',
      verb: 'register',
      data: { form: 'een' },
      style: 'positive',
    },
    { type: 'Action.Execute', title: 'Noteren', verb: 'note', associatedInputs: 'none' },
    { type: 'Action.Execute', title: 'Weigeren', verb: 'refuse', associatedInputs: 'none' },
    {
      type: 'Action.ShowCard',
      title: 'Waarom deze datum?',
      card: {
        type: 'AdaptiveCard',
        body: [{ type: 'TextBlock', wrap: true, text: 'Vijf werkdagen na maandag 23 november 2026.' }],
      },
    },
  ],
};

function done(name: string) {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    body: [
      {
        type: 'Container',
        style: 'good',
        items: [
          { type: 'TextBlock', weight: 'Bolder', wrap: true, text: 'Klacht K-2026-0001 is geregistreerd' },
        ],
      },
      {
        type: 'FactSet',
        facts: [
          { title: 'Klager', value: name },
          { title: 'Doorgegeven aan', value: 'Lars Brouwer' },
          { title: 'Bevestigen', value: 'uiterlijk maandag 30 november 2026' },
        ],
      },
    ],
  };
}
