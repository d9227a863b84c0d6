import { type Card, template } from '../card.ts';

type Data = { title: string; text: string; next: string };

const fill = template<Data>('forwarding-alarm');

/** What the channel may know; somebody at the desk also hears by `name` who has not been reached. `isNew`: the handler does not know that it is his. */
export type AlarmView = { numbers: readonly string[]; isNew: boolean; name?: string };

/** Something about complaints has not arrived: pass it on by hand (Art. 5). Without a name for the channel. */
export function forwardingAlarmCard({ numbers, isNew, name }: AlarmView): Card {
  const [number = ''] = numbers;
  const isOne = numbers.length === 1;
  const who = name ?? (isOne ? 'wie haar behandelt' : 'wie ze behandelt');
  const rule = 'Een klacht moet op de dag van ontvangst zijn doorgegeven aan wie haar behandelt (artikel 5).';
  const what = isOne
    ? `Een bericht over deze klacht is niet aangekomen bij ${who}.`
    : `Over deze klachten is een bericht niet aangekomen bij ${who}: ${numbers.join(', ')}.`;
  const given = isOne ? 'het nummer' : 'de nummers';
  const opens = `In de chat met Klachtenbot opent “zaak ${number}” ${isOne ? 'de klacht' : 'de eerste'}`;
  return fill({
    title: isOne ? `Klacht ${number} is niet aangekomen` : `${numbers.length} klachten zijn niet aangekomen`,
    text: isNew ? `${what} ${rule}` : what,
    next: name
      ? `Bel ${name} en geef ${given} door. ${opens}. Lukt dat niet, vraag dan de klachtenfunctionaris of hij de ${isOne ? 'klacht' : 'klachten'} overdraagt.`
      : `Geef ${given} met de hand door. ${opens}, voor wie haar behandelt.`,
  });
}
