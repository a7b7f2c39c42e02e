/** A list that two people write at once. With a script and without. */
import { describe, expect, it } from 'vitest';
import { words as reportWords } from '../../../src/lib/i18n/zh-CN/desk-report.ts';
import { words as reviewWords } from '../../../src/lib/i18n/zh-CN/desk-review.ts';
import { words as many } from '../../../src/lib/i18n/zh-CN/change-list.ts';
import { point } from '../../../src/lib/i18n/zh-CN/office-places.ts';
import { leave } from './leave.ts';
import type { Person } from './person.ts';
import { placed, startSiteWithLists, units } from './prepared-lists.ts';
import { staffedSite } from './staffed-site.ts';

const office = staffedSite(() =>
  startSiteWithLists(async ({ approved, drafted }) => {
    // Two of them are on record elsewhere: they move, the others are new.
    await approved(placed(units.slice(0, 2), 117.05));
    const { id } = await drafted(placed(units, 117.08));
    return { shared: id };
  }),
);

describe('A list that', () => {
  it.each([true, false])(
    'two people change at once shows each what both made of it (script: %s)',
    async (withScript) => {
      const [clerk, second] = [
        await office.arrives('clerk', { javaScriptEnabled: withScript }),
        await office.arrives('second', { javaScriptEnabled: withScript }),
      ];
      const address = `/admin/submission/${office.site.made.shared}`;
      // The second time, the first one's row has gone.
      const mine = withScript ? units[3] : units[2];
      for (const { page } of [clerk, second]) await page.goto(address);
      const open = async ({ page }: Person) => {
        const closed = page.locator('form details:not([open]) > summary');
        // From the last: each that is opened is no longer counted.
        for (const summary of (await closed.all()).reverse()) await summary.click();
      };
      const box = ({ page }: Person, unit: string) =>
        page.locator(`input[name=drop][value="place ${unit}"]`);
      await open(second);
      await box(second, units[0]).check();
      await second.page.getByLabel(reportWords.note).fill(`乙的话 ${withScript}`);
      await second.page.getByRole('button', { name: many.remove }).click();
      await second.page.getByText(reviewWords.savedNotice).waitFor();

      await open(clerk);
      await box(clerk, mine).check();
      await clerk.page.getByLabel(reportWords.documentTitle).fill(`甲的文件 ${withScript}`);
      await clerk.page.getByRole('button', { name: reportWords.saveDraft }).click();
      const table = clerk.page.locator('section[aria-labelledby=clash]');
      await table.waitFor();
      const told = await table.innerText();
      expect(told).toContain(point(117.08, 39.95));
      expect(told).toContain(many.notListed);
      expect(told).toContain(`乙的话 ${withScript}`);
      // What each changed alone is taken as they made it; only the first row is asked back.
      const first = table.locator(`input[name="take-place ${units[0]}"]`);
      expect(await first.and(table.locator(':checked')).getAttribute('value')).toBe('theirs');
      await first.and(table.locator('[value=yours]')).check();
      await clerk.page.getByRole('button', { name: reportWords.saveDraft }).click();
      await clerk.page.getByText(reviewWords.savedNotice).waitFor();
      await open(clerk);
      expect(await box(clerk, units[0]).count()).toBe(1);
      expect(await box(clerk, units[1]).count()).toBe(1);
      expect(await box(clerk, mine).count()).toBe(0);
      expect(await clerk.page.getByLabel(reportWords.note).inputValue()).toBe(
        `乙的话 ${withScript}`,
      );
      expect(await clerk.page.getByLabel(reportWords.documentTitle).inputValue()).toBe(
        `甲的文件 ${withScript}`,
      );
      await leave(clerk, second);
    },
  );
});
