/** References of the log: to sources, divisions, tracks and stages, and to days that can be. */
import { intervalOf } from '../../domain/date.ts';
import { levels, type Division } from '../../domain/division.ts';
import type { Programme, Track } from '../../domain/programme.ts';
import type { Reporting, Statement, Status, StatusEvent } from '../../domain/status.ts';
import type { LonLatBounds } from '../../map/projection.ts';
import { checkPlaces } from './check-places.ts';
import { checkQuotas } from './check-quotas.ts';
import { checkRetractions } from './check-retractions.ts';
import { pointer, quote, say, type Finding } from './fault.ts';
import { futureFindings, noun, unknownDivision, type Known } from './log-references.ts';
import { duplicateIds, unknownId } from './references.ts';

function stageFindings(track: Track, stage: string, place: string): readonly Finding[] {
  const ids = track.stages.map(({ id }) => id);
  if (ids.includes(stage)) return [];
  return [
    {
      place,
      what: say(
        `类别 ${track.id} 没有阶段 ${quote(stage)}`,
        `the track ${track.id} has no stage ${quote(stage)}`,
      ),
      expected: say(`${ids.join('、')} 之一`, `one of ${ids.join(', ')}`),
    },
  ];
}

function unitFindings(
  event: StatusEvent,
  track: Track,
  place: string,
  known: Known,
): readonly Finding[] {
  const division = known.divisions.get(event.division);
  if (!division) return [unknownDivision(event.division, place)];
  if (division.level !== track.level) {
    const what = say(
      `${division.code} ${division.name} 是 ${division.level} 级，不适用类别 ${track.id}`,
      `${division.code} is of the level ${division.level}, which the track ${track.id} is not for`,
    );
    return [
      {
        place,
        what,
        expected: say(`${track.level} 级的代码`, `a code of the level ${track.level}`),
      },
    ];
  }
  if (division.countedFor.includes(track.id)) return [];
  const what = say(
    `${division.code} ${division.name} 不计入类别 ${track.id}`,
    `${division.code} does not count for the track ${track.id}`,
  );
  const expected = say(
    `counted_for 中有 ${track.id} 的代码`,
    `a code with ${track.id} in its counted_for`,
  );
  return [{ place, what, expected }];
}

function eventFindings(event: StatusEvent, index: number, known: Known): readonly Finding[] {
  const at = (key: string): string => pointer(['events', index, key]);
  const findings = [...unknownId(event.source, known.sources, at('source'), noun.source)];
  const track = known.tracks.get(event.track);
  if (!track) {
    findings.push(...unknownId(event.track, known.tracks.keys(), at('track'), noun.track));
  } else {
    findings.push(...unitFindings(event, track, at('division'), known));
    if (event.kind === 'reached') findings.push(...stageFindings(track, event.stage, at('stage')));
  }
  if (event.kind === 'retraction') return findings;
  const needsReason = event.certainty === 'inferred' || event.retracts !== undefined;
  if (needsReason && event.reason === undefined) {
    findings.push({
      place: at('reason'),
      what: say('推断或更正的记录没有写明理由', 'an inferred or correcting event gives no reason'),
      expected: say('理由', 'a reason'),
    });
  }
  const interval = intervalOf(event.effective);
  if (!interval) return findings;
  findings.push(...futureFindings(interval.start, event.recordedAt, at('effective')));
  const division = known.divisions.get(event.division);
  const { validFrom, validTo } = division ?? { validFrom: null, validTo: null };
  if (
    (validFrom !== null && interval.end < validFrom) ||
    (validTo !== null && validTo < interval.start)
  ) {
    findings.push({
      place: at('effective'),
      what: say(
        `${event.effective} 时 ${event.division} 不存在`,
        `${event.division} does not exist at ${event.effective}`,
      ),
      expected: say(
        `${validFrom ?? '…'} 至 ${validTo ?? '…'}`,
        `${validFrom ?? '…'} to ${validTo ?? '…'}`,
      ),
    });
  }
  return findings;
}

