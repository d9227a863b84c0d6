import { TeamsInfo, type TurnContext } from 'botbuilder';

/** Milliseconds that a name may take: the person who waits for an answer comes first. */
const patience = 1500;

/** The name of a member of this conversation by Entra object id; undefined when the platform does not tell. */
export async function teamsMember(context: TurnContext, id: string): Promise<string | undefined> {
  const answer = TeamsInfo.getMember(context, id).then(
    ({ name }) => name,
    () => undefined,
  );
  const impatience = new Promise<undefined>((resolve) => setTimeout(resolve, patience));
  return Promise.race([answer, impatience]);
}
