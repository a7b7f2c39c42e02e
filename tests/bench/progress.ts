/**
 * Progress of everything at any date, and how it grows: a prefecture of 10 counties, 90 townships
 * and 3,200 villages with 1×, 10× and 100× of 10,000 events, then a province. The knowledge is
 * built once; each call asks for another random day.
 */
import { readFileSync } from 'node:fs';
import { freemem } from 'node:os';
import * as v from 'valibot';
import { programmeSchema } from '../../src/lib/domain/programme.ts';
import type { Measurement, SectionResult } from './measurement.ts';
import { measureScale, type Scale, type ScaleResult } from './progress-scale.ts';
import { median, percentile } from './statistics.ts';

const prefecture = { counties: 10, townships: 90, villages: 3_200 };
const province = { counties: 170, townships: 2_300, villages: 50_000 };
/** As many events per unit as 10,000 on a prefecture. */
const provinceEvents = Math.round((10_000 * (170 + 2_300 + 50_000)) / (10 + 90 + 3_200));

const scales: readonly Scale[] = [
  { name: '1×', ...prefecture, events: 10_000 },
  { name: '10×', ...prefecture, events: 100_000 },
  { name: '100×', ...prefecture, events: 1_000_000 },
  { name: 'province, 10,000 events', ...province, events: 10_000 },
  { name: 'province', ...province, events: provinceEvents },
  { name: 'province, 1,000,000 events', ...province, events: 1_000_000 },
];
const smallCalls = 500;
const largeCalls = 60;
/** Bytes of free memory below which a million events are not tried. */
const memoryForAMillion = 4e9;

export function measureProgress(): SectionResult {
  const programme = v.parse(
    programmeSchema,
    JSON.parse(readFileSync('data/programme.json', 'utf8')),
  );
  const results: ScaleResult[] = [];
  const skipped: string[] = [];
  for (const scale of scales) {
    if (scale.events >= 1_000_000 && freemem() < memoryForAMillion) skipped.push(scale.name);
    else
      results.push(measureScale(programme, scale, scale.events > 50_000 ? largeCalls : smallCalls));
  }
  return {
    measurements: [...judge(results), ...results.flatMap(besides), ...skipped.map(skip)],
    raw: { scales: results.map((result) => ({ ...result })), skipped },
  };
}

function judge(results: readonly ScaleResult[]): Measurement[] {
  const named = (name: string) => results.find((result) => result.name === name);
  const base = named('1×');
  if (!base) return [];
  const growth = (
    figure: 'progressGrowth' | 'progressProvince',
    from: ScaleResult | undefined,
    to: ScaleResult | undefined,
  ): Measurement => {
    if (!from || !to) return { kind: 'not-measured', figure, why: 'too little free memory' };
    const value = perEvent(to) / perEvent(from);
    const detail = `${nanoseconds(to)} against ${nanoseconds(from)} an event`;
    return { kind: 'measured', figure, value, detail };
  };
  return [
    {
      kind: 'measured',
      figure: 'progress',
      value: percentile(base.calls, 0.95),
      detail: `p95 of ${base.calls.length} days; median ${median(base.calls).toFixed(2)} ms`,
    },
    growth('progressGrowth', base, named('100×')),
    growth('progressProvince', base, named('province')),
  ];
}

function besides(result: ScaleResult): Measurement[] {
  const { name, units, events, calls, knowledge, firstCalls } = result;
  return [
    {
      kind: 'beside',
      what: `progress, ${name}`,
      value: `${median(calls).toFixed(2)} ms`,
      detail:
        `${units} units, ${events} events; p95 ${percentile(calls, 0.95).toFixed(2)} ms; ` +
        `${nanoseconds(result)} an event; knowledge ${median(knowledge).toFixed(0)} ms, ` +
        `first call with the timeline ${median(firstCalls).toFixed(0)} ms`,
    },
  ];
}

function skip(name: string): Measurement {
  return {
    kind: 'beside',
    what: `progress, ${name}`,
    value: 'skipped',
    detail: 'too little memory',
  };
}

/** Milliseconds per event, by the median call. */
function perEvent({ calls, events }: ScaleResult): number {
  return median(calls) / events;
}

function nanoseconds(result: ScaleResult): string {
  return `${(perEvent(result) * 1e6).toFixed(0)} ns`;
}
