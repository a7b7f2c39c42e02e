/** The machine the figures were measured on: without it they mean nothing. */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { browserVersion } from '../e2e/browser.ts';
import type { Json } from './measurement.ts';

export function describeMachine(): { readonly [key: string]: Json } {
  const processors = cpus();
  return {
    cores: processors.length,
    processor: processors[0]?.model ?? 'unknown',
    memoryGB: Math.round(totalmem() / 1e9),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    chromium: versionOf(browserVersion),
    nginx: versionOf(() => firstLine('nginx', ['-v'])),
    wrk: versionOf(() => firstLine('wrk', ['-v'])),
    /** Above the number of cores, others were working too, and times are too long. */
    loadAverage: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}

function versionOf(read: () => string): string {
  try {
    return read();
  } catch {
    return 'none';
  }
}

function firstLine(command: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  return (
    (stdout + stderr)
      .trim()
      .split('\n')[0]
      ?.replace(/ Copyright.*/, '') ?? ''
  );
}
