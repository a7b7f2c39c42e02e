/** Builds the site once and serves it twice, with the real data and with the demonstration. */
import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { findOrInstallBrowser } from './browser.ts';
import { startSite } from './running-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the site on the real data. */
    site: string;
    /** Origin of the site on the demonstration. */
    demo: string;
  }
}

export default async function setup(project: TestProject) {
  process.env['CHROMIUM'] = findOrInstallBrowser();
  const build = spawnSync(process.execPath, ['scripts/start.ts', '--build-only'], {
    encoding: 'utf8',
  });
  if (build.status !== 0) throw new Error(`The build failed:\n${build.stdout}\n${build.stderr}`);
  const [site, demo] = await Promise.all([
    startSite({ DATA_DIR: 'data' }),
    startSite({ DATA_DIR: 'data/demo' }),
  ]);
  project.provide('site', site.origin);
  project.provide('demo', demo.origin);
  return async () => {
    await Promise.all([site.stop(), demo.stop()]);
  };
}
