/** Takes the guide's pictures: one width, marked as demonstration, the top of a page or a part of it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { paletted } from './paletted-png.ts';

/** Every picture is so many pixels wide: a phone of 390 at double density, a desk at single. */
export const pictureWidth = 780;

export type Camera = (
  page: Page,
  name: string,
  of?: {
    readonly part?: Locator;
    readonly height?: number;
    /** CSS pixels of the page shown above the part. */
    readonly above?: number;
  },
) => Promise<void>;

/** Writes into `folder`; `name` without the ending. `height` in CSS pixels, by default the whole page. */
export function createCamera(folder: string): Camera {
  return async (page, name, { part, height, above } = {}) => {
    // A whole page has the site's own banner; a part of it is stamped.
    if (part) await part.evaluate(mark, '演示数据');
    // What has the focus is drawn with a frame that a picture does not need.
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    const path = join(folder, `${name}.png`);
    const box = await (part ?? page.locator('body')).boundingBox();
    if (!box) throw new Error(`Nothing to see of ${name}.`);
    const { width } = page.viewportSize() ?? { width: pictureWidth };
    const edge = part ? 16 : 0;
    const top = above ?? edge;
    const y = Math.max(0, box.y + (await page.evaluate(() => scrollY)) - top);
    const picture = await page.screenshot({
      fullPage: true,
      clip: { x: 0, y, width, height: height ?? top + box.height + edge },
    });
    writeFileSync(path, paletted(picture));
  };
}

/** Runs in the page. */
function mark(part: HTMLElement | SVGElement, words: string): void {
  const stamp = document.createElement('span');
  stamp.textContent = words;
  Object.assign(stamp.style, {
    position: 'absolute',
    insetBlockStart: '0',
    insetInlineEnd: '0',
    padding: '0 0.5em',
    border: '1px solid #a84c06',
    color: '#a84c06',
    fontSize: '12px',
    lineHeight: '20px',
  });
  part.style.position = 'relative';
  part.append(stamp);
}
