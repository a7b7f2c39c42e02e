/**
 * When MapLibre may take the map over (DESIGN §9): by itself on a capable device with a good line,
 * on the reader's wish where it would cost them something, never where it cannot work or is
 * not wanted.
 */

/** What a browser tells about itself; `null` where it does not. */
export interface Signals {
  readonly hasWebGL2: boolean;
  /** `navigator.connection.saveData`. */
  readonly savesData: boolean;
  /** `prefers-reduced-data: reduce`. */
  readonly prefersReducedData: boolean;
  /** Memory in GiB, at most 8 told. */
  readonly deviceMemory: number | null;
  readonly hardwareConcurrency: number | null;
  /** `slow-2g`, `2g`, `3g` or `4g`. */
  readonly effectiveType: string | null;
}

/** `idle`: load when the page has come to rest. `intent`: when the reader reaches for the map. */
export type TakeOver = 'idle' | 'intent' | 'never';

/** Below these, parsing 300 kB of code would be felt while scrolling. */
const leastMemory = 4;
const leastCores = 4;

export function decideTakeOver(signals: Signals): TakeOver {
  if (!signals.hasWebGL2 || signals.savesData || signals.prefersReducedData) return 'never';
  const isSlowLine = signals.effectiveType !== null && signals.effectiveType !== '4g';
  const isSmall =
    (signals.deviceMemory ?? leastMemory) < leastMemory ||
    (signals.hardwareConcurrency ?? leastCores) < leastCores;
  return isSlowLine || isSmall ? 'intent' : 'idle';
}

interface NavigatorHints {
  readonly connection?: { readonly saveData?: boolean; readonly effectiveType?: string };
  readonly deviceMemory?: number;
}

/** The signals of this browser. Call it in the browser only. */
export function readSignals(): Signals {
  // Network Information and Device Memory are not in TypeScript's DOM types: not every browser has them.
  const hints = navigator as Navigator & NavigatorHints;
  return {
    hasWebGL2: hasWebGL2(),
    savesData: hints.connection?.saveData ?? false,
    prefersReducedData: matchMedia('(prefers-reduced-data: reduce)').matches,
    deviceMemory: hints.deviceMemory ?? null,
    hardwareConcurrency: hints.hardwareConcurrency ?? null,
    effectiveType: hints.connection?.effectiveType ?? null,
  };
}

/** Whether a context can be had; gives it back at once, browsers allow only a few. */
export function hasWebGL2(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
