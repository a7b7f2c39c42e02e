import { describe, expect, it } from 'vitest';
import {
  reached,
  reported,
  testCounties,
  testCounty,
  testData,
  type TestFacts,
} from '../domain/fixture.ts';
import { knowledgeOf } from '../domain/knowledge.ts';
import { select } from '../domain/select.ts';
import { countyStandings } from '../domain/standing.ts';
import { sentences } from '../i18n/sentences.ts';
import { defaultView, type ViewState } from '../map/url-state.ts';
import { homeView } from './home-view.ts';

const today = '2026-11-23';
const prefecture = testCounty(0, {
  code: '990000',
  name: '某市',
  level: 'prefecture',
  countedFor: [],
});

function home(facts: TestFacts, change: Partial<ViewState> = {}) {
  const view = { ...defaultView, ...change };
  const at = view.at ?? today;
  const knowledge = knowledgeOf(testData(facts));
  const { theme, show, sort, isDescending } = view;
  return homeView(
    {
      knowledge,
      prefecture,
      view,
      today,
      selection: select(knowledge, { theme, at, show, sort, isDescending }),
      chosen:
        countyStandings(knowledge, at).find(({ division }) => division.code === view.county) ??
        null,
      onMap: new Set(testCounties.map(({ code }) => code)),
      problems: [{ parameter: 'theme', value: 'x', kind: 'unknown-theme' }],
    },
    sentences['zh-CN'],
  );
}

const silent = { reporting: testCounties.map(({ code }) => reported(code, '2020-12-31')) };

describe('the home page', () => {
  it('does not call a target failed of which nobody has reported', () => {
    const { summary, cards } = home(silent);
    expect(summary.headline).toContain('2020年12月31日之后尚无填报');
    expect(cards[0]).toMatchObject({ figure: '0–10', outcomeWord: '待核定' });
  });

  it('shows a bare count only where it is sure', () => {
    const { cards } = home({ events: [reached('named', '2021')] });
    expect(cards[0]).toMatchObject({ figure: '1', outcomeWord: '未达成' });
  });

  it('lists who is not reported, by name, and counts them', () => {
    const { legend } = home(silent);
    expect(legend.unreported).toMatchObject({ count: 10, name: '自2020年12月31日后未填报' });
    expect(legend.unreported?.names).toHaveLength(10);
  });

  it('leaves out of the table what the filter leaves out', () => {
    const events = [reached('named', '2021')];
    const { table, legend } = home({ events }, { show: ['named'] });
    expect(table.rows.map(({ code }) => code)).toEqual(['990001']);
    expect(legend.showAllHref).toBe('/');
  });

  it('switches a class of the legend on and off', () => {
    const named = (show: readonly string[]) =>
      home({}, { show }).legend.classes.find(({ id }) => id === 'named');
    expect(named([])?.href).toBe('/?show=named');
    expect(named(['named'])).toMatchObject({ href: '/', isChosen: true });
  });

  it('turns an order round when the same column is chosen again', () => {
    const column = (change: Partial<ViewState>) =>
      home({}, change).table.columns.find(({ key }) => key === 'national');
    expect(column({})).toMatchObject({ href: '/?sort=-national', sorted: null });
    expect(column({ sort: 'national', isDescending: true })).toMatchObject({
      href: '/?sort=national',
      sorted: 'descending',
    });
  });

  it('keeps the rest of the address when the day changes', () => {
    const { date } = home({}, { theme: 'provincial', county: '990001' });
    expect(date.kept).toEqual([
      { name: 'theme', value: 'provincial' },
      { name: 'county', value: '990001' },
    ]);
    expect(date.quick.at(-1)).toMatchObject({ label: '今天', isCurrent: true });
  });

  it('tells the chosen county, and the way out', () => {
    const { county } = home(silent, { county: '990003' });
    expect(county).toMatchObject({ code: '990003', closeHref: '/', href: '/county/990003' });
    expect(county?.facts[0]).toMatchObject({ text: '未填报' });
  });

  it('says in one line what of the address it could not follow', () => {
    expect(home({}).notices).toEqual(['没有专题“x”，显示国家森林城市专题。']);
  });
});
