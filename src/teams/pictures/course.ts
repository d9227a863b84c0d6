import type { Complaint, Stage } from '../../procedure/model/complaint.ts';
import { sentLetter } from '../../procedure/model/letter.ts';

/** The stations of the regulation, in their order. */
export const stations = ['registered', 'acknowledged', 'answered', 'objected', 'heard', 'closed'] as const;
export type Station = (typeof stations)[number];

/** The progress of a station: passed, current, still possible, or skipped because the course went on without it. */
export type Progress = 'done' | 'now' | 'ahead' | 'skipped';

export type Course = Record<Station, Progress>;

/**
 * Computes how far a complaint has come. Shows what has happened, so what a dossier that closed early went without is
 * skipped.
 */
export function courseOf(complaint: Complaint): Course {
  const reached = reachedBy(complaint);
  const now = stations.findLast((station) => reached[station]) ?? 'registered';
  const progress = (station: Station): Progress => {
    if (station === now) return 'now';
    if (reached[station]) return 'done';
    return isPassedBy(station, now, complaint.stage) ? 'skipped' : 'ahead';
  };
  return Object.fromEntries(stations.map((station) => [station, progress(station)])) as Course;
}

const reachedBy = (complaint: Complaint): Record<Station, boolean> => ({
  registered: true,
  acknowledged:
    sentLetter(complaint, 'acknowledgement') !== undefined || sentLetter(complaint, 'answer') !== undefined,
  answered: sentLetter(complaint, 'answer') !== undefined,
  objected: complaint.objection !== undefined,
  heard: complaint.hearings.length > 0,
  closed: complaint.closed !== undefined,
});

/** Tells whether a station was skipped. Art. 8: who waives the hearing is not heard any more. */
const isPassedBy = (station: Station, now: Station, stage: Stage): boolean =>
  stations.indexOf(station) < stations.indexOf(now) || (station === 'heard' && stage === 'waived');

/** The name of each station. */
export const stationWords: Record<Station, string> = {
  registered: 'Registratie',
  acknowledged: 'Bevestigd',
  answered: 'Beantwoord',
  objected: 'Niet eens',
  heard: 'Gehoord',
  closed: 'Afgesloten',
};

/** Words the present step: 'Stap 3 van 6: Beantwoord'. */
function stepWords(course: Course): string {
  const now = stations.findIndex((station) => course[station] === 'now');
  return `Stap ${now + 1} van ${stations.length}: ${stationWords[stations[now] ?? 'registered']}`;
}

/** Words everything that the picture shows, for who cannot see it. */
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
