import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  reached,
  reported,
  retraction,
  stated,
  testCounties,
  testData,
} from '../domain/fixture.ts';
import { testProgramme } from '../domain/programme-fixture.ts';
import { knowledgeOf } from '../domain/knowledge.ts';
import type { ProgrammeData } from '../domain/programme-data.ts';
import { progress } from '../domain/progress.ts';
import { quotasOf } from '../domain/quota-standing.ts';
import { statusSchema, type Status } from '../domain/status.ts';
import { anyDay, anyStatus, arbitraryUnits } from './arbitrary-status.ts';
import { statusAsOf, statusText } from './status-as-of.ts';

const programme = testProgramme();
const divisions = [...testCounties, ...arbitraryUnits];
const dataOf = (status: Status): ProgrammeData => ({
  ...testData({ programme, divisions }),
  status,
});

describe('status.json', () => {
  it('read back and written again is the same, facts and bytes', () => {
    fc.assert(
      fc.property(anyStatus, (status) => {
        const text = statusText(status);
        const read = v.parse(statusSchema, JSON.parse(text));
        expect(read).toEqual(status);
        expect(statusText(read)).toBe(text);
      }),
    );
  });

  it('has every member of the schema', () => {
    const { sources, statements, events, reporting, quotas, places } = statusSchema.entries;
    const schemas = [sources, statements, reporting, quotas.wrapped, places.wrapped].map(
      ({ item }) => item,
    );
    for (const { entries } of [...schemas, ...events.item.options]) {
      const names = Object.keys(entries);
      const fact = Object.fromEntries(names.map((name) => [name, 'x']));
      const written = JSON.parse(statusText({ events: [fact] } as unknown as Status));
      expect(Object.keys(written.events[0]).sort()).toEqual(names.sort());
    }
    expect(JSON.parse(statusText({ $schema: 'x' } as Status))).toEqual({ $schema: 'x' });
  });

  it('of an edition without quotas and places is read as one that has none', () => {
    const { sources, statements, events, reporting } = testData().status;
    const earlier = { sources, statements, events, reporting };
    expect(v.parse(statusSchema, earlier)).toEqual({ ...earlier, quotas: [], places: [] });
  });

  it('cut at a day tells of every day up to it what the whole tells', () => {
    fc.assert(
      fc.property(anyStatus, anyDay, anyDay, (status, one, other) => {
        const [day, at] = [one, other].sort() as [string, string];
        const cut = statusAsOf(status, programme, { at, knownAt: null });
        const [part, whole] = [cut, status].map((facts) => knowledgeOf(dataOf(facts)));
        if (!part || !whole) throw new Error('two were made');
        expect(progress(part, day)).toEqual(progress(whole, day));
        expect(quotasOf(part, 'village', day)).toEqual(quotasOf(whole, 'village', day));
        expect(part.places).toEqual(whole.places);
      }),
    );
  });

  it('cut at a day of knowledge tells what was known then', () => {
    fc.assert(
      fc.property(anyStatus, anyDay, anyDay, (status, day, knownAt) => {
        const cut = statusAsOf(status, programme, { at: null, knownAt });
        const [part, whole] = [knowledgeOf(dataOf(cut)), knowledgeOf(dataOf(status), knownAt)];
        expect(progress(part, day)).toEqual(progress(whole, day));
        expect(quotasOf(part, 'village', day)).toEqual(quotasOf(whole, 'village', day));
        expect(part.places).toEqual(whole.places);
      }),
    );
  });

  it('cut keeps every source and event that is named in it', () => {
    fc.assert(
      fc.property(anyStatus, anyDay, (status, at) => {
        const cut = statusAsOf(status, programme, { at, knownAt: null });
        const sources = new Set(cut.sources.map(({ id }) => id));
        const ids = new Set(cut.events.map(({ id }) => id));
        const { events, statements, reporting, quotas, places } = cut;
        for (const fact of [...events, ...statements, ...reporting, ...quotas, ...places]) {
          expect(sources).toContain(fact.source);
        }
        for (const { retracts } of cut.events) if (retracts) expect(ids).toContain(retracts);
      }),
    );
  });

  it('leaves out what took effect or was recorded later, and nothing else', () => {
    const first = reached('applied', '2020', { recordedAt: '2020-06-01T09:00:00+08:00' });
    const later = reached('named', '2022-05', { recordedAt: '2022-06-01T09:00:00+08:00' });
    const back = retraction(first, '2023-01-01T09:00:00+08:00');
    const count = stated('applied', 6, '2022', { recordedAt: '2022-07-01T09:00:00+08:00' });
    const report = reported('990001', '2024-12-31', { recordedAt: '2025-01-01T09:00:00+08:00' });
    const { status } = testData({
      events: [first, later, back],
      statements: [count],
      reporting: [report],
    });
    const byDay = statusAsOf(status, programme, { at: '2021-12-31', knownAt: null });
    expect(byDay.events).toEqual([first, back]);
    expect(byDay.statements).toEqual([]);
    expect(byDay.reporting).toEqual([report]);
    const byKnowledge = statusAsOf(status, programme, { at: null, knownAt: '2022-06-01' });
    expect(byKnowledge.events).toEqual([first, later]);
    expect(byKnowledge.statements).toEqual([]);
    expect(byKnowledge.reporting).toEqual([]);
    expect(statusAsOf(status, programme, { at: null, knownAt: null })).toBe(status);
  });
});
