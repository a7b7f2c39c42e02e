/**
 * A stranger's arithmetic: the result of every calculation file worked out again from its inputs
 * alone, by the words of the method page. Nothing of `domain/` is used.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../domain/knowledge.ts';
import { calculation, type Calculation } from '../export/calculation.ts';
import { readDataDirectory } from './data/read-data-directory.ts';

const lengthOf = { 4: ['-01-01', '-12-31'], 7: ['-01', ''], 10: ['', ''] } as const;

function bounds(partial: string): [first: string, last: string] {
  const [first, last] = lengthOf[partial.length as 4 | 7 | 10];
  if (partial.length !== 7) return [partial + first, partial + last];
  const [year = 0, month = 0] = partial.split('-').map(Number);
  return [partial + first, `${partial}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`];
}

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;
const dayAfter = (day: string): string =>
  new Date((dayNumber(day) + 1) * 86_400_000).toISOString().slice(0, 10);

function redo({ at, target, inputs }: Calculation) {
  const tracks = [target.track, ...target.alsoCountedBy];
  const isThere = (unit: (typeof inputs.units)[number], day: string): boolean =>
    (unit.validFrom ?? day) <= day && day <= (unit.validTo ?? day);

  function unitOn(unit: (typeof inputs.units)[number], track: string, day: string) {
    const events = unit.events.filter((e) => e.track === track && bounds(e.effective)[0] <= day);
    const sure = events.map((e) => e.certainty === 'confirmed' && bounds(e.effective)[1] <= day);
    const last = events[sure.lastIndexOf(true)];
    const open = events.slice(sure.lastIndexOf(true) + 1);
    const isReported =
      (unit.reportedTo[track] ?? '') >= day ||
      (last !== undefined && bounds(last.effective)[0] >= day);
    return {
      surely: last?.counts === true && open.every(({ counts }) => counts),
      may: last?.counts === true || open.some(({ counts }) => counts) || !isReported,
    };
  }

  function on(day: string) {
    const units = inputs.units.filter((unit) => isThere(unit, day));
    const each = units.map((unit) => tracks.map((track) => unitOn(unit, track, day)));
    const named = each.filter((answers) => answers.some(({ surely }) => surely)).length;
    const open = each.filter((answers) => answers.some(({ may }) => may)).length;
    const latest = new Map<string, number>();
    for (const { stage, excluding, count, effective } of inputs.statements) {
      const counts = inputs.stages[target.track]?.find(({ id }) => id === stage)?.counts;
      if (counts && bounds(effective)[1] <= day) latest.set(`${stage} ${excluding}`, count);
    }
    const low = Math.max(named, ...latest.values());
    const required =
      target.kind === 'number'
        ? target.number
        : Math.max(1, Math.ceil((target.numerator * units.length) / target.denominator));
    return { denominator: units.length, named, low, high: Math.max(low, open), required };
  }

  const turns = new Set([at]);
  for (const unit of inputs.units) {
    if (unit.validFrom) turns.add(unit.validFrom);
    if (unit.validTo) turns.add(dayAfter(unit.validTo));
    for (const { effective } of unit.events) bounds(effective).forEach((day) => turns.add(day));
  }
  for (const { effective } of inputs.statements) turns.add(bounds(effective)[1]);
  let metOn: string | null = null;
  let wasMet = false;
  for (const day of [...turns].filter((turn) => turn <= at).sort()) {
    const { low, required } = on(day);
    wasMet ||= low >= required;
    metOn = low >= required ? (metOn ?? day) : null;
  }
  const now = on(at);
  const { start, base, deadline } = inputs.period;
  const length = dayNumber(deadline) - dayNumber(start);
  const passed = Math.min(Math.max(0, dayNumber(at) - dayNumber(start)), length);
  const expected = base + ((now.required - base) * passed) / length;
  return { ...now, expected, metOn, outcome: outcome() };

  function outcome(): string {
    if (metOn !== null) return metOn <= deadline ? 'met' : 'met-late';
    if (wasMet) return 'lost';
    if (at > deadline)
      return on(deadline).high < on(deadline).required ? 'not-met' : 'undetermined';
    return word(now.low) === word(now.high) ? word(now.low) : 'undetermined';
  }

  function word(count: number): string {
    if (count >= now.required) return 'met';
    if (count < base) return 'regressed';
    const ratio = expected === base ? 1 : (count - base) / (expected - base);
    if (ratio >= inputs.thresholds.onTrack) return 'on-track';
    return ratio >= inputs.thresholds.accelerate ? 'accelerate' : 'behind';
  }
}

const days = ['2019-12-31', '2020-12-31', '2022-06-30', '2023-12-31', '2025-12-31', '2026-11-23'];

describe.each(['data', 'data/demo'])('the calculation files of %s', (directory) => {
  const read = readDataDirectory(fileURLToPath(new URL(`../../../${directory}`, import.meta.url)));
  if (read.status === 'invalid') throw new Error(`${directory} does not validate`);
  const { data, version } = read.site;

  it.each([undefined, '2024-06-30'])('can be redone by a stranger, as known on %s', (knownAt) => {
    const knowledge = knowledgeOf(data, knownAt);
    for (const target of data.programme.targets) {
      for (const at of days) {
        const about = { at, knownAt: knownAt ?? null, dataVersion: version, ruleVersion: '1' };
        const made = calculation(knowledge, target, { ...about, demonstration: false }, 'zh-CN');
        // As it is read by others: what JSON cannot carry is gone.
        const file = JSON.parse(JSON.stringify(made)) as Calculation;
        expect(file.result, `${target.id} ${at}`).toMatchObject(redo(file));
      }
    }
  });
});
