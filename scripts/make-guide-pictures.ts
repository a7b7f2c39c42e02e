/** Makes the pictures of docs/guide from the demonstration, and counts what a first report costs. */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tests/e2e/browser.ts';
import { createAccount } from '../tests/e2e/office/person.ts';
import { startSite } from '../tests/e2e/running-site.ts';
import { administratorDay } from './guide/administrator-day.ts';
import { createCamera } from './guide/camera.ts';
import { cityDay } from './guide/city-day.ts';
import { createHand, type Effort } from './guide/hand.ts';
import { invented } from './guide/invented.ts';
import { countyLists } from './guide/list-pictures.ts';
import { registers } from './guide/register-pictures.ts';
import { reportingDay } from './guide/reporting-day.ts';
import { reportOnFirstDay } from './guide/report.ts';
import { arriveAt, password, wide, type Studio } from './guide/studio.ts';

const help = `Usage: npm run guide-pictures [-- --to DIR]

Starts the build that is there on the demonstration data, goes through one day of every post and
writes the pictures of docs/guide. Prints what the way from the first sign-in to a submitted report
costs a person who types 4 characters a second and needs 1.5 seconds to find each control.

The browser must speak Chinese (on Debian the package chromium-l10n): its date boxes are in pictures.

  --to DIR   where the pictures go (default: docs/guide/pictures)
  --help     this text`;

const otherCounty = '131025';

async function photograph(studio: Studio): Promise<void> {
  const hand = () => createHand({ secondsToFind: 1.5, charactersPerSecond: 4 }, Date.now);
  const { administrator, temporaryPassword } = await administratorDay(studio);
  const { approver, effort } = await reportingDay(studio, administrator, temporaryPassword, hand());
  await countyLists(studio);
  await cityDay(studio, administrator, approver);
  await registers(studio);

  const other = { username: 'tianbao-geng', name: '填报员庚', posts: ['县级填报员'] };
  const temporary = await createAccount(administrator, { ...other, county: otherCounty });
  const atADesk = await arriveAt(studio, other, temporary, wide);
  const onDesk = hand();
  await reportOnFirstDay(
    atADesk.page,
    onDesk,
    { username: other.username, temporaryPassword: temporary, password, ...invented },
    () => Promise.resolve(),
  );
  tell('390 px', effort);
  tell('1440 px', onDesk.effort());
}

/** Readers of the guide have a Chinese browser; one without that language falls back to English. */
async function speaksChinese(browser: Browser): Promise<boolean> {
  const page = await browser.newPage();
  await page.setContent('<input required>');
  const words = await page.locator('input').evaluate((box: HTMLInputElement) => {
    return box.validationMessage;
  });
  await page.close();
  return /\p{Script=Han}/u.test(words);
}

function tell(where: string, { controls, characters, seconds }: Effort): void {
  console.log(
    `First sign-in to submitted report at ${where}: ${controls} controls, ` +
      `${characters} characters, ${seconds.toFixed(0)} s`,
  );
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      to: { type: 'string', default: 'docs/guide/pictures' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  mkdirSync(values.to, { recursive: true });
  const site = await startSite({ DATA_DIR: 'data/demo' });
  const browser = await launchBrowser({ language: 'zh-CN' });
  try {
    if (!(await speaksChinese(browser))) {
      console.error(
        'The pictures need a browser whose own words are Chinese, as its date boxes show them: ' +
          'on Debian and Ubuntu, apt-get install chromium-l10n.',
      );
      return 1;
    }
    await photograph({ site, browser, camera: createCamera(values.to) });
    return 0;
  } finally {
    await browser.close();
    await site.stop();
  }
}

process.exitCode = await main();
