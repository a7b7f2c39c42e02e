/** Every word a target can earn, at a day of the demonstration, as the sentence on the screen. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/lib/domain/date.ts';
import { knowledgeOf, type Knowledge } from '../../src/lib/domain/knowledge.ts';
import { outcomes, type Outcome } from '../../src/lib/domain/outcome.ts';
import { targetProgress, type TargetProgress } from '../../src/lib/domain/progress.ts';
import type { Target } from '../../src/lib/domain/programme.ts';
import { readDataDirectory } from '../../src/lib/server/data/read-data-directory.ts';
import { launchBrowser } from './browser.ts';
import { visit } from './visit.ts';

const lastDay: Day = '2026-09-30';
let browser: Browser;
let knowledge: Knowledge;

beforeAll(async () => {
  browser = await launchBrowser();
  const result = readDataDirectory('data/demo');
  if (result.status === 'invalid') throw new Error('The demonstration does not validate.');
  knowledge = knowledgeOf(result.site.data);
});
afterAll(() => browser.close());

interface Found {
  readonly target: Target;
  readonly progress: TargetProgress;
}

/** The first day, a week apart, on which some target earns the word. */
function firstDayOf(outcome: Outcome): Found {
  for (let at = '2020-01-01'; at <= lastDay; at = addDays(at, 7)) {
    for (const target of knowledge.programme.targets) {
      const progress = targetProgress(knowledge, target, at);
      if (progress.outcome === outcome) return { target, progress };
    }
  }
  throw new Error(`The demonstration never earns "${outcome}".`);
}

function inChinese(day: Day | null): string {
  if (day === null) throw new Error('a day was expected');
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The card is headed by the name of its track. */
function trackName({ track }: Target): string {
  const found = knowledge.programme.tracks.find(({ id }) => id === track);
  if (!found) throw new Error(`no track ${track}`);
  return found.name['zh-CN'];
}

/** What the citizen reads, word for word where the numbers stand. */
function sentence({ progress }: Found): readonly [word: string, ...parts: string[]] {
  const { outcome, low, high, required, gap, deadline, metOn } = progress;
  const until = inChinese(deadline);
  switch (outcome) {
    case 'met':
      return [
        '已达成',
        `已有${low}个`,
        `达到要求的${required}个；${inChinese(metOn)}达成，期限为${until}。`,
      ];
    case 'met-late':
      return ['逾期达成', `已有${low}个`, `${inChinese(metOn)}达成，晚于期限${until}。`];
    case 'lost':
      return ['已失去', `曾经达到要求，现有${low}个`, `要求${required}个`, `还差${gap}个`];
    case 'not-met':
      return ['未达成', `期限${until}已过，现有${low}个`, `要求${required}个`, `还差${gap}个`];
    case 'undetermined':
      return ['待核定', `确定的有${low}个，最多可能有${high}个`, `要求${required}个`];
    case 'regressed':
      return ['倒退', `现有${low}个`, '低于起点的', `还差${gap}个`];
    case 'on-track':
      return ['进度正常', `已有${low}个`, '按进度此时应有', `还差${gap}个`];
    case 'accelerate':
      return ['需加快', `已有${low}个`, '按进度此时应有', `还差${gap}个`];
    case 'behind':
      return ['滞后', `已有${low}个`, '按进度此时应有', `还差${gap}个`];
  }
}

it.each(outcomes)('%s', async (outcome) => {
  const found = firstDayOf(outcome);
  const { page, strayRequests, faults, close } = await visit(
    browser,
    'demo',
    `/?at=${found.progress.at}`,
  );
  const card = page.getByRole('article', { name: trackName(found.target) });
  const text = (await card.innerText()).replaceAll(/\s+/g, '');
  const [word, ...parts] = sentence(found);
  expect(text).toContain(word);
  for (const part of parts) expect(text).toContain(part);
  expect(await page.locator('body').innerText()).toContain('演示数据');
  expect(strayRequests).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});
