import { describe, expect, it } from 'vitest';
import { quotaSet } from '../../domain/fixture.ts';
import { registerKnowledge, village } from '../../domain/register-fixture.ts';
import { sentences } from '../../i18n/sentences.ts';
import { quotaClashRows, takeTheirQuotas } from './quota-clash.ts';
import { quotaFaultViews } from './quota-faults.ts';
import { quotaEffectView } from './quota-effect-view.ts';
import { freshQuotaForm, type QuotaForm } from './quota-form.ts';
import { quotaHistory } from './quota-history.ts';
import { quotaPage } from './quota-page.ts';
import { quotaTracks } from './quota-seats.ts';
import { sumOfForm } from './quota-sum.ts';

const say = sentences['zh-CN'];
const today = '2026-01-31';
const source = { source: 'S1', track: 'village' };
const knowledge = registerKnowledge({
  events: [village('990001100201', 'named', '2025')],
  quotas: [
    quotaSet('990001', 1, '2024', source),
    quotaSet('990002', 0, '2024', source),
    quotaSet('990001', 2, '2025-06', source),
  ],
});
const tracks = quotaTracks(knowledge, today);
const fresh = freshQuotaForm('key', tracks);
const typed = (counts: Readonly<Record<string, string>>): QuotaForm => ({
  ...fresh,
  counts: { ...fresh.counts, ...counts },
});
const seats = { first: 'count-village-990001', second: 'count-village-990002' };

describe('the table of the quotas', () => {
  it('says of each county what there is, what it has, what is asked and what would be fair', () => {
    const [table] = quotaPage(knowledge, fresh, today, say).tables;
    expect(
      table?.rows.map(({ county, eligible, counted, presentText, value }) => [
        county,
        eligible,
        counted,
        presentText,
        value,
      ]),
    ).toEqual([
      ['乙县', 3, 1, '2', '2'],
      ['甲县', 1, 0, '0', '0'],
    ]);
    expect([table?.eligible, table?.counted, table?.present, table?.suggested]).toEqual([
      4, 1, 2, 2,
    ]);
  });

  it.each([
    [{ [seats.first]: '1' }, '合计1，要求2，还差1', true],
    [{ [seats.first]: '３', [seats.second]: '1' }, '合计4，要求2，超出2', true],
    [{ [seats.first]: '' }, '合计2，与要求一致', false],
    [{ [seats.first]: '六' }, '合计0，要求2，还差2', true],
  ])('tells the sum of %j against the target', (counts, text, isOff) => {
    const [track] = tracks;
    if (!track) throw new Error('no track');
    expect(sumOfForm(typed(counts), track, say.quota.sumTemplates)).toEqual({ text, isOff });
  });
});

describe('the history of the quotas', () => {
  it('puts the latest first, with what one document set together', () => {
    const history = quotaHistory(knowledge, say);
    expect(history.map(({ since, parts }) => [since, parts[0]?.counties, parts[0]?.sum])).toEqual([
      ['自2025年6月起', '乙县2个', '合计2，与要求一致'],
      ['自2024年起', '乙县1个、甲县0个', '合计1，要求2，还差1'],
    ]);
    expect(quotaHistory(registerKnowledge(), say)).toEqual([]);
  });
});

describe('what quotas would change', () => {
  const sum = (given: number) => ({ sum: given, required: 2, difference: given - 2 });
  const effect = {
    at: today,
    counties: [
      { division: '990001', track: 'village', before: 2, after: 1 },
      { division: '990002', track: 'village', before: null, after: 0 },
    ],
    sums: [{ track: 'village', target: 'target', before: sum(2), after: sum(1) }],
  };

  it('is told county by county, none set apart from 0, and in all', () => {
    const told = quotaEffectView(knowledge, effect, say);
    expect(
      told?.tracks[0]?.rows.map(({ county, before, after }) => [county, before, after]),
    ).toEqual([
      ['乙县', '2个', '1个'],
      ['甲县', '未分解', '0个'],
    ]);
    expect(told?.sums).toEqual(['village：合计2，与要求一致 → 合计1，要求2，还差1']);
    expect(told?.asOf).toBe('按2026年1月31日的情况');
  });

  it('is nothing where none is set', () => {
    expect(quotaEffectView(knowledge, null, say)).toBeNull();
  });
});

describe('a fault of the quotas', () => {
  const quotas = {
    effective: '',
    counts: [{ division: '990002', track: 'village', count: '9' }],
  };
  const told = quotaFaultViews(
    knowledge,
    tracks,
    { changes: [], reporting: [], quotas },
    [
      { field: 'quotas.counts.0.count', code: 'above-eligible', values: { eligible: '1' } },
      { field: 'quotas.effective', code: 'required' },
      { field: 'quotas.effective', code: 'not-a-date' },
      { field: 'source.publisher', code: 'required' },
      { field: 'changes', code: 'nothing' },
    ],
    say,
  );

  it('stands beside its field, once, and names the county in the summary', () => {
    expect(told.map(({ field }) => field)).toEqual(['', seats.second, 'effective', 'publisher']);
    expect(told[1]?.label).toBe('甲县：village新任务');
    expect(told[1]?.message).toContain('1个');
    expect(told[0]?.message).toBe(say.quota.words.nothing);
  });
});

describe('two people at the quotas', () => {
  const yours = { ...typed({ [seats.first]: '1' }), title: '甲' };
  const theirs = { ...typed({ [seats.second]: '1' }), title: '乙' };

  it('see what differs, field by field', () => {
    const rows = quotaClashRows(knowledge, tracks, { yours, seen: fresh, theirs }, say);
    const differing = rows.filter(({ differs }) => differs);
    expect(differing.map(({ field, yours: mine, theirs: other }) => [field, mine, other])).toEqual([
      [seats.first, '1', '2'],
      [seats.second, '0', '1'],
      ['title', '甲', '乙'],
    ]);
  });

  it('take of the other what they choose, and keep the rest', () => {
    const data = new FormData();
    data.set(`take-${seats.second}`, 'theirs');
    data.set('take-title', 'yours');
    const merged = takeTheirQuotas(data, yours, theirs, tracks);
    expect(merged.counts).toEqual({ [seats.first]: '1', [seats.second]: '1' });
    expect(merged.title).toBe('甲');
  });
});
