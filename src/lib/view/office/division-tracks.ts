/** Which tracks a division reports on, and which of its units count there. */
import type { Day } from '../../domain/date.ts';
import { isValidOn, type Division, type DivisionCode } from '../../domain/division.ts';
import type { Knowledge, TrackKnowledge } from '../../domain/knowledge.ts';

/** The tracks on which the division, or units below it, can hold a title on that day. */
export function tracksOfDivision(
  knowledge: Knowledge,
  code: DivisionCode,
  at: Day,
): readonly TrackKnowledge[] {
  const division = knowledge.divisions.get(code);
  if (!division) return [];
  return [...knowledge.tracks.values()].filter((track) => {
    const { level } = track.track;
    if (level === 'prefecture' || level === 'county') {
      return division.level === level && division.countedFor.includes(track.track.id);
    }
    return division.level === 'county' && unitsOfDivision(track, code, at).length > 0;
  });
}

/** The townships or villages of a county that count for the track on that day, by code. */
export function unitsOfDivision(
  { units }: TrackKnowledge,
  code: DivisionCode,
  at: Day,
): readonly Division[] {
  return units.filter(
    (unit) => unit.code !== code && unit.code.startsWith(code) && isValidOn(unit, at),
  );
}

/** Everything that reports: the counties and zones of the prefecture, and the prefecture itself, last. */
export function reportingDivisions(knowledge: Knowledge, at: Day): readonly Division[] {
  const ofLevel = (level: Division['level']) =>
    [...knowledge.divisions.values()].filter(
      (division) =>
        division.level === level &&
        isValidOn(division, at) &&
        tracksOfDivision(knowledge, division.code, at).length > 0,
    );
  return [...ofLevel('county'), ...ofLevel('prefecture')];
}
