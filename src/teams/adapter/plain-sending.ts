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

/** The types of activity that go to Teams; the SDK itself does what the others ask for. */
const sent: ReadonlySet<string> = new Set(['message', 'typing']);

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
        ...(isOurs
          ? [await this.#request('POST', context, { ...activity, id: undefined }, activity.replyToId)]
          : await super.sendActivities(context, [activity])),
      );
    }
    return responses;
  }

  override updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    return this.#request('PUT', context, activity, activity.id);
  }

  async #request(
    method: 'POST' | 'PUT',
    context: TurnContext,
    activity: Partial<Activity>,
    id: string | undefined,
  ): Promise<ResourceResponse> {
    const client: ConnectorClient = context.turnState.get(this.ConnectorClientKey);
    const service = activity.serviceUrl?.replace(/\/$/, '') ?? '';
    const chat = `${service}/v3/conversations/${encodeURIComponent(activity.conversation?.id ?? '')}`;
    const request = createPipelineRequest({
      method,
      url: `${chat}/activities${id ? `/${encodeURIComponent(id)}` : ''}`,
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
