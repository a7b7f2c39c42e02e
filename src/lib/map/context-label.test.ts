import { describe, expect, it } from 'vitest';
import { contextBox, contextLabels } from './context-label.ts';
import { groundOf } from './ground.ts';
import { labelBox, overlap } from './label.ts';
import { buildScene } from './scene.ts';
import { furnitureBoxes } from './svg/furniture.ts';
import { realGeometry, realSelection, testWords } from './fixture.ts';
import { projectSite } from './projected.ts';

const square = (left: number, top: number, size: number) => [
  [left, top] as const,
  [left + size, top] as const,
  [left + size, top + size] as const,
  [left, top + size] as const,
];
const view = { width: 1000, height: 1000 };
/** A county in the middle of a neighbour that fills the view. */
const ground = groundOf(
  [
    { code: 'county', rings: [square(400, 400, 200)] },
    { code: 'neighbour', rings: [square(0, 0, 1000)] },
  ],
  view,
);
const nameAt = (x: number, y: number) => [
  { code: 'neighbour', name: '沧州', place: [x, y] as const },
];

describe("a neighbour's name", () => {
  it('stands at its place where that is free', () => {
    expect(contextLabels(nameAt(200, 200), ground, [])).toMatchObject([{ x: 200, y: 200 }]);
  });

  it('steps aside from a county and from what is taken, no farther than it must', () => {
    const [label] = contextLabels(nameAt(500, 410), ground, []);
    expect(label?.y).toBeLessThan(400);
    const taken = { x: 200, y: 200, width: 300, height: 60 };
    const [other] = contextLabels(nameAt(200, 200), ground, [taken]);
    expect(other && overlap(contextBox(other), taken).some((depth) => depth <= 0)).toBe(true);
  });

  it('is left out where there is no room on its own ground', () => {
    const everything = { x: 500, y: 500, width: 1000, height: 1000 };
    expect(contextLabels(nameAt(200, 200), ground, [everything])).toEqual([null]);
    expect(contextLabels(nameAt(-600, 200), ground, [])).toEqual([null]);
  });

  it.each([
    [
      'Chinese',
      (name: string) => name,
      ['大厂', '备案与规划'],
      ['边界为概化示意', '审图号：待填报'],
    ],
    [
      'English',
      (_: string, english: string) => english,
      ['Dachang', 'Filing and planning'],
      ['Boundaries are generalised', 'Map review number: to be filled in'],
    ],
  ])(
    'keeps clear of counties, their labels and the furniture, in %s',
    (_, nameOf, lines, captions) => {
      const furniture = (frame: Parameters<typeof furnitureBoxes>[0]) =>
        furnitureBoxes(frame, { north: '北', kilometres: (length) => `${length} km`, captions });
      const scene = buildScene({
        geometry: realGeometry,
        selection: realSelection('national'),
        selectedCode: null,
        words: {
          ...testWords,
          label: () => lines,
          contextName: ({ name, nameEn }) => nameOf(name, nameEn),
        },
        hrefOf: (code) => code,
        furniture,
      });
      const taken = [
        ...scene.counties.map(({ label }) => labelBox(label)),
        ...furniture(scene.frame),
      ];
      const placed = scene.context.flatMap(({ code, label }) => (label ? [{ code, label }] : []));
      expect(placed.length).toBeGreaterThanOrEqual(3);
      for (const { code, label } of placed) {
        const box = contextBox(label);
        expect(projectSite(realGeometry).ground.isOn(code, box)).toBe(true);
        for (const other of taken) {
          expect(overlap(box, other).some((depth) => depth <= 0)).toBe(true);
        }
      }
    },
  );
});
