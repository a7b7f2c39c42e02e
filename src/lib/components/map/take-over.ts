/** When the interactive map may come: at rest, or when the reader reaches for it. */
import { decideTakeOver, readSignals, type TakeOver } from '../../map/gl/capability.ts';

/** Moved this far with the button held, a pointer drags; less is a click. CSS px. */
const dragDistance = 6;

/**
 * Calls `start` once: when the page has come to rest on a capable device, or on the reader's
 * gesture. `told` learns early whether it can happen at all. The answer stops the watching.
 */
export function watchTakeOver(
  element: HTMLElement,
  told: (when: TakeOver) => void,
  start: () => void,
): () => void {
  const stop = new AbortController();
  const begin = () => {
    if (stop.signal.aborted) return;
    stop.abort();
    start();
  };
  // Asking for a GL context takes time: not while the page is still being put together.
  const cancel = whenIdle(() => {
    const when = decideTakeOver(readSignals());
    told(when);
    if (when === 'never' || stop.signal.aborted) return;
    watchIntent(element, stop.signal, begin);
    if (when === 'idle') stop.signal.addEventListener('abort', whenIdle(begin));
  });
  stop.signal.addEventListener('abort', cancel);
  return () => stop.abort();
}

/** Pinch, drag, or wheel with Ctrl or ⌘: scrolling the page over the map is no wish to zoom it. */
function watchIntent(element: HTMLElement, signal: AbortSignal, begin: () => void): void {
  const passive = { signal, passive: true };
  element.addEventListener(
    'wheel',
    (event) => (event.ctrlKey || event.metaKey) && begin(),
    passive,
  );
  element.addEventListener('touchstart', ({ touches }) => touches.length > 1 && begin(), passive);
  let from: { readonly x: number; readonly y: number } | null = null;
  element.addEventListener(
    'pointerdown',
    ({ pointerType, x, y }) => (from = pointerType === 'mouse' ? { x, y } : null),
    passive,
  );
  element.addEventListener('pointerup', () => (from = null), passive);
  element.addEventListener(
    'pointermove',
    ({ x, y }) => from && Math.hypot(x - from.x, y - from.y) > dragDistance && begin(),
    passive,
  );
}

/** `requestIdleCallback` where there is one (not in Safari); the answer cancels it. */
function whenIdle(task: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(task, { timeout: 4000 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(task, 1000);
  return () => clearTimeout(handle);
}
