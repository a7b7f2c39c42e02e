import type { RequestHandler } from './$types';

/**
 * The two layers of the map for the interactive map in the browser; the public download is
 * `/api/v1/counties.geojson`. The page names the version it was made from, so it may be kept.
 */
export const GET: RequestHandler = ({ url, locals }) => {
  const { site, version } = locals.model;
  const isNamed = url.searchParams.get('version') === version;
  return new Response(JSON.stringify(site.geometry), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': isNamed ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
};
