/**
 * Every page of the office, and what its forms answer: axe at three widths, in four modes and two
 * languages; nothing wider than the screen, with text of double size too; no call elsewhere, no fault.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { startSite, type RunningSite } from '../running-site.ts';
import { pages, type Made, type OfficePage } from './office-pages.ts';
import { look } from './page-looks.ts';
import { arrive, person } from './person.ts';
import { colleague, startPreparedSite, submitTitle, type PreparedSite } from './prepared-office.ts';

let browser: Browser;
let site: PreparedSite<Made>;
/** Of nobody yet. */
let fresh: RunningSite;
beforeAll(async () => {
  [browser, site, fresh] = await Promise.all([
    launchBrowser(),
    startPreparedSite(
      {},
      [
        { username: 'clerk', posts: ['county-clerk'], county: '131082' },
        { username: 'city', posts: ['city-clerk', 'city-approver'] },
        { username: 'approver', posts: ['city-approver'] },
        { username: 'admin', posts: ['administrator'] },
        { username: 'auditor', posts: ['auditor'] },
        { username: 'new-clerk', posts: ['city-clerk'], duty: 'change-password' },
        { username: 'new-admin', posts: ['administrator'], duty: 'set-up-second-factor' },
      ],
      async (office, people) => {
        const [clerk, approver] = [people.get('clerk'), people.get('approver')];
        if (!clerk || !approver) throw new Error('Somebody is missing.');
        const { submissions } = office;
        const waiting = await submitTitle(office, clerk, '131082', 'provincial');
        const returned = await submitTitle(office, clerk, '131082', 'national');
        const found = await submissions.find(approver.actor, returned.id);
        const by = { actor: approver.actor, request: 'prepared' };
        const sent = await submissions.sendBack(by, returned.id, found?.version ?? 0, '请补文号。');
        if (sent.status !== 'done') throw new Error(sent.status);
        return { waiting: waiting.id, returned: returned.id, account: clerk.actor.id };
      },
    ),
    startSite({}),
  ]);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([site.stop(), fresh.stop()]);
});

/** A colour on its way to another is neither. */
const stillness = { reducedMotion: 'reduce' } as const;

describe('a page of the office', () => {
  const visit = async (which: OfficePage, at: RunningSite) => {
    const who = which.as
      ? await arrive(browser, at.origin, colleague(site, which.as), stillness)
      : await person(browser, at.origin, 'nobody', '', stillness);
    const strays: string[] = [];
    who.page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${at.origin}/`) && !/^(?:data|blob|about):/.test(url)) strays.push(url);
    });
    expect(await look(who, which, at.origin, site)).toEqual([]);
    expect(strays).toEqual([]);
    expect(who.faults).toEqual([]);
    await who.close();
  };

  it.each(pages.map((which) => [which.name, which] as const))('%s', async (_, which) => {
    await visit(which, site);
  });

  it('set-up', async () => {
    await expect.poll(() => fresh.output(), { timeout: 10_000 }).toContain('/admin/set-up/');
    const path = /\/admin\/set-up\/\S+/.exec(fresh.output())?.[0] ?? '';
    await visit({ name: 'set-up', path: () => path }, fresh);
  });
});
