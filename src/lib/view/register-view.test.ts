import { describe, expect, it } from 'vitest';
import { testVillage } from '../domain/fixture.ts';
import { batchesOf, selectRegister } from '../domain/register.ts';
import {
  everyVillage,
  registerDivisions,
  registerKnowledge,
  village,
  villageCodes,
} from '../domain/register-fixture.ts';
import { sentences } from '../i18n/sentences.ts';
import { defaultRegister, type RegisterState } from '../map/register-state.ts';
import { registerView } from './register-view.ts';

const today = '2026-01-01';
const [first = '', second = ''] = villageCodes;
const events = [
  village(first, 'named', '2021', { batch: '第一批' }),
  village(second, 'named', '2025', { certainty: 'inferred', reason: '推断' }),
];

function view(
  change: Partial<RegisterState> = {},
  language: 'zh-CN' | 'en' = 'zh-CN',
  divisions = registerDivisions,
) {
  const knowledge = registerKnowledge({ events, divisions });
  const state = { ...defaultRegister, ...change };
  const query = { ...everyVillage, ...change, at: state.at ?? today };
  return registerView(
    {
      knowledge,
      selection: selectRegister(knowledge, query, () => []),
      state,
      batches: batchesOf(knowledge, 'village'),
      today,
      problems: [],
    },
    sentences[language],
  );
}

describe('the register', () => {
  it('says how many there are of each state, and what the target makes of it', () => {
    const { counts, bounds } = view();
    expect(counts).toBe('截至2026年1月1日，4个村中：已授予1个，推断或日期不全1个，未填报2个。');
    expect(bounds).toBe('目标卡片据此计算：确定的有1个，最多可能有4个。');
    expect(view({}, 'en').counts).toBe(
      'As of 1 January 2026, of 4 villages: 1 named, 1 inferred or incompletely dated, 2 not reported.',
    );
  });

  it('tells of each row where it lies, since when, by which batch and document', () => {
    const [row] = view().table.rows;
    expect(row).toMatchObject({
      code: first,
      href: null,
      state: 'counted',
      stateName: '已授予',
      date: '2021年',
      batch: '第一批',
      source: { id: 'S1', title: 'test' },
    });
    expect(row?.within.map(({ href }) => href)).toEqual(['/county/990001', '/township/990001001']);
    expect(view().sources.map(({ id }) => id)).toEqual(['S1']);
  });

  it('says how many of all the filter leaves, and counts the states among them', () => {
    const { caption, counts, states, filter } = view({ county: '990002', at: '2025-12-31' });
    expect(caption).toEqual(['2025年12月31日', '筛选出1个，共4个']);
    expect(counts).toContain('4个村中');
    expect(states.map(({ state, count }) => [state, count])).toEqual([
      ['counted', '0个'],
      ['possible', '0个'],
      ['unreported', '1个'],
    ]);
    expect(filter.clearHref).toBe('/villages?at=2025-12-31');
    expect(view().filter.clearHref).toBeNull();
  });

  it('keeps the rest of the address in the form and the links', () => {
    const { filter, table, states } = view({ search: '村', sort: 'name', at: '2025-12-31' });
    expect(filter.kept).toEqual([
      { name: 'at', value: '2025-12-31' },
      { name: 'sort', value: 'name' },
    ]);
    const href = (key: string) => table.columns.find((column) => column.key === key)?.href;
    expect(href('name')).toBe('/villages?at=2025-12-31&q=%E6%9D%91&sort=-name');
    expect(href('date')).toBe('/villages?at=2025-12-31&q=%E6%9D%91&sort=-date');
    expect(href('source')).toBeNull();
    expect(states[0]?.href).toBe('/villages?at=2025-12-31&q=%E6%9D%91&status=counted&sort=name');
  });

  it('takes a chosen state back by the same link', () => {
    const [counted] = view({ state: 'counted' }).states;
    expect(counted).toMatchObject({ isCurrent: true, href: '/villages' });
  });

  it('says so where nothing is like that, and offers no file of nothing', () => {
    expect(view({ search: '没有' }).nothing).toBe('没有符合条件的村。');
    expect(view({ search: '没有' }).downloads).toBeNull();
    expect(view().downloads?.links).toHaveLength(3);
    expect(view().nothing).toBeNull();
  });

  it('shows a hundred a page; a page that is not there is told, and the first shown', () => {
    const many = Array.from({ length: 130 }, (_, index) =>
      testVillage(`99000110${String(1000 + index)}`),
    );
    const divisions = [...registerDivisions.filter(({ level }) => level !== 'village'), ...many];
    const last = view({ page: 2 }, 'zh-CN', divisions);
    expect(last.table.rows).toHaveLength(30);
    expect(last.caption[1]).toBe('共130个；本页为第101至130个');
    expect(last.pager?.previous).toBe('/villages');
    const beyond = view({ page: 3 }, 'zh-CN', divisions);
    expect(beyond.notices).toEqual(['没有第“3”页，显示第1页。']);
    expect(beyond.table.rows).toHaveLength(100);
  });
});
