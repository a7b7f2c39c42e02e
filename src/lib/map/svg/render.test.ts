import { describe, expect, it } from 'vitest';
import { realSelection, sceneOf, withRows } from '../fixture.ts';
import type { Scene } from '../scene.ts';
import { renderMap, type MapOptions } from './render.ts';

const options: MapOptions = {
  title: '各县（市、区）创建国家森林城市所处阶段',
  description: '截至2026年8月1日',
  north: '北',
  kilometres: (length) => `${length} 公里`,
  captions: ['边界为概化示意', '审图号：待填报'],
};
const selection = realSelection('national');
const scene = sceneOf(selection, '131082');
const svg = renderMap(scene, options);

describe('the map as SVG', () => {
  it('looks as it did', () => {
    expect(svg).toMatchSnapshot();
  });

  it('begins a line with the path of each of the ten counties', () => {
    expect(svg.split('\n').filter((line) => /^<path id="map-1310\d\d"/.test(line))).toHaveLength(
      10,
    );
  });

  it('puts every county in a link that says how it stands', () => {
    for (const { code, href, description } of scene.counties) {
      const link = new RegExp(`<a href="([^"]*)"[^>]*data-code="${code}"[^>]*aria-label="([^"]*)"`);
      expect(link.exec(svg)?.slice(1)).toEqual([href, description]);
      expect(svg).toContain(`<title>${description}</title>`);
    }
  });

  it('has an accessible name and description', () => {
    expect(svg).toContain(
      'role="group" aria-labelledby="map-title" aria-describedby="map-description"',
    );
    expect(svg).toContain(`<title id="map-title">${options.title}</title>`);
  });

  it('marks the selected county for a screen reader', () => {
    expect(svg.match(/aria-current="true"/g)).toHaveLength(1);
  });

  it('keeps a filtered-out county a link', () => {
    const dimmed = sceneOf(withRows(selection, { '131002': { isShown: false } }));
    expect(renderMap(dimmed, options)).toMatch(/<a href="[^"]+" class="map-county [^"]*is-dimmed/);
  });

  it('has no inline style, no handler and no address but its links and its own patterns', () => {
    expect(svg).not.toMatch(/\sstyle=|\son[a-z]+=|<script|<style/);
    const addresses = [...svg.matchAll(/(?:href="|url\()([^")]*)/g)].map(([, address]) => address);
    expect(addresses.every((address) => /^(#map-|\/\?county=\d{6}$)/.test(address ?? ''))).toBe(
      true,
    );
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toContain('http');
  });

  it('refers to no id that it does not define, and defines none twice', () => {
    const defined = [...svg.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    const used = [...svg.matchAll(/(?:href="#|url\(#)([^")]*)/g)].map(([, id]) => id);
    expect(new Set(defined).size).toBe(defined.length);
    expect(used.filter((id) => !defined.includes(id))).toEqual([]);
  });

  it('escapes every word it is given', () => {
    const evil = '<b>&"\'';
    const county = scene.counties[0];
    const evilScene: Scene = {
      ...scene,
      counties: county
        ? [
            {
              ...county,
              description: evil,
              href: `/?a=${evil}`,
              label: { x: 1, y: 1, lines: [evil, evil], hasName: true },
            },
          ]
        : [],
    };
    const text = renderMap(evilScene, {
      ...options,
      title: evil,
      description: evil,
      north: evil,
      kilometres: () => evil,
      captions: [evil],
    });
    expect(text).not.toContain('<b>');
    expect(text.match(/&lt;b&gt;&amp;&quot;&#39;/g)).toHaveLength(10);
  });

  it('takes a prefix, so that two maps can stand on a page', () => {
    const ids = [
      ...renderMap(scene, { ...options, idPrefix: 'small' }).matchAll(/\sid="([^"]*)"/g),
    ];
    expect(ids.length).toBeGreaterThan(10);
    expect(ids.every(([, id]) => id?.startsWith('small-'))).toBe(true);
  });
});
