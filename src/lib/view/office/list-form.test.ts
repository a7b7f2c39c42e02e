import { describe, expect, it } from 'vitest';
import { reached, testData } from '../../domain/fixture.ts';
import { knowledgeOf } from '../../domain/knowledge.ts';
import type { Change, Proposal } from '../../domain/submission.ts';
import { sentences } from '../../i18n/sentences.ts';
import { changeGroups } from './change-list.ts';
import {
  isList,
  listFormOf,
  proposalOfList,
  readListForm,
  reasonOf,
  reportableTrack,
} from './list-form.ts';

const today = '2024-01-31';
const data = testData({ events: [reached('applied', '2021')] });
const knowledge = knowledgeOf(data);
const division = '990001';

function named(unit: string, effective = '2023'): Change {
  return { kind: 'reached', division: unit, track: 'national', stage: 'named', effective };
}
function takenBack(unit: string, reason = '误'): Change {
  return { kind: 'retraction', division: unit, track: 'national', retracts: `E-${unit}`, reason };
}
const proposal: Proposal = {
  changes: [named('990001'), named('990002'), named('990003', '2022')],
  source: { title: '通知', publisher: '测试机关', date: '2023-05' },
  reporting: [],
  note: '请核对',
};

describe('a submission with many changes', () => {
  it('is edited as a list where the form of a report could not say all of it', () => {
    const of = (changes: readonly Change[]) => ({
      division,
      proposal: { changes: [...changes], reporting: [] },
    });
    expect(isList(knowledge, of([named('990001')]), today)).toBe(false);
    expect(isList(knowledge, of([]), today)).toBe(false);
    expect(isList(knowledge, of([takenBack('990001'), takenBack('990002')]), today)).toBe(true);
    expect(isList(knowledge, of(proposal.changes), today)).toBe(true);
    const many = Array.from({ length: 61 }, () => named('990001'));
    expect(isList(knowledge, of(many), today)).toBe(true);
    // A track on which the division itself cannot report.
    expect(isList(knowledge, of([{ ...named('990001'), track: 'village' }]), today)).toBe(true);
  });

  it('comes out of its form as it went in', () => {
    const form = listFormOf(proposal, 3, today);
    const track = reportableTrack(knowledge, division, proposal, today);
    expect(proposalOfList(proposal, form, track, today)).toEqual({ proposal, faults: [] });
  });

  it('takes back what was taken out of it, for the reason that is given by now', () => {
    const begun: Proposal = { changes: [takenBack('1'), takenBack('2')], reporting: [] };
    const shorter: Proposal = { changes: [takenBack('2', '名单有误')], reporting: [] };
    const putBack = ['retraction national 1 E-1'];
    const form = { ...listFormOf(shorter, 2, today), putBack };
    const { proposal: next } = proposalOfList(shorter, form, null, today, begun);
    expect(next.changes).toEqual([takenBack('1', '名单有误'), takenBack('2', '名单有误')]);
  });

  it('loses the ticked changes and nothing else', () => {
    const sent = new FormData();
    for (const [name, value] of [
      ['version', '3'],
      ['drop', 'reached national 990001 named'],
      ['drop', 'reached national 990003 named'],
      ['drop', 'x'],
      ['title', ' 另一份通知 '],
      ['publisher', '测试机关'],
      ['documentDate-year', '2023'],
      ['documentDate-month', '13'],
      ['isComplete', 'yes'],
      ['asOf', today],
    ] as const) {
      sent.append(name, value);
    }
    const form = readListForm(sent);
    expect(form.version).toBe(3);
    const { proposal: next, faults } = proposalOfList(proposal, form, 'national', today);
    expect(next.changes).toEqual([named('990002')]);
    expect(next.source).toMatchObject({ title: '另一份通知' });
    expect(next.reporting).toEqual([{ track: 'national', completeTo: today }]);
    expect(next.note).toBeUndefined();
    expect(faults).toEqual([{ field: 'source.date', code: 'not-a-date' }]);
  });

  it('that only takes back has one reason for all, which can be put better', () => {
    const changes = [takenBack('990001'), takenBack('990002')];
    const undoing: Proposal = { changes, reporting: [] };
    expect(reasonOf({ changes })).toBe('误');
    expect(reasonOf({ changes: [...changes, takenBack('990003', '别的')] })).toBeNull();
    expect(reasonOf({ changes: [named('990001')] })).toBeNull();
    const form = { ...listFormOf(undoing, 1, today), reason: '名单有误' };
    const { proposal: next } = proposalOfList(undoing, form, null, today);
    expect(next.changes.map((change) => change.kind === 'retraction' && change.reason)).toEqual([
      '名单有误',
      '名单有误',
    ]);
  });

  it('is told by what happened, then by county, then unit by unit', () => {
    const groups = changeGroups(knowledge, data.status.events, proposal, sentences['zh-CN']);
    expect(groups.map(({ title }) => title)).toEqual([
      'national named，2023年：2个县（市、区）',
      'national named，2022年：1个县（市、区）',
    ]);
    expect(groups[0]?.counties.map(({ name, number }) => `${name} ${number}`)).toEqual([
      'County 1 1',
      'County 2 1',
    ]);
    const places = groups.flatMap(({ counties }) =>
      counties.flatMap(({ changes }) => changes.map(({ key }) => key)),
    );
    expect(places).toEqual(
      ['990001', '990002', '990003'].map((of) => `reached national ${of} named`),
    );
  });
});
