/**
 * Lets only so many renderings run and so many wait, and none wait for long. What is over is
 * refused, so that a flood of new addresses meets a 503 and not an ever longer queue.
 */
export interface GateLimits {
  readonly running: number;
  readonly waiting: number;
  /** Longest wait in milliseconds; who has waited longer is refused, though no turn has come. */
  readonly patience: number;
}

export type Gated<T> =
  { readonly status: 'done'; readonly value: T } | { readonly status: 'refused' };

interface Waiting {
  readonly since: number;
  readonly enter: (isAllowed: boolean) => void;
}

const refused = { status: 'refused' } as const;

export class RenderGate {
  readonly #limits: GateLimits;
  readonly #clock: () => number;
  #queue: Waiting[] = [];
  #running = 0;
  #isScheduled = false;
  #refusing: NodeJS.Timeout | undefined;

  /** `clock` answers milliseconds. */
  constructor(limits: GateLimits, clock: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#clock = clock;
  }

  async run<T>(task: () => Promise<T>): Promise<Gated<T>> {
    if (this.#queue.length >= this.#limits.waiting) return refused;
    const isAllowed = await new Promise<boolean>((enter) => {
      this.#queue.push({ since: this.#clock(), enter });
      this.#schedule();
    });
    if (!isAllowed) return refused;
    try {
      return { status: 'done', value: await task() };
    } finally {
      this.#running -= 1;
      this.#schedule();
    }
  }

  /**
   * Rendering holds the thread. One begins in each turn of the event loop, so every reader whose
   * answer is ready goes first; begun at once, a hundred new addresses would all be rendered before
   * anybody is answered.
   */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#admit();
      if (this.#queue.length === 0) return;
      if (this.#running < this.#limits.running) this.#schedule();
      else this.#refuseInTime();
    });
  }

  /** Those who run may take long to end, and the first who waits is not to wait for that. */
  #refuseInTime(): void {
    const [first] = this.#queue;
    if (!first || this.#refusing !== undefined) return;
    const left = first.since + this.#limits.patience - this.#clock();
    // A timer may be early by a part of a millisecond.
    this.#refusing = setTimeout(
      () => {
        this.#refusing = undefined;
        this.#refuseLate();
        this.#refuseInTime();
      },
      Math.max(0, left) + 1,
    ).unref();
  }

  #refuseLate(): void {
    const latest = this.#clock() - this.#limits.patience;
    const first = this.#queue.findIndex(({ since }) => since >= latest);
    const late = this.#queue.splice(0, first === -1 ? this.#queue.length : first);
    for (const { enter } of late) enter(false);
  }

  #admit(): void {
    this.#refuseLate();
    if (this.#running >= this.#limits.running) return;
    const next = this.#queue.shift();
    if (!next) return;
    this.#running += 1;
    next.enter(true);
  }
}
