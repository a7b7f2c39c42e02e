/** What every fact of the log may name, and may not: divisions, sources, tracks, days. */
import { shanghaiDay } from '../../domain/date.ts';
import type { Division } from '../../domain/division.ts';
import type { Track } from '../../domain/programme.ts';
import { quote, say, type Finding } from './fault.ts';

/** What there is to be named. */
export interface Known {
  readonly tracks: ReadonlyMap<string, Track>;
  readonly divisions: ReadonlyMap<string, Division>;
  readonly sources: ReadonlySet<string>;
}

export const noun = {
  source: say('依据', 'source'),
  track: say('类别', 'track'),
  stage: say('阶段', 'stage'),
};

export function unknownDivision(code: string, place: string): Finding {
  return {
    place,
    what: say(`没有代码 ${quote(code)}`, `there is no division ${quote(code)}`),
    expected: say('divisions.csv 中的代码', 'a code of divisions.csv'),
  };
}

/** A division of another level than a fact of its kind is about. */
export function otherLevel(
  { code, name, level }: Division,
  expected: readonly Division['level'][],
  place: string,
): Finding {
  return {
    place,
    what: say(`${code} ${name} 是 ${level} 级`, `${code} is of the level ${level}`),
    expected: say(
      `${expected.join(' 或 ')} 级的代码`,
      `a code of the level ${expected.join(' or ')}`,
    ),
  };
}

/** A fact of the future is none: what is recorded has begun by then. */
export function futureFindings(
  begins: string,
  recordedAt: string,
  place: string,
): readonly Finding[] {
  // In UTC it is never a later day than in Shanghai: of a long log, few need the other calendar.
  if (recordedAt.endsWith('Z') && begins <= recordedAt.slice(0, 10)) return [];
  const recorded = shanghaiDay(Date.parse(recordedAt));
  if (begins <= recorded) return [];
  return [
    {
      place,
      what: say(
        `${begins} 晚于记录日期 ${recorded}`,
        `${begins} is after the record of ${recorded}`,
      ),
      expected: say(`${recorded} 或以前`, `${recorded} or earlier`),
    },
  ];
}
