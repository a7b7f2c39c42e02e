import { describe, expect, it } from 'vitest';
import { realGeometry, realSelection, sceneOf, testWords, withRows } from './fixture.ts';
import { labelBox, overlap } from './label.ts';
import { overlaysOf } from './overlay.ts';
import { projectSite } from './projected.ts';
import { buildScene } from './scene.ts';

const national = realSelection('national');
const codes = (scene: ReturnType<typeof sceneOf>) => scene.counties.map(({ code }) => code);

describe('the scene of the real data', () => {
  it('has the ten counties in the order of their codes', () => {
    const scene = sceneOf(national);
    expect(scene.counties).toHaveLength(10);
    expect(codes(scene)).toEqual([...codes(scene)].sort());
  });

  it('draws the selected county last', () => {
    const scene = sceneOf(national, '131023');
    expect(codes(scene).at(-1)).toBe('131023');
    expect(scene.counties.filter(({ isSelected }) => isSelected)).toHaveLength(1);
  });

  it('leaves out 131071, which has no outline, though lists of townships have it', () => {
    const townships = realSelection('townships');
    expect(sceneOf(townships).counties.map(({ code }) => code)).not.toContain('131071');
    expect(sceneOf(realSelection('villages')).counties).toHaveLength(10);
  });

  it('leaves a county of which the theme does not speak as ground', () => {
    const rows = national.rows.filter(({ division }) => division.code !== '131002');
    expect(sceneOf({ ...national, rows }).counties).toHaveLength(9);
  });

  it('tells the sentence and the link of every county', () => {
    for (const county of sceneOf(national).counties) {
      expect(county.description).toMatch(new RegExp(`^${county.name}：`));
      expect(county.href).toBe(`/?county=${county.code}`);
    }
  });

  it('hatches all that was not reported, and dots the two inferred applications', () => {
    const { counties } = sceneOf(national);
    expect(counties.every(({ isUnreported }) => isUnreported)).toBe(true);
    const possible = counties.filter(({ isPossible }) => isPossible).map(({ name }) => name);
    expect(possible).toEqual(['安次区', '广阳区']);
    const anci = counties.find(({ name }) => name === '安次区');
    expect(anci && overlaysOf(anci).map(({ pattern }) => pattern)).toEqual(['hatch', 'dots']);
  });

  it('gives a class its place on the ramp', () => {
    const scene = sceneOf(withRows(national, { '131082': { classId: 'named' } }));
    const sanhe = scene.counties.find(({ code }) => code === '131082');
    expect(sanhe).toMatchObject({ kind: 'step', rank: 4, paint: 'step-4' });
    const unheard = sceneOf(withRows(national, { '131082': { classId: 'no-such-class' } }));
    expect(unheard.counties.find(({ code }) => code === '131082')?.paint).toBe('unknown');
  });

  it('names the neighbours, the stand-in marked as such', () => {
    const { context } = sceneOf(national);
    const names = context.flatMap(({ label }) => label?.lines ?? []);
    expect(names).toEqual(expect.arrayContaining(['北京', '天津', '雄安新区']));
    expect(context.filter(({ isApproximate }) => isApproximate)).toHaveLength(1);
  });

  it.each([
    ['Chinese', ['大厂', '备案与规划']],
    ['English', ['Dachang', 'Filing and planning']],
  ])('has no two labels over each other, in %s', (_, lines) => {
    const words = { ...testWords, label: () => lines };
    const { counties } = buildScene({
      geometry: realGeometry,
      selection: national,
      selectedCode: null,
      words,
      hrefOf: (code) => code,
    });
    const boxes = counties.map(({ label }) => labelBox(label));
    const colliding = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).filter((b) => overlap(a, b).every((depth) => depth > 1)),
    );
    expect(colliding).toEqual([]);
  });

  it('works the geometry out once', () => {
    expect(projectSite(realGeometry)).toBe(projectSite(realGeometry));
    expect(sceneOf(national).frame).toBe(sceneOf(realSelection('both')).frame);
  });
});
