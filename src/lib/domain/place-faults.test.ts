import { describe, expect, it } from 'vitest';
import { placed } from './fixture.ts';
import { maxPlaces } from './place-faults.ts';
import type { PlaceGeometry } from './place-geometry.ts';
import { faults, proposal, proposalFacts } from './proposal-fixture.ts';
import type { ProposedPlace } from './submission.ts';

const village = '990001001001';
const point: PlaceGeometry = { type: 'Point', coordinates: [116.5, 39.5] };
const given = (...places: readonly ProposedPlace[]) => proposal([], { places: [...places] });

describe('places', () => {
  it('are of townships and villages, of any that lie in the division', () => {
    expect(faults(given({ division: village, geometry: point }))).toEqual([]);
    expect(faults(given({ division: '990001001', geometry: point }))).toEqual([]);
    expect(faults(given({ division: '990001001002', geometry: point }))).toEqual([]);
  });

  it.each([
    ['', 'required'],
    ['990001001099', 'unknown-division'],
    ['990001', 'wrong-level'],
    ['990000', 'wrong-level'],
  ])('of %j are %s', (division, code) => {
    expect(faults(given({ division, geometry: point }))).toEqual([`places.0.division: ${code}`]);
  });

  it('of another county are not for this one to say', () => {
    const place = { division: village, geometry: point };
    expect(faults(given(place), { division: '990002' })).toEqual([
      'places.0.division: other-county',
    ]);
    expect(faults(given(place), { division: '990000' })).toEqual([]);
  });

  it('are drawn soundly, in a draft too: what is kept must be read again', () => {
    const geometry: PlaceGeometry = { type: 'Point', coordinates: [Infinity, 39.5] };
    const wrong = given({ division: village, geometry });
    expect(faults(wrong)).toEqual(['places.0.geometry: invalid-geometry']);
    expect(faults(wrong, { mode: 'draft' })).toEqual(['places.0.geometry: invalid-geometry']);
    const again = given({ division: village, geometry: point }, { division: village, geometry });
    expect(faults(again, { mode: 'draft' })).toEqual(['places.1.geometry: invalid-geometry']);
  });

  it('name a unit once, and not where it is known to lie', () => {
    const place = { division: village, geometry: point };
    expect(faults(given(place, place))).toEqual(['places.1.division: twice']);
    const data = proposalFacts({ places: [placed(village, point)] });
    expect(faults(given(place), { data })).toEqual(['places.0.geometry: same-as-now']);
    expect(faults(given({ ...place, geometry: null }), { data })).toEqual([]);
    expect(faults(given({ ...place, geometry: null }))).toEqual(['places.0.geometry: same-as-now']);
  });

  it('are not more than a prefecture has units', () => {
    const many = Array.from({ length: maxPlaces + 1 }, () => ({ division: '', geometry: point }));
    expect(faults(given(...many))).toEqual(['places: too-long']);
  });
});
