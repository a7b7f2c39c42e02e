import { bbox } from '@turf/turf';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { metresOutside } from '../geodata/metres.ts';
import { data, facts, judged, point } from './places-fixture.ts';

describe('The datum of a whole prefecture’s positions', () => {
  /** Every village at a made-up point of a grid over its county, in GCJ-02. */
  const villagesOfAll = [...facts.counties].flatMap(([code, area]) => {
    const [west, south, east, north] = bbox(area);
    const points: [number, number][] = [];
    for (let x = west; x < east; x += 0.02) {
      for (let y = south; y < north; y += 0.02) {
        if (metresOutside([x, y], area) === 0) points.push([x, y]);
      }
    }
    const own = data.divisions.filter(
      (unit) => unit.level === 'village' && unit.code.startsWith(code),
    );
    return own.slice(0, points.length).map((unit, index) => ({
      type: 'Feature',
      properties: { code: unit.code },
      geometry: point(gcoord.transform(points[index] ?? [0, 0], gcoord.WGS84, gcoord.GCJ02)),
    }));
  });
  const text = JSON.stringify({ type: 'FeatureCollection', features: villagesOfAll });
  const choices = { rows: {}, declared: null, decided: null } as const;
  const given = { division: '131000' };

  it('is found out where nobody knows it', async () => {
    const outcome = await judged(text, { ...given, choices });
    expect(outcome.datum).toMatchObject({ status: 'sure', datum: 'gcj02' });
    expect(outcome).toMatchObject({ isDatumAsked: false, counts: { wrong: 0 } });
  });

  it('is asked about where another was declared, and settled by a decision', async () => {
    const declared = { ...choices, declared: 'wgs84' } as const;
    const asked = await judged(text, { ...given, choices: declared });
    expect(asked.datum).toMatchObject({ contradicts: true, datum: 'gcj02' });
    expect(asked.isDatumAsked).toBe(true);
    const decided = { ...declared, decided: 'wgs84' } as const;
    const settled = await judged(text, { ...given, choices: decided });
    expect(settled.datum.datum).toBe('wgs84');
    expect(settled.isDatumAsked).toBe(false);
  });
});
