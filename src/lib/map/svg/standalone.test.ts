import { describe, expect, it } from 'vitest';
import { realSelection, sceneOf } from '../fixture.ts';
import { looks, palettes } from '../palette.ts';
import { renderStandalone, type StandaloneOptions } from './standalone.ts';

const options: StandaloneOptions = {
  title: '各县（市、区）创建国家森林城市所处阶段',
  description: '截至2026年8月1日',
  north: '北',
  kilometres: (length) => `${length} 公里`,
  captions: ['边界为概化示意'],
  look: 'light',
  siteName: '廊坊市森林城市创建',
  language: 'zh-CN',
  subtitle: '截至2026年8月1日，数据填报至2020年12月31日',
  dataUpTo: '2020-12-31',
  legendTitle: '所处阶段',
  legend: [
    { paint: 'step-0', patterns: [], text: '已申请 <1>', count: '2 个' },
    { paint: 'unknown', patterns: ['hatch'], text: '未填报', count: '8 个' },
    { paint: 'left', patterns: ['bars'], text: '已退出', count: '0 个' },
  ],
  notes: ['资料来源：《廊坊市“三创四建”活动简介》，廊坊市，2020年。', '审图号：待填报'],
};
const scene = sceneOf(realSelection('national'));
const svg = renderStandalone(scene, options);

/** The names of elements that are open at the end; throws on one closed out of turn. */
function openElements(xml: string): readonly string[] {
  const open: string[] = [];
  const token = /<\?[^>]*\?>|<(\/?)([A-Za-z]+)((?:\s+[A-Za-z-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  while (token.lastIndex < xml.length) {
    const place = token.lastIndex;
    const match = token.exec(xml);
    if (!match) throw new Error(`no XML at ${xml.slice(place, place + 60)}`);
    const [, closing, name = '', attributes = '', selfClosing, text = ''] = match;
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text + attributes))
      throw new Error(`bare & in ${text}`);
    if (closing && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    if (name && !closing && !selfClosing) open.push(name);
  }
  return open;
}

describe('the map as a document', () => {
  it('looks as it did', () => {
    expect(svg).toMatchSnapshot();
  });

  it('is well-formed XML with one root', () => {
    expect(openElements(svg)).toEqual([]);
    expect(svg).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/,
    );
  });

  it('carries its colours in any look and refers to nothing outside', () => {
    for (const look of looks) {
      const text = renderStandalone(scene, { ...options, look });
      expect(text).toContain(`--class-step-4: ${palettes[look].classes['step-4'].fill};`);
      expect(text.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
        /https?:|@import|url\((?!#)/,
      );
    }
  });

  it('says up to when its data reach, its legend with counts, its sources and its review number', () => {
    expect(svg).toContain('data-up-to="2020-12-31"');
    expect(svg).toContain('已申请 &lt;1&gt;');
    for (const text of ['2 个', '8 个', '审图号：待填报', '边界为概化示意', options.subtitle]) {
      expect(svg).toContain(`>${text}</text>`);
    }
    expect(svg).toContain(`>${options.siteName}</text>`);
    expect(svg).toContain('资料来源');
  });

  it('is stamped as a demonstration only when it is one', () => {
    expect(svg).not.toContain('map-stamp"');
    const stamped = renderStandalone(scene, { ...options, demonstration: '演示数据' });
    expect(stamped).toMatch(/class="map-stamp"[^>]*>演示数据</);
    expect(stamped).toMatch(/class="map-text map-mark">演示数据</);
    expect(stamped.indexOf('map-stamp"')).toBeLessThan(stamped.indexOf('class="map-labels"'));
  });

  it('breaks a long title and a long legend, so that nothing runs out or into a count', () => {
    const text = 'Not reported since the last day of December of the year 2020';
    const title = `${text}, ${text}, ${text}`;
    const legend = options.legend.slice(0, 1).map((entry) => ({ ...entry, text }));
    const long = { ...options, title, legend };
    const drawn = renderStandalone(scene, long);
    const lines = [...drawn.matchAll(/<text x="(\d+)"[^>]*class="map-text map-(\w+)">([^<]*)</g)];
    const widthOf = (name: string) =>
      Math.max(
        ...lines.filter(([, , kind]) => kind === name).map(([, , , line = '']) => line.length),
      );
    expect(widthOf('heading')).toBeLessThan(title.length / 2);
    expect(widthOf('legend')).toBeLessThan(text.length / 2);
  });

  it('defines the patterns of its legend', () => {
    expect(svg).toContain('id="map-bars-left"');
    const defined = [...svg.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    const used = [...svg.matchAll(/url\(#([^")]*)/g)].map(([, id]) => id);
    expect(used.filter((id) => !defined.includes(id))).toEqual([]);
    expect(new Set(defined).size).toBe(defined.length);
  });
});
