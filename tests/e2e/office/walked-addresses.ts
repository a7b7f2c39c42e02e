/** Where each route lies, and about whose writings and which county its operations are asked. */
import type { Subject } from '../../../src/lib/domain/permission.ts';
import { other, own, type Made } from './walked-office.ts';

/** One request, and what it is about as far as its rule asks. */
export interface Asked {
  readonly path: string;
  readonly subject?: Subject;
  readonly form?: Readonly<Record<string, string>>;
}

type Ask = (operation: string, made: Made) => readonly Asked[];

/** The same address for every operation. */
const at =
  (path: string): Ask =>
  () => [{ path }];

/** A form action that changes nothing even where it is allowed: what it sends is wrong. */
const onReports: Ask = (operation, { reports }) =>
  reports.map(({ id, division, author }) => ({
    path: `/admin/submission/${id}`,
    subject: { division, author },
    // Version 0 was never shown to anybody: a clash, after the permission and before any write.
    form: { division, version: '0', reason: `测试 ${operation}`, effect: '' },
  }));

const onCounties =
  (path: string): Ask =>
  (operation) =>
    [own, other].map((division) => ({
      path: operation === 'GET' ? `${path}?division=${division}` : path,
      subject: { division },
      form: { division },
    }));

/** The same of a ledger: the outcome it would confirm was never shown. */
const onLedgers =
  (file = ''): Ask =>
  (_, { ledgers }) =>
    ledgers.map(({ id, division, author }) => ({
      path: `/admin/import/${id}${file}`,
      subject: { division, author },
      form: { fingerprint: '', without: 'yes' },
    }));

/** The same of a file of positions. */
const onPlaces: Ask = (_, { places }) =>
  places.map(({ id, division, author }) => ({
    path: `/admin/places/${id}`,
    subject: { division, author },
    form: { fingerprint: '', without: 'yes', title: '测试', publisher: '测试机关' },
  }));

/** Where each route lies, and what there is to ask it about. A route without a line fails below. */
export const addresses: Readonly<Record<string, Ask>> = {
  '/(public)': at('/'),
  '/(public)/county/[code]': at(`/county/${own}`),
  '/(public)/method': at('/method'),
  '/(public)/township/[code]': at('/township/131082100'),
  '/(public)/townships': at('/townships'),
  '/(public)/villages': at('/villages'),
  '/(public)/[...path]': at('/nowhere'),
  '/api/[...path]': at('/api/nowhere'),
  '/api/v1/counties.[format=format]': at('/api/v1/counties.geojson'),
  '/api/v1/townships.[format=format]': at('/api/v1/townships.csv'),
  '/api/v1/villages.[format=format]': at('/api/v1/villages.xlsx'),
  '/api/v1/divisions.csv': at('/api/v1/divisions.csv'),
  '/api/v1/progress.json': at('/api/v1/progress.json'),
  '/api/v1/progress/[target].json': at('/api/v1/progress/none.json'),
  '/api/v1/status.json': at('/api/v1/status.json'),
  '/healthz': at('/healthz'),
  '/readyz': at('/readyz'),
  '/map-geometry.json': at('/map-geometry.json'),
  '/map-places.json': at('/map-places.json'),
  '/map.svg': at('/map.svg'),

  '/admin': onCounties('/admin'),
  '/admin/report': onCounties('/admin/report'),
  '/admin/submission/[id]': onReports,
  '/admin/submission/[id]/file/[hash]': (_, { reports }) =>
    reports.map(({ id, hash, division, author }) => ({
      path: `/admin/submission/${id}/file/${hash}`,
      subject: { division, author },
    })),
  '/admin/import': onCounties('/admin/import'),
  '/admin/import/template.xlsx': () =>
    [own, other].map((division) => ({
      path: `/admin/import/template.xlsx?track=village&division=${division}`,
      subject: { division },
    })),
  '/admin/import/[id]': onLedgers(),
  '/admin/import/[id]/checked.xlsx': onLedgers('/checked.xlsx'),
  '/admin/places': onCounties('/admin/places'),
  '/admin/places/[id]': onPlaces,
  // Of no unit: nothing is taken back where it is allowed.
  '/admin/places/take-back/[id]': (_, { placed }) =>
    placed.map(({ id, division }) => ({
      path: `/admin/places/take-back/${id}`,
      subject: { division },
    })),
  // An empty form sets no quota: nothing comes of it where it is allowed.
  '/admin/quotas': () => [{ path: '/admin/quotas', subject: { division: '131000' } }],
  '/admin/inbox': at('/admin/inbox'),
  '/admin/reporting': at('/admin/reporting'),
  '/admin/set-up/[token]': at('/admin/set-up/no-such-token'),
  '/admin/sign-in': at('/admin/sign-in'),
  '/admin/second-factor': at('/admin/second-factor'),
  '/admin/sign-out': at('/admin/sign-out'),
  '/admin/password': at('/admin/password'),
  '/admin/own-account/second-factor': at('/admin/own-account/second-factor'),
  '/admin/own-account': at('/admin/own-account'),
  '/admin/accounts': at('/admin/accounts'),
  '/admin/accounts/new': at('/admin/accounts/new'),
  '/admin/accounts/[id]': (_, { account }) => [{ path: `/admin/accounts/${account}` }],
  '/admin/settings': at('/admin/settings'),
  '/admin/log': at('/admin/log'),
  '/admin/log.csv': at('/admin/log.csv'),
  '/admin/log.jsonl': at('/admin/log.jsonl'),
  '/admin/permissions': at('/admin/permissions'),
};
