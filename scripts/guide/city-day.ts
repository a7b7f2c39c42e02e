/** A day at the city: who has not reported, lists, quotas; and the auditor's log of it. */
import { setUpSecondFactor, type Person } from '../../tests/e2e/office/person.ts';
import { cityList } from './list-pictures.ts';
import { quotas } from './quota-pictures.ts';
import { county, desktop, employ, type Studio } from './studio.ts';

export async function cityDay(
  studio: Studio,
  administrator: Person,
  approver: Person,
): Promise<void> {
  const { camera } = studio;
  const clerk = await employ(
    studio,
    administrator,
    { username: 'tianbao-wu', name: '填报员戊', posts: ['市级填报员'] },
    desktop,
  );
  await clerk.page.goto('/admin/reporting');
  await camera(clerk.page, 'reporting', { height: 640 });
  await cityList(studio, clerk);
  await quotas(studio, clerk, approver);

  const auditor = await employ(
    studio,
    administrator,
    { username: 'shenji-ji', name: '审计员己', posts: ['审计员'] },
    desktop,
  );
  await setUpSecondFactor(auditor);
  await auditor.page.goto(`/admin/log?division=${county}`);
  await camera(auditor.page, 'log', { height: 1000 });
}
