/**
 * Chromium as every section of the bench starts it. There is no GPU to rely on: WebGL is drawn in
 * software (SwiftShader), and pages are painted by the processor as on any machine without a GPU.
 * Painting them on the emulated GPU instead delayed frames by up to 350 ms, ours more than others.
 */
import { chromium, type Browser } from 'playwright-core';
import { findOrInstallBrowser } from '../e2e/browser.ts';

export interface BrowserOptions {
  readonly hasWebGL: boolean;
}

export function launchSoftwareBrowser({ hasWebGL }: BrowserOptions): Promise<Browser> {
  return chromium.launch({
    executablePath: findOrInstallBrowser(),
    args: [
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu-rasterization',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(hasWebGL
        ? ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']
        : ['--disable-gpu', '--disable-3d-apis']),
    ],
  });
}
