/** Codes of `divisions.csv`: a tree by prefix, with one root, counted toward tracks that fit. */
import {
  levelOfCode,
  parentCode,
  type Division,
  type DivisionKind,
  type Level,
} from '../../domain/division.ts';
import type { Programme } from '../../domain/programme.ts';
import { quote, same, say, type Finding } from './fault.ts';
import type { DivisionLine } from './read-divisions.ts';

const kindsOfLevel: Readonly<Record<Level, readonly DivisionKind[]>> = {
  prefecture: ['地级市'],
  county: ['市辖区', '县', '县级市', '自治县', '开发区'],
  township: ['镇', '乡', '街道', '统计单位'],
  village: ['村', '社区'],
};

const isCode = say('登记表中有的代码', 'a code of this file');

function duplicates(lines: readonly DivisionLine[]): readonly Finding[] {
  const firstRow = new Map<string, number>();
  return lines.flatMap(({ row, division }) => {
    const first = firstRow.get(division.code);
    if (first === undefined) {
      firstRow.set(division.code, row);
      return [];
    }
    return {
      place: `row ${row} code`,
      what: say(
        `代码 ${quote(division.code)} 与第 ${first} 行重复`,
        `the code ${quote(division.code)} stands in row ${first} already`,
      ),
      expected: say('每个代码只出现一次', 'every code once'),
    };
  });
}

function parentFinding(division: Division, codes: ReadonlySet<string>): Omit<Finding, 'place'>[] {
  const expected = parentCode(division.code);
  if (division.parent !== expected) {
    return [
      {
        what: say(
          `上级代码 ${quote(division.parent ?? '')} 不是 ${division.code} 的前缀`,
          `the parent ${quote(division.parent ?? '')} is not the prefix of ${division.code}`,
        ),
        expected: expected === null ? say('空', 'none') : same(expected),
      },
    ];
  }
  if (expected === null || codes.has(expected)) return [];
  return [
    {
      what: say(
        `上级 ${quote(expected)} 不在表中`,
        `the parent ${quote(expected)} is not in the file`,
      ),
      expected: isCode,
    },
  ];
}

function countedForFindings(division: Division, programme: Programme): readonly Finding['what'][] {
  return division.countedFor.flatMap((id, index) => {
    const track = programme.tracks.find((candidate) => candidate.id === id);
    if (!track) return say(`没有类别 ${quote(id)}`, `there is no track ${quote(id)}`);
    if (division.countedFor.indexOf(id) !== index) {
      return say(`类别 ${id} 重复`, `the track ${id} is given twice`);
    }
    if (track.level === division.level) return [];
    return say(
      `类别 ${id} 不属于这一级（${division.level}）`,
      `the track ${id} is not of this level (${division.level})`,
    );
  });
}

function rowFindings(
  { row, division }: DivisionLine,
  codes: ReadonlySet<string>,
  programme: Programme,
): readonly Finding[] {
  const findings: Finding[] = parentFinding(division, codes).map((finding) => ({
    place: `row ${row} parent`,
    ...finding,
  }));
  const isTidy = division.name.trim() === division.name && !/[\p{Cc}\p{Cf}]/u.test(division.name);
  if (!isTidy || division.name === '') {
    findings.push({
      place: `row ${row} name`,
      what: say(
        `名称 ${quote(division.name)} 为空，或带空格、不可见字符`,
        `the name ${quote(division.name)} is blank, padded or has characters that are not seen`,
      ),
      expected: say('不带首尾空格的名称', 'a name without surrounding spaces'),
    });
  }
  const kinds = kindsOfLevel[division.level];
  if (!kinds.includes(division.kind)) {
    findings.push({
      place: `row ${row} kind`,
      what: say(
        `${division.code.length} 位代码的类型是 ${division.kind}`,
        `a code of ${division.code.length} digits has the kind ${division.kind}`,
      ),
      expected: say(`${kinds.join('、')} 之一`, `one of ${kinds.join(', ')}`),
    });
  }
  for (const what of countedForFindings(division, programme)) {
    const fitting = programme.tracks.filter(({ level }) => level === division.level);
    findings.push({
      place: `row ${row} counted_for`,
      what,
      expected: same(fitting.map(({ id }) => id).join(' ')),
    });
  }
  if (
    division.validFrom !== null &&
    division.validTo !== null &&
    division.validTo < division.validFrom
  ) {
    findings.push({
      place: `row ${row} valid_to`,
      what: say(
        `终止日 ${division.validTo} 早于起始日`,
        `it ends on ${division.validTo}, before it begins`,
      ),
      expected: say(`${division.validFrom} 或以后`, `${division.validFrom} or later`),
    });
  }
  return findings;
}

function rootFindings(lines: readonly DivisionLine[], prefecture: string): readonly Finding[] {
  const roots = lines.filter(({ division }) => levelOfCode(division.code) === 'prefecture');
  const missing = roots.every(({ division }) => division.code !== prefecture);
  const findings: Finding[] = roots
    .filter(({ division }) => division.code !== prefecture)
    .map(({ row, division }) => ({
      place: `row ${row} code`,
      what: say(`${division.code} 是另一个地级市`, `${division.code} is another prefecture`),
      expected: same(prefecture),
    }));
  if (missing) {
    findings.push({
      place: '',
      what: say(
        `缺少本市 ${prefecture} 这一行`,
        `the row of the prefecture ${prefecture} is missing`,
      ),
      expected: same(prefecture),
    });
  }
  return findings;
}

/** Every fault among the codes, in the order of the rows within each kind of fault. */
export function checkCodes(
  lines: readonly DivisionLine[],
  programme: Programme,
): readonly Finding[] {
  const codes = new Set(lines.map(({ division }) => division.code));
  return [
    ...rootFindings(lines, programme.prefecture),
    ...duplicates(lines),
    ...lines.flatMap((line) => rowFindings(line, codes, programme)),
  ];
}
