import { describe, expect, it } from 'vitest';
import {
  quotaSet,
  reached,
  reported,
  testCounties,
  testCounty,
  testData,
  testVillage,
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

describe('villages against their quotas', () => {
  const villages = [1, 2].flatMap((county) =>
    [1, 2, 3].map((index) => testVillage(`99000${county}00100${index}`)),
  );
  const facts: TestFacts = {
    divisions: [...testCounties, ...villages],
    events: [reached('named', '2022', { division: '990001001001', track: 'village' })],
    reporting: ['990001', '990002'].map((code) =>
      reported(code, '2030-12-31', { track: 'village' }),
    ),
  };
  const byCity = (...counts: readonly number[]): TestFacts => ({
    ...facts,
    quotas: counts.map((count, index) =>
      quotaSet(testCounty(index + 1).code, count, '2023', { track: 'village' }),
    ),
  });
  const shown = (given: TestFacts) => home(given, { theme: 'villages', at: '2024-06-30' });
  const cells = (given: TestFacts) =>
    shown(given).table.rows.map(({ villages: cell }) => cell.text);
  const names = (given: TestFacts) => shown(given).legend.classes.map(({ name }) => name);

  it('say in the title and every cell what they are held against', () => {
    expect(shown(facts).map.title).toContain('占村庄总数的比例');
    expect(cells(facts)).toEqual(['1 / 3', '0 / 3']);
    expect(shown(byCity(2)).map.title).toContain('完成分解任务的比例');
    expect(shown(byCity(2)).map.sentence).toContain('完成分解任务的比例');
    expect(cells(byCity(2))).toEqual(['1 / 2', '0 / —']);
  });

  it('list what was not asked for only where something was not', () => {
    expect(names(byCity(2, 1))).not.toContain('未分解任务');
    expect(names(byCity(2))).toContain('未分解任务');
    expect(names(byCity(2, 0))).toContain('任务为0');
    expect(names(byCity(1))[0]).toBe('达到或超过任务');
  });
});
