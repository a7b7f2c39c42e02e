/** The frames Chromium shows while a page loads, as pictures with their time. */
import type { CDPSession } from 'playwright-core';

export interface Frame {
  /**
   * Epoch milliseconds at which the frame arrived here: some 10 ms after it was presented. Its own
   * timestamp is when the frame was begun, before it was painted.
   */
  readonly shownAt: number;
  readonly png: Buffer;
}

/**
 * Records every frame that changes something. Each must be acknowledged before the next is sent,
 * so the frames' own distance is the resolution of anything read from them.
 */
export async function recordFrames(session: CDPSession): Promise<() => Promise<readonly Frame[]>> {
  const frames: Frame[] = [];
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push({
      shownAt: performance.timeOrigin + performance.now(),
      png: Buffer.from(data, 'base64'),
    });
    // The page may be closed already: then nobody waits for the answer.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  return async () => {
    await session.send('Page.stopScreencast');
    return frames;
  };
}
