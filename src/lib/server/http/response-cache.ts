/**
 * Answers that are the same for every reader with the same key, rendered once for each version of
 * the data and each day. Bounded in bytes, so nobody fills the memory by varying the query.
 */
import { LRUCache } from 'lru-cache';
import { isShareable, prepareAnswer, type Answer } from './answer.ts';
import type { Captured } from './capture.ts';
import type { Encoding } from './encoding.ts';
import type { RenderGate } from './render-gate.ts';

/** Everything rendered from other data, or on another day, is out of date. */
export interface Generation {
  readonly version: string;
  readonly day: string;
}

interface Page {
  readonly captured: Captured;
  readonly answers: Partial<Record<Encoding, Answer>>;
}

/** Keys, headers and the entry itself, beside the bodies. */
const overheadBytes = 4096;
const freshShare = 0.25;

export class ResponseCache {
  /** Asked for once. A flood of new addresses goes through here and leaves the others alone. */
  readonly #fresh: LRUCache<string, Page>;
  /** Asked for again. */
  readonly #proven: LRUCache<string, Page>;
  readonly #pending = new Map<string, Promise<Answer | null>>();
  readonly #rendering = new Map<string, Promise<Captured>>();
  #generation: Generation = { version: '', day: '' };

  constructor(maxBytes: number) {
    const freshBytes = Math.floor(maxBytes * freshShare);
    this.#fresh = new LRUCache({ maxSize: freshBytes, sizeCalculation: weightOf });
    this.#proven = new LRUCache({ maxSize: maxBytes - freshBytes, sizeCalculation: weightOf });
  }

  get bytes(): number {
    return this.#fresh.calculatedSize + this.#proven.calculatedSize;
  }

  /** Forgets everything where the data or the day is another than last time. */
  enter({ version, day }: Generation): void {
    if (this.#generation.version === version && this.#generation.day === day) return;
    this.#generation = { version, day };
    this.#fresh.clear();
    this.#proven.clear();
    this.#pending.clear();
    this.#rendering.clear();
  }

  /** The answer that is ready, at once. */
  ready(key: string, encoding: Encoding): Answer | undefined {
    return this.#find(key)?.answers[encoding];
  }

  /**
   * The answer, made now when the gate lets it; requests for the same one share the work. `null` where
   * too much is being rendered already. Rejects where rendering fails.
   */
  load(
    key: string,
    encoding: Encoding,
    gate: RenderGate,
    render: () => Promise<Captured>,
  ): Promise<Answer | null> {
    return share(this.#pending, `${encoding} ${key}`, async () => {
      const generation = this.#generation;
      // Compressing is work as well, so it holds the place that rendering took.
      const gated = await gate.run(async () => {
        const captured = this.#find(key)?.captured ?? (await share(this.#rendering, key, render));
        const answer = await prepareAnswer(captured, encoding);
        if (isShareable(captured) && generation === this.#generation) {
          this.#keep(key, captured, encoding, answer);
        }
        return answer;
      });
      return gated.status === 'done' ? gated.value : null;
    });
  }

  #find(key: string): Page | undefined {
    const proven = this.#proven.get(key);
    if (proven) return proven;
    const page = this.#fresh.get(key);
    if (page) {
      this.#fresh.delete(key);
      this.#proven.set(key, page);
    }
    return page;
  }

  #keep(key: string, captured: Captured, encoding: Encoding, answer: Answer): void {
    const before = this.#find(key);
    const page = { captured, answers: { ...before?.answers, [encoding]: answer } };
    (before ? this.#proven : this.#fresh).set(key, page);
  }
}

/** Bytes. */
function weightOf({ captured, answers }: Page, key: string): number {
  const bodies = new Set([captured.body, ...Object.values(answers).map(({ body }) => body)]);
  let weight = overheadBytes + key.length * 2;
  for (const body of bodies) weight += body.length;
  return weight;
}

/** The work under way for the key, else begun now. It leaves the map when it ends, if still its own. */
function share<T>(
  underWay: Map<string, Promise<T>>,
  key: string,
  begin: () => Promise<T>,
): Promise<T> {
  const other = underWay.get(key);
  if (other) return other;
  const own = begin().finally(() => {
    if (underWay.get(key) === own) underWay.delete(key);
  });
  underWay.set(key, own);
  return own;
}
