import { describe, expect, it } from 'vitest';
import { testData } from '../domain/fixture.ts';
import type { SiteData } from './data/site-data.ts';
import type { ProgrammeSource } from './read-model.ts';
import { onNewVersion, openSite, readModel, refreshSite } from './site.ts';

const none = { type: 'FeatureCollection', features: [] } as const;

function siteData(version: string): SiteData {
  return {
    data: testData({ events: [] }),
    geometry: { counties: { ...none, features: [] }, context: { ...none, features: [] } },
    version,
    modifiedAt: '2022-06-01T09:00:00+08:00',
  };
}

/** A source whose version the test sets, and whose readings it can hold back and count. */
function settableSource() {
  const state = { version: 'v1', readings: 0, gate: Promise.resolve() };
  const source: ProgrammeSource = {
    async read() {
      state.readings += 1;
      const { version } = state;
      await state.gate;
      return siteData(version);
    },
  };
  return { state, source };
}

describe('the site of a process', () => {
  it('takes over new data, tells it once, and reads once more for changes that come meanwhile', async () => {
    const { state, source } = settableSource();
    await openSite(source);
    const told: string[] = [];
    const stop = onNewVersion((version) => told.push(version));

    await refreshSite();
    expect(told).toEqual([]);

    state.version = 'v2';
    let release = () => {};
    state.gate = new Promise((resolve) => {
      release = resolve;
    });
    const before = state.readings;
    const first = refreshSite();
    state.version = 'v3';
    const others = Array.from({ length: 20 }, () => refreshSite());
    release();
    await Promise.all([first, ...others]);
    expect(readModel().version).toBe('v3');
    expect(told).toEqual(['v2', 'v3']);
    expect(state.readings - before).toBe(2);

    stop();
    state.version = 'v4';
    await refreshSite();
    expect(told).toEqual(['v2', 'v3']);

    state.gate = Promise.reject(new Error('gone'));
    state.version = 'v5';
    await expect(refreshSite()).rejects.toThrow('gone');
    expect(readModel().version).toBe('v4');
    state.gate = Promise.resolve();
    await refreshSite();
    expect(readModel().version).toBe('v5');
  });
});
