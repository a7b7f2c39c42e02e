/** References inside `programme.json`, and from it to the sources and divisions. */
import type { Division } from '../../domain/division.ts';
import { targetPeriod, type Programme, type Target } from '../../domain/programme.ts';
import { pointer, quote, same, say, type Finding } from './fault.ts';
import { duplicateIds, unknownId } from './references.ts';

const trackNoun = say('类别', 'track');

function stageFindings(programme: Programme): readonly Finding[] {
  const phases = programme.phases.map(({ id }) => id);
  return programme.tracks.flatMap((track, t) => {
    const stages = track.stages.flatMap((stage, s): readonly Finding[] => {
      const place = pointer(['tracks', t, 'stages', s, 'phase']);
      if (stage.exit && stage.counts) {
        return [
          {
            place: pointer(['tracks', t, 'stages', s, 'counts']),
            what: say('退出阶段不能计数', 'an exit cannot count'),
            expected: same('false'),
          },
        ];
      }
      if (stage.phase !== undefined) {
        return unknownId(stage.phase, phases, place, say('环节', 'phase'));
      }
      if (stage.exit) return [];
      const what = say('非退出阶段没有写明环节', 'a stage that is no exit has no phase');
      return [
        { place, what, expected: say(`${phases.join('、')} 之一`, `one of ${phases.join(', ')}`) },
      ];
    });
    const firstExit = track.stages.findIndex(({ exit }) => exit);
    const late = track.stages.findIndex(({ exit }, s) => !exit && firstExit >= 0 && s > firstExit);
    const misplaced: readonly Finding[] =
      late < 0
        ? []
        : [
            {
              place: pointer(['tracks', t, 'stages', late]),
              what: say('退出阶段之后又有前进的阶段', 'a step of the road stands after an exit'),
              expected: say('退出阶段排在最后', 'exits after every step'),
            },
          ];
    return [...duplicateIds(track.stages, ['tracks', t, 'stages']), ...stages, ...misplaced];
  });
}

function targetFindings(
  programme: Programme,
  target: Target,
  index: number,
  divisions: readonly Division[],
): readonly Finding[] {
  const at = (key: string | number, ...rest: number[]): string =>
    pointer(['targets', index, key, ...rest]);
  const trackIds = programme.tracks.map(({ id }) => id);
  const track = programme.tracks.find(({ id }) => id === target.track);
  if (!track) return unknownId(target.track, trackIds, at('track'), trackNoun);
  const findings: Finding[] = target.alsoCountedBy.flatMap((id, position): readonly Finding[] => {
    const place = at('alsoCountedBy', position);
    const other = programme.tracks.find((candidate) => candidate.id === id);
    if (!other) return unknownId(id, trackIds, place, trackNoun);
    if (other.level === track.level && id !== track.id) return [];
    const what = say(
      `类别 ${id} 不能同时计入 ${track.id}`,
      `the track ${id} cannot also count for ${track.id}`,
    );
    return [
      {
        place,
        what,
        expected: say(
          `另一个 ${track.level} 级的类别`,
          `another track of the level ${track.level}`,
        ),
      },
    ];
  });
  const { start, deadline } = targetPeriod(programme, target);
  if (deadline <= start) {
    findings.push({
      place: at('deadline'),
      what: say(
        `期限 ${deadline} 不晚于起点 ${start}`,
        `the deadline ${deadline} is not after the start ${start}`,
      ),
      expected: say(`${start} 以后`, `a day after ${start}`),
    });
  }
  if (target.kind === 'share' && target.numerator > target.denominator) {
    findings.push({
      place: at('numerator'),
      what: say('目标大于全部', 'the target is more than the whole'),
      expected: say(`不超过 ${target.denominator}`, `at most ${target.denominator}`),
    });
  }
  if (!divisions.some(({ countedFor }) => countedFor.includes(target.track))) {
    findings.push({
      place: at('track'),
      what: say(
        `没有任何单位计入类别 ${target.track}`,
        `no division counts for the track ${target.track}`,
      ),
      expected: say(
        'divisions.csv 的 counted_for 中至少一个',
        'at least one in counted_for of divisions.csv',
      ),
    });
  }
  return findings;
}

/** Faults of the programme. `sources`: ids of the log, or `undefined` where the log is not readable. */
export function checkProgramme(
  programme: Programme,
  divisions: readonly Division[] | undefined,
  sources: readonly string[] | undefined,
): readonly Finding[] {
  const { thresholds, period, targets } = programme;
  const findings: Finding[] = [];
  if (thresholds.accelerate >= thresholds.onTrack) {
    findings.push({
      place: '/thresholds/accelerate',
      what: say(
        `界限 ${thresholds.accelerate} 不小于 onTrack`,
        `the threshold ${thresholds.accelerate} is not below onTrack`,
      ),
      expected: say(`小于 ${thresholds.onTrack}`, `less than ${thresholds.onTrack}`),
    });
  }
  if (period.deadline <= period.start) {
    findings.push({
      place: '/period/deadline',
      what: say(
        `期限 ${period.deadline} 不晚于起点 ${period.start}`,
        `the deadline ${period.deadline} is not after the start ${period.start}`,
      ),
      expected: say(`${period.start} 以后`, `a day after ${period.start}`),
    });
  }
  findings.push(
    ...duplicateIds(programme.phases, ['phases']),
    ...duplicateIds(programme.tracks, ['tracks']),
    ...duplicateIds(targets, ['targets']),
    ...stageFindings(programme),
  );
  if (divisions) {
    findings.push(...targets.flatMap((t, index) => targetFindings(programme, t, index, divisions)));
    findings.push(...swappedCodeFindings(programme, divisions));
  }
  if (sources) {
    const noun = say('依据', 'source');
    const named = [
      [programme.map.source, ['map', 'source']] as const,
      ...targets.map((target, index) => [target.source, ['targets', index, 'source']] as const),
      ...(['openQuestions', 'context'] as const).flatMap((list) =>
        programme[list].flatMap((remark, index) =>
          remark.sources.map((id, s) => [id, [list, index, 'sources', s]] as const),
        ),
      ),
    ];
    findings.push(...named.flatMap(([id, keys]) => unknownId(id, sources, pointer(keys), noun)));
  }
  return findings;
}

/** A pair that is no pair of this edition would turn a sound code into another township's. */
function swappedCodeFindings(
  { swappedCodes = [] }: Programme,
  divisions: readonly Division[],
): readonly Finding[] {
  const codes = new Set(divisions.map(({ code }) => code));
  const seen = new Set<string>();
  return swappedCodes.flatMap((pair, index) =>
    pair.flatMap((code, side): readonly Finding[] => {
      const place = pointer(['swappedCodes', index, side]);
      const expected = say(
        'divisions.csv 中的代码，每个只写一次',
        'a code of divisions.csv, each once',
      );
      const isTwice = seen.has(code);
      seen.add(code);
      if (!codes.has(code)) {
        const what = say(`没有代码 ${quote(code)}`, `there is no division ${quote(code)}`);
        return [{ place, what, expected }];
      }
      if (!isTwice) return [];
      const what = say(`代码 ${quote(code)} 重复`, `the code ${quote(code)} stands twice`);
      return [{ place, what, expected }];
    }),
  );
}
