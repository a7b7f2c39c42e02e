/** The rows of a register, as they stand on a page. */
import type { Page } from 'playwright-core';

export const rowNames = (page: Page) => page.locator('main tbody th').allInnerTexts();
