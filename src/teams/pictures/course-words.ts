import { type Course, type Progress, type Station, stations } from './course.ts';

/** What stands at each station. */
export const stationWords: Record<Station, string> = {
  registered: 'Registratie',
  acknowledged: 'Bevestigd',
  answered: 'Beantwoord',
  objected: 'Niet eens',
  heard: 'Gehoord',
  closed: 'Afgesloten',
};

/** 'Stap 3 van 6: Beantwoord'. */
export function stepWords(course: Course): string {
  const now = stations.findIndex((station) => course[station] === 'now');
  return `Stap ${now + 1} van ${stations.length}: ${stationWords[stations[now] ?? 'registered']}`;
}

/** All that the picture shows, for who does not see it. */
export const courseAltText = (course: Course): string =>
  [
    `${stepWords(course)}.`,
    ...listed('Gedaan', 'done', course),
    ...listed('Overgeslagen', 'skipped', course),
    ...listed('Nog niet', 'ahead', course),
  ].join(' ');

function listed(title: string, progress: Progress, course: Course): string[] {
  const names = stations.filter((station) => course[station] === progress).map((one) => stationWords[one]);
  return names.length > 0 ? [`${title}: ${names.join(', ')}.`] : [];
}
