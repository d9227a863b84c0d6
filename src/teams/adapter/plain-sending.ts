import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { type Activity, CloudAdapter, type ResourceResponse, type TurnContext } from 'botbuilder';
import { object } from '../../register/model/checks.ts';
import type { ConnectorClient } from './client-pipeline.ts';

/** What Teams answered instead of doing what was asked; `code` is its own word for why. */
class RefusedByTeams extends Error {
  override readonly name = 'RefusedByTeams';
  readonly statusCode: number;
  readonly code: unknown;
  readonly response: Pick<Response, 'headers'>;

  constructor({ status, headers, parsedBody }: Response) {
    super(`Teams answered ${status}`);
    this.statusCode = status;
    const { error } = object(parsedBody) ? parsedBody : {};
    this.code = object(error) ? error.code : undefined;
    this.response = { headers };
  }
}

type Response = Awaited<ReturnType<ConnectorClient['sendRequest']>>;

/** Tells whether only its sender and the bot see a message, though others read along where it is. */
export const isTargeted = ({ recipient }: Partial<Activity>): boolean =>
  recipient !== undefined && 'isTargeted' in recipient && recipient.isTargeted === true;

/** Makes an answer one that only the sender of that message sees. */
const targeted = (activity: Partial<Activity>, { id, from }: Activity): Partial<Activity> => ({
  ...activity,
  recipient: Object.assign({ ...from }, { isTargeted: true }),
  entities: [...(activity.entities ?? []), { type: 'targetedMessageInfo', messageId: id }],
});

/** The types of activity that go to Teams; the SDK itself does what the others ask for. */
const sent: ReadonlySet<string> = new Set(['message', 'typing']);

const at = (id: string | undefined): string => (id ? `/${encodeURIComponent(id)}` : '');

/**
 * The adapter of the SDK, which sends activities as they are. The SDK itself checks each against a schema that it reads anew,
 * which costs as much as the rest of a turn.
 */
export class PlainSending extends CloudAdapter {
  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      const isOurs = sent.has(activity.type ?? '');
      responses.push(
        ...(isOurs ? [await this.#send(context, activity)] : await super.sendActivities(context, [activity])),
      );
    }
    return responses;
  }

  #send(context: TurnContext, { id: _, ...activity }: Partial<Activity>): Promise<ResourceResponse> {
    return isTargeted(context.activity)
      ? this.#request('POST', context, targeted(activity, context.activity), '?isTargetedActivity=true')
      : this.#request('POST', context, activity, at(activity.replyToId));
  }

  override updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    return this.#request('PUT', context, activity, at(activity.id));
  }

  async #request(
    method: 'POST' | 'PUT',
    context: TurnContext,
    activity: Partial<Activity>,
    place: string,
  ): Promise<ResourceResponse> {
    const client: ConnectorClient = context.turnState.get(this.ConnectorClientKey);
    const service = activity.serviceUrl?.replace(/\/$/, '') ?? '';
    const chat = `${service}/v3/conversations/${encodeURIComponent(activity.conversation?.id ?? '')}`;
    const request = createPipelineRequest({
      method,
      url: `${chat}/activities${place}`,
      headers: createHttpHeaders({ 'Content-Type': 'application/json; charset=utf-8' }),
      body: JSON.stringify(activity),
      allowInsecureConnection: service.startsWith('http:'),
    });
    const response = await client.sendRequest(request);
    if (response.status >= 300) throw new RefusedByTeams(response);
    const { id: made } = object(response.parsedBody) ? response.parsedBody : {};
    return { id: typeof made === 'string' ? made : '' };
  }
}
