/** A list of many positions, of which some are picked to be taken back. With a script and without. */
import { describe, expect, it } from 'vitest';
import { words as reviewWords } from '../../../src/lib/i18n/zh-CN/desk-review.ts';
import {
  effect,
  takeBackFound,
  words as placeWords,
} from '../../../src/lib/i18n/zh-CN/office-places.ts';
import { realData } from '../../../src/lib/server/data/data-copy.ts';
import { readDataDirectory } from '../../../src/lib/server/data/read-data-directory.ts';
import { leave } from './leave.ts';
import { placed, startSiteWithLists } from './prepared-lists.ts';
import { staffedSite } from './staffed-site.ts';

const read = readDataDirectory(realData);
if (read.status === 'invalid') throw new Error('the data of the repository do not validate');
const villages = read.site.data.divisions
  .filter(({ code, level }) => level === 'village' && code.startsWith('131082'))
  .map(({ code }) => code)
  .slice(0, 250);

const office = staffedSite(() =>
  startSiteWithLists(async ({ approved }) => {
    const { id } = await approved(placed(villages, 117.09));
    return { manyPlaces: id };
  }),
);

describe('A list that', () => {
  it.each([true, false])(
    'of many positions is found, paged and picked to be taken back (script: %s)',
    async (withScript) => {
      const clerk = await office.arrives('clerk', { javaScriptEnabled: withScript });
      const { page } = clerk;
      await page.goto(`/admin/places/take-back/${office.site.made.manyPlaces}`);
      await page.getByText(takeBackFound(250, 1, 3, 0)).waitFor();
      await page.locator('input[name=unit][type=checkbox]').first().check();
      await page.getByRole('button', { name: placeWords.takeBackNext }).click();
      await page.getByText(takeBackFound(250, 2, 3, 1)).waitFor();
      await page.locator('input[name=unit][type=checkbox]').first().check();
      const last = villages.at(-1) ?? '';
      await page.getByLabel(placeWords.takeBackFind).fill(last);
      await page.getByLabel(placeWords.takeBackFind).press('Enter');
      await page.getByText(takeBackFound(1, 1, 1, 2)).waitFor();
      await page.getByRole('button', { name: placeWords.takeBackAll }).click();
      await page.getByText(takeBackFound(1, 1, 1, 3)).waitFor();
      // A township, by its name in the list of places; all of it and none of it again.
      await page.getByLabel(placeWords.takeBackFind).fill('');
      await page.getByLabel(placeWords.takeBackWithin).selectOption(last.slice(0, 9));
      await page.getByRole('button', { name: placeWords.takeBackAll }).click();
      const inTownship = villages.filter((code) => code.startsWith(last.slice(0, 9))).length;
      await page.getByText(takeBackFound(inTownship, 1, 1, inTownship + 2)).waitFor();
      await page.getByRole('button', { name: placeWords.takeBackNoneOf }).click();
      await page.getByText(takeBackFound(inTownship, 1, 1, 2)).waitFor();

      await page.getByLabel(placeWords.reasonTitle).fill('测试用的更正说明');
      await page.getByLabel(placeWords.publisher).fill('测试机关');
      await page.getByRole('button', { name: placeWords.takeBackConfirm }).click();
      await page.getByText(reviewWords.submittedNotice).waitFor();
      const places = await page.locator('main').innerText();
      expect(places).toContain(effect({ new: 0, moved: 0, removed: 2 })[0]);
      await leave(clerk);
    },
  );
});
