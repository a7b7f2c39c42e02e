import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelPlace } from './label-place.ts';
import { labelBox, overlap, placeLabels, textWidth, type SceneLabel } from './label.ts';
import { wrapText } from './wrap.ts';

const view = { width: 1000, height: 1600 };
const at = (x: number, y: number, ...lines: string[]): SceneLabel => ({
  x,
  y,
  lines,
  hasName: true,
});

function collisions(labels: readonly SceneLabel[]): number {
  const boxes = labels.map(labelBox);
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).filter((b) => overlap(a, b).every((d) => d > 1)),
  ).length;
}

describe('labels', () => {
  it('are as wide as their Chinese characters, and about half that for letters', () => {
    expect(textWidth('三河市', 40)).toBe(120);
    expect(textWidth('Sanhe', 40)).toBeLessThan(textWidth('三河市', 40));
  });

  it('stay where they are when nothing is in the way', () => {
    const labels = [at(300, 300, '三河市'), at(300, 600, '香河县')];
    expect(placeLabels(labels, view)).toEqual(labels);
  });

  it('step back from one another, each by half, the shorter way', () => {
    const [a, b] = placeLabels([at(300, 300, '三河市'), at(300, 330, '香河县')], view);
    expect([a?.x, b?.x]).toEqual([300, 300]);
    expect((a?.y ?? 0) + (b?.y ?? 0)).toBeCloseTo(630, 0);
    expect(collisions([a, b].filter((label) => label !== undefined))).toBe(0);
  });

  it('never leave the view', () => {
    const labels = fc.array(
      fc.record({
        x: fc.integer({ min: -100, max: 1100 }),
        y: fc.integer({ min: -100, max: 1700 }),
        lines: fc.constant(['大厂', '创建实施']),
        hasName: fc.boolean(),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(labels, (some) => {
        for (const box of placeLabels(some, view).map(labelBox)) {
          expect(box.x - box.width / 2).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width / 2).toBeLessThanOrEqual(view.width);
          expect(box.y - box.height / 2).toBeGreaterThanOrEqual(0);
          expect(box.y + box.height / 2).toBeLessThanOrEqual(view.height);
        }
      }),
    );
  });
});

describe('the place of a label', () => {
  it('is the middle of a plain shape', () => {
    const [x, y] = labelPlace([
      [
        [0, 0],
        [200, 0],
        [200, 100],
        [0, 100],
      ],
    ]) ?? [0, 0];
    expect(x).toBeCloseTo(100, -1);
    expect(y).toBeCloseTo(50, -1);
  });

  it('is where the shape is wide, not where it is merely thick', () => {
    // A tower 100 wide on a base 90 high: the larger circle is in the tower, the label in the base.
    const shape = [
      [0, 0],
      [100, 0],
      [100, 400],
      [600, 400],
      [600, 490],
      [0, 490],
    ] as const;
    expect(labelPlace([shape])?.[1]).toBeGreaterThan(400);
  });

  it('is none without an area', () => {
    expect(labelPlace([])).toBeNull();
    expect(
      labelPlace([
        [
          [0, 0],
          [1, 1],
        ],
      ]),
    ).toBeNull();
  });
});

describe('a text in lines', () => {
  it('is broken between characters in Chinese and between words in English', () => {
    expect(wrapText('备案与规划', 10, 30)).toEqual(['备案与', '规划']);
    expect(wrapText('Filing and planning', 10, 65)).toEqual(['Filing and', 'planning']);
  });

  it('begins no line with a full stop and ends none with an opening bracket', () => {
    expect(wrapText('一二三。四', 10, 30)).toEqual(['一二三。', '四']);
    expect(wrapText('一二（三四）', 10, 30)).toEqual(['一二', '（三四）']);
  });

  it('keeps a word that is too wide, and has no line for nothing', () => {
    expect(wrapText('Rechtsschutzversicherung', 10, 20)).toEqual(['Rechtsschutzversicherung']);
    expect(wrapText('', 10, 20)).toEqual([]);
  });

  it('loses no character but spaces', () => {
    const texts = fc.string({ unit: fc.constantFrom('廊', '坊', 'a', 'b', ' ', '。', '（') });
    fc.assert(
      fc.property(texts, (text) => {
        const bare = (some: string) => some.replaceAll(' ', '');
        expect(bare(wrapText(text, 10, 40).join(''))).toBe(bare(text));
      }),
    );
  });
});
