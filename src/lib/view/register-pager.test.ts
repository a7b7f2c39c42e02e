import { describe, expect, it } from 'vitest';
import { sentences } from '../i18n/sentences.ts';
import { pagesOf, registerPager } from './register-pager.ts';

const pager = (page: number, pages: number) =>
  registerPager(page, pages, (number) => `/x?page=${number}`, sentences['zh-CN']);
const numbers = (page: number, pages: number) =>
  pager(page, pages)?.pages.map((link) => link?.page ?? '…');

describe('the pager', () => {
  it.each([
    [0, 1],
    [1, 1],
    [100, 1],
    [101, 2],
    [3200, 32],
  ])('%i rows take %i pages', (rows, pages) => {
    expect(pagesOf(rows)).toBe(pages);
  });

  it('is not there where there is nothing to choose', () => {
    expect(pager(1, 1)).toBeNull();
  });

  it.each([
    [1, 32, [1, 2, '…', 32]],
    [3, 32, [1, 2, 3, 4, '…', 32]],
    [4, 32, [1, 2, 3, 4, 5, '…', 32]],
    [16, 32, [1, '…', 15, 16, 17, '…', 32]],
    [32, 32, [1, '…', 31, 32]],
    [2, 3, [1, 2, 3]],
  ])('on page %i of %i offers %j', (page, pages, offered) => {
    expect(numbers(page, pages)).toEqual(offered);
  });

  it('leads to the page before and after, where there is one', () => {
    expect(pager(1, 3)).toMatchObject({ previous: null, next: '/x?page=2' });
    expect(pager(3, 3)).toMatchObject({ previous: '/x?page=2', next: null });
  });
});
