import { type Card, template } from '../card.ts';

type Data = { title: string; text: string; next: string };

const fill = template<Data>('forwarding-alarm');

/** What the channel may know; somebody at the desk also hears by `name` who has not been reached, and what to do when they cannot be called either. `isNew`: the handler does not know that it is theirs. */
export type AlarmView = { numbers: readonly string[]; isNew: boolean; name?: string; orElse?: string };

/** Something about complaints has not arrived: pass it on by hand (Art. 5). Without a name for the channel. */
export function forwardingAlarmCard({ numbers, isNew, name, orElse = '' }: AlarmView): Card {
  const [number = ''] = numbers;
  const isOne = numbers.length === 1;
  const who = name ?? (isOne ? 'wie haar behandelt' : 'wie ze behandelt');
  const rule = 'Een klacht moet op de dag van ontvangst zijn doorgegeven aan wie haar behandelt (artikel 5).';
  const what = isOne
    ? `Een bericht over deze klacht is niet aangekomen bij ${who}.`
    : `Over deze klachten is een bericht niet aangekomen bij ${who}: ${numbers.join(', ')}.`;
  const given = isOne ? 'het nummer' : 'de nummers';
  const opens = `In de chat met Klachtenbot opent “zaak ${number}” ${isOne ? 'de klacht' : 'de eerste'}, voor wie haar behandelt.`;
  return fill({
    title: isOne ? `Klacht ${number} is niet aangekomen` : `${numbers.length} klachten zijn niet aangekomen`,
    text: isNew ? `${what} ${rule}` : what,
    next: name
      ? `Bel ${name} en geef ${given} door. ${opens} ${orElse}`.trimEnd()
      : `Geef ${given} met de hand door. ${opens}`,
  });
}
