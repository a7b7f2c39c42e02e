/** Finds a Chromium to test with, or installs one: the machine's own, Playwright's, or Debian's. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The path of a Chromium. Looks at `CHROMIUM`, the PATH, the usual places and Playwright's own;
 * installs Playwright's, or as root on Debian the system's. Throws with what to do otherwise.
 */
export function findOrInstallBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  const tried: string[] = [];
  for (const [command, ...args] of installers()) {
    if (command === undefined) continue;
    console.log(`No Chromium yet: ${[command, ...args].join(' ')}`);
    const { status } = spawnSync(command, args, { stdio: 'inherit', timeout: 600_000 });
    tried.push(`${command} ${args.join(' ')} (exit ${status ?? 'none'})`);
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chromium: install it, or name it in CHROMIUM. ' +
      `Tried: ${tried.join('; ')}.`,
  );
}

function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which does not exist.`);
  }
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places, playwrightsOwn()].find((path) => path !== '' && existsSync(path));
}

function playwrightsOwn(): string {
  try {
    return chromium.executablePath();
  } catch {
    // Playwright knows no build for this platform: the other places remain.
    return '';
  }
}

function installers(): string[][] {
  const playwright = [process.execPath, join('node_modules', 'playwright-core', 'cli.js')];
  const byPlaywright = [[...playwright, 'install', 'chromium']];
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  return isDebianRoot
    ? [
        ...byPlaywright,
        ['apt-get', 'update', '-qq'],
        ['apt-get', 'install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'],
      ]
    : byPlaywright;
}

/**
 * Starts the browser so that it asks nothing of any other host; software WebGL where asked for.
 * `language`: of the browser's own words, as in a date box (`zh-CN`); by default the machine's.
 */
export async function launchBrowser(
  options: { readonly webgl?: boolean; readonly language?: string } = {},
): Promise<Browser> {
  const { language } = options;
  const launch: LaunchOptions = {
    executablePath: findOrInstallBrowser(),
    // On Linux the browser asks the environment, elsewhere its command line.
    ...(language && { env: { ...process.env, LANGUAGE: language.replace('-', '_') } }),
    args: [
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(language ? [`--lang=${language}`] : []),
      ...(options.webgl
        ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']
        : ['--disable-gpu', '--disable-3d-apis']),
    ],
  };
  return chromium.launch(launch);
}

/** The version of the browser that the tests use, for reports. */
export function browserVersion(): string {
  return execFileSync(findOrInstallBrowser(), ['--version'], { encoding: 'utf8' }).trim();
}
