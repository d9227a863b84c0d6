/**
 * What an administrator does about a part of the bot, in each state in which it does not go well: in Dutch, as the commands of the
 * register are. A state that is not here goes well.
 */
export const todo = {
  store: {
    failing: 'De opslag antwoordt niet of weigert. Het log zegt waarom, bij "not ready".',
    busy: 'Een ander programma houdt het register vast. Sluit dat, of verhuis naar STORE=cosmos als er meer dan één machine bij moet.',
    full: 'De schijf is vol. Maak ruimte; daarna gaat Klachtenbot vanzelf verder.',
    'read-only':
      'Klachtenbot mag niet in het register schrijven. Geef de rechten op het bestand en zijn map terug.',
    gone: 'Het bestand van het register is weg. Zet het terug uit de back-up en start Klachtenbot opnieuw.',
    changed: 'Het register is buiten Klachtenbot om veranderd. Draai: npm run -s register -- verify',
  },
  sweep: {
    still:
      'De ronde van elke minuut lukt niet, dus er gaan geen herinneringen uit. Het log zegt waarom, bij "the sweep failed". Start Klachtenbot opnieuw als de opslag het doet.',
  },
  mail: {
    refused:
      'De e-mail wordt geweigerd zoals Klachtenbot nu is ingesteld. Wat er mis is, zegt: npm run -s mail -- probe, met je eigen adres erachter. Start daarna opnieuw.',
    unreachable:
      'De e-mail gaat niet weg: er komt geen antwoord. Klachtenbot blijft het proberen; kijk of de mailserver of Microsoft 365 bereikbaar is.',
  },
  channel: {
    unreachable:
      'Het kanaal neemt geen berichten aan. Kijk of de app nog in het team staat, en typ daar zo nodig opnieuw "koppel".',
  },
  desk: {
    unreached:
      'Iemand die klachten behandelt is niet bereikbaar. Kijk of de app voor hem of haar klaarstaat en niet is geblokkeerd; één bericht aan Klachtenbot is daarna genoeg.',
  },
  undelivered: {
    waiting:
      'Er wachten berichten op wie niet bereikbaar is. Kijk bij desk, channel en mail; het log noemt de dossiers.',
  },
  unhandled: {
    waiting:
      'Er wacht een klacht die niemand mag behandelen. Zet iemand anders erbij in SUBSTITUTES en start opnieuw: die krijgt haar meteen.',
  },
  register: {
    behind:
      'In het register staat minder dan eerder is genoteerd: misschien is een oude back-up teruggezet. Draai: npm run -s register -- verify',
    changed:
      'De tabellen van het register zijn veranderd, dus er wordt niet geschreven. Draai: npm run -s register -- verify',
  },
  documents: {
    failing:
      'Documenten kunnen niet worden bewaard. Het log zegt waarom, bij "documents cannot be kept". Geef de rechten terug, of maak ruimte; wie een document stuurt, krijgt te lezen dat het niet is bewaard.',
  },
  heads: {
    removed: 'Wat naast het register was genoteerd is weggehaald, en opnieuw gemaakt. Zoek uit door wie.',
    unwritable: 'Naast het register kan niets worden genoteerd. Geef de rechten op de map terug.',
  },
  unreadable: {
    some: 'Er zijn documenten die niet te lezen zijn. Welke, zegt: npm run -s register -- verify',
  },
} satisfies Record<string, Record<string, string>>;

export type PartName = keyof typeof todo;

/** The states of a part; 'none': it is not there, and need not be. */
export type StateOf<N extends PartName> = 'ok' | 'none' | keyof (typeof todo)[N];

const todos: Record<PartName, Record<string, string | undefined>> = todo;

/** Returns what to do about a part in that state; undefined where it goes well. */
export const adviceOn = (part: PartName, state: string): string | undefined => todos[part][state];