function statementFindings(statement: Statement, index: number, known: Known): readonly Finding[] {
  const at = (key: string): string => pointer(['statements', index, key]);
  const findings = [...unknownId(statement.source, known.sources, at('source'), noun.source)];
  const interval = intervalOf(statement.effective);
  if (interval) {
    findings.push(...futureFindings(interval.start, statement.recordedAt, at('effective')));
  }
  const track = known.tracks.get(statement.track);
  if (!track) {
    return [
      ...findings,
      ...unknownId(statement.track, known.tracks.keys(), at('track'), noun.track),
    ];
  }
  findings.push(...stageFindings(track, statement.stage, at('stage')));
  if (statement.excluding !== undefined) {
    const place = at('excluding');
    const other = known.tracks.get(statement.excluding);
    if (!other) {
      findings.push(...unknownId(statement.excluding, known.tracks.keys(), place, noun.track));
    } else if (other.level !== track.level || other.id === track.id) {
      const expected = say(
        `另一个 ${track.level} 级的类别`,
        `another track of the level ${track.level}`,
      );
      const what = say(`不能除去类别 ${other.id}`, `the track ${other.id} cannot be excluded`);
      findings.push({ place, what, expected });
    }
  }
  const units = [...known.divisions.values()].filter((d) => d.countedFor.includes(track.id)).length;
  if (statement.count > units) {
    findings.push({
      place: at('count'),
      what: say(
        `${statement.count} 超过类别 ${track.id} 的单位总数`,
        `${statement.count} is more than the units of the track ${track.id}`,
      ),
      expected: say(`不超过 ${units}`, `at most ${units}`),
    });
  }
  return findings;
}

function reportingFindings(reporting: Reporting, index: number, known: Known): readonly Finding[] {
  const at = (key: string): string => pointer(['reporting', index, key]);
  const findings = [
    ...unknownId(reporting.source, known.sources, at('source'), noun.source),
    ...(reporting.completeTo === null
      ? []
      : futureFindings(reporting.completeTo, reporting.recordedAt, at('completeTo'))),
  ];
  const track = known.tracks.get(reporting.track);
  if (!track) {
    return [
      ...findings,
      ...unknownId(reporting.track, known.tracks.keys(), at('track'), noun.track),
    ];
  }
  const division = known.divisions.get(reporting.division);
  if (!division) return [...findings, unknownDivision(reporting.division, at('division'))];
  if (levels.indexOf(division.level) > levels.indexOf(track.level)) {
    const what = say(
      `${division.code} 在类别 ${track.id} 的单位之下`,
      `${division.code} lies below the units of the track ${track.id}`,
    );
    const expected = say(
      `${track.level} 级或以上的代码`,
      `a code of the level ${track.level} or above`,
    );
    findings.push({ place: at('division'), what, expected });
  }
  return findings;
}

/**
 * Every fault of the log against the programme and the divisions. `extent`: bounds of the boundaries in
 * degrees, far outside which nothing of the prefecture lies; left out where there are none to read.
 */
export function checkStatus(
  status: Status,
  programme: Programme,
  divisions: readonly Division[],
  extent?: LonLatBounds,
): readonly Finding[] {
  const known: Known = {
    tracks: new Map(programme.tracks.map((track) => [track.id, track])),
    divisions: new Map(divisions.map((division) => [division.code, division])),
    sources: new Set(status.sources.map(({ id }) => id)),
  };
  return [
    ...duplicateIds(status.sources, ['sources']),
    ...duplicateIds(status.statements, ['statements']),
    ...duplicateIds(status.events, ['events']),
    ...status.events.flatMap((event, index) => eventFindings(event, index, known)),
    ...checkRetractions(status.events),
    ...status.statements.flatMap((statement, index) => statementFindings(statement, index, known)),
    ...status.reporting.flatMap((reporting, index) => reportingFindings(reporting, index, known)),
    ...checkQuotas(status.quotas, known),
    ...checkPlaces(status.places, known, extent),
  ];
}
