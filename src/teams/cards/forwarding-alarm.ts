import { type Card, template } from '../card.ts';

type Data = { title: string; text: string; next: string };

const fill = template<Data>('forwarding-alarm');

/** What the channel may know; whoever it is for in person also hears whom to call. `isNew`: the handler does not know that it is his. */
export type AlarmView = { number: string; isNew: boolean; handlerName?: string };

/** Something about a complaint has not reached its handler: pass it on by hand (Art. 5). Without a name for the channel. */
export function forwardingAlarmCard({ number, isNew, handlerName }: AlarmView): Card {
  const who = handlerName ?? 'wie haar behandelt';
  const rule = 'Een klacht moet op de dag van ontvangst zijn doorgegeven aan wie haar behandelt (artikel 5).';
  return fill({
    title: `Klacht ${number} is niet aangekomen`,
    text: `Een bericht over deze klacht is niet aangekomen bij ${who}.${isNew ? ` ${rule}` : ''}`,
    next: handlerName
      ? `Bel ${handlerName} en geef het nummer door. In de chat met Klachtenbot opent “zaak ${number}” de klacht. Lukt dat niet, vraag dan de klachtenfunctionaris of hij de klacht overdraagt.`
      : `Geef het nummer met de hand door. In de chat met Klachtenbot opent “zaak ${number}” de klacht, voor wie haar behandelt.`,
  });
}
