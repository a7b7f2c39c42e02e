/** The public registers as a citizen opens them, with what can be taken away. */
import { arriveAt, county, desktop, type Studio } from './studio.ts';

export async function registers(studio: Studio): Promise<void> {
  const { camera } = studio;
  const { page, close } = await arriveAt(studio, { username: 'citizen' }, '', desktop);
  await page.goto(`/townships?county=${county}&status=counted`);
  const downloads = await page.getByRole('link', { name: 'Excel' }).boundingBox();
  await camera(page, 'register', { height: downloads ? downloads.y + downloads.height + 24 : 900 });
  await close();
}
