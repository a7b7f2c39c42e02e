/** The conditions of a phone on a bad line, as Chromium emulates them. */
import type { CDPSession } from 'playwright-core';

/**
 * "Slow 4G" as Chromium DevTools has it (`Slow4GConditions` in front_end/core/sdk/NetworkManager.ts,
 * the "Fast 3G" of before May 2024): 1.6 Mbit/s down and 0.75 Mbit/s up, each × 0.9, and 150 ms × 3.75
 * before every answer. Throughput in bytes a second, latency in ms.
 */
export const slow4G = {
  offline: false,
  downloadThroughput: ((1.6 * 1000 * 1000) / 8) * 0.9,
  uploadThroughput: ((750 * 1000) / 8) * 0.9,
  latency: 150 * 3.75,
} as const;

export const cpuSlowdown = 4;

/** Width and height in CSS px of the phone the pages are shown on, at 1 device px per CSS px. */
export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 1,
  isMobile: true,
  hasTouch: true,
} as const;

export async function slowNetwork(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4G);
}

/** Slows the page's main thread; workers and the GPU process keep their speed. */
export async function slowProcessor(session: CDPSession): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
}
