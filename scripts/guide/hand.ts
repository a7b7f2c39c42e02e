/** A person's hand at a page: does what is asked and counts what it would cost a person. */
import type { Locator } from 'playwright-core';
import type { Uploaded } from './upload.ts';

/** What a walk through the pages costs somebody who has never seen them. */
export interface Effort {
  /** Fields, choices, buttons and links that had to be found. */
  readonly controls: number;
  /** Characters typed. */
  readonly characters: number;
  /** Seconds of a person: to find each control, to type, and to wait for the pages. */
  readonly seconds: number;
}

export interface Hand {
  type(field: Locator, text: string): Promise<void>;
  choose(control: Locator): Promise<void>;
  /** Opens the file dialog, picks the file in it and closes it. */
  attach(field: Locator, file: Uploaded): Promise<void>;
  /** Presses what leads to another page, and waits for it. */
  press(control: Locator): Promise<void>;
  effort(): Effort;
}

export interface Pace {
  readonly secondsToFind: number;
  readonly charactersPerSecond: number;
}

/** `now` in milliseconds: the waiting for pages is measured, all else is counted. */
export function createHand(pace: Pace, now: () => number): Hand {
  let controls = 0;
  let characters = 0;
  let waited = 0;
  return {
    async type(field, text) {
      controls += 1;
      characters += text.length;
      await field.fill(text);
    },
    async choose(control) {
      controls += 1;
      await control.check();
    },
    async attach(field, file) {
      // The field itself, the file in the dialog, and the dialog's own button.
      controls += 3;
      await field.setInputFiles(file);
    },
    async press(control) {
      controls += 1;
      const from = now();
      const page = control.page();
      const loaded = page.waitForEvent('load');
      await control.click();
      await loaded;
      waited += now() - from;
    },
    effort: () => ({
      controls,
      characters,
      seconds:
        controls * pace.secondsToFind + characters / pace.charactersPerSecond + waited / 1000,
    }),
  };
}
