/** What `programme.json` may say by its schema and still could not be shown or reached. */
import type { Division } from '../../domain/division.ts';
import type { Programme } from '../../domain/programme.ts';
import { pointer, quote, say, type Finding } from './fault.ts';

/** The tracks that the map's themes show, with the level of each. */
const shownTracks = {
  national: 'county',
  provincial: 'county',
  township: 'township',
  village: 'village',
} as const;

function trackFindings({ tracks }: Programme): readonly Finding[] {
  return Object.entries(shownTracks).flatMap(([id, level]) => {
    if (tracks.some((track) => track.id === id && track.level === level)) return [];
    return {
      place: '/tracks',
      what: say(
        `缺少 ${level} 级的类别 ${quote(id)}`,
        `there is no track ${quote(id)} of the level ${level}`,
      ),
      expected: say(
        `地图专题用到的类别 ${Object.keys(shownTracks).join('、')}`,
        `the tracks that the map shows: ${Object.keys(shownTracks).join(', ')}`,
      ),
    };
  });
}

function breakFindings({ tracks }: Programme): readonly Finding[] {
  return tracks.flatMap(({ shareBreaks = [] }, t) =>
    shareBreaks.flatMap((upper, index) => {
      const lower = shareBreaks[index - 1] ?? 0;
      if (lower < upper && upper < 1) return [];
      return {
        place: pointer(['tracks', t, 'shareBreaks', index]),
        what: say(
          `分级界限 ${upper} 不在 ${lower} 与 1 之间`,
          `the edge ${upper} is not between ${lower} and 1`,
        ),
        expected: say('0 与 1 之间从小到大的数', 'numbers between 0 and 1, rising'),
      };
    }),
  );
}

function targetFindings(programme: Programme, divisions: readonly Division[]): readonly Finding[] {
  return programme.targets.flatMap((target, index): readonly Finding[] => {
    const track = programme.tracks.find(({ id }) => id === target.track);
    const findings: Finding[] = [];
    if (track && !track.stages.some(({ counts }) => counts)) {
      findings.push({
        place: pointer(['targets', index, 'track']),
        what: say(`类别 ${track.id} 没有计数的阶段`, `no stage of the track ${track.id} counts`),
        expected: say('至少一个 counts 为 true 的阶段', 'a stage with counts true'),
      });
    }
    const units = divisions.filter(({ countedFor }) => countedFor.includes(target.track)).length;
    if (target.kind === 'number' && units > 0 && target.number > units) {
      findings.push({
        place: pointer(['targets', index, 'number']),
        what: say(
          `目标数 ${target.number} 超过类别 ${target.track} 的单位总数`,
          `the target ${target.number} is more than the units of the track ${target.track}`,
        ),
        expected: say(`不超过 ${units}`, `at most ${units}`),
      });
    }
    return findings;
  });
}

/** Tracks the map needs, edges of its classes, and targets that could never be met. */
export function checkFeasible(
  programme: Programme,
  divisions: readonly Division[] | undefined,
): readonly Finding[] {
  return [
    ...trackFindings(programme),
    ...breakFindings(programme),
    ...(divisions ? targetFindings(programme, divisions) : []),
  ];
}
