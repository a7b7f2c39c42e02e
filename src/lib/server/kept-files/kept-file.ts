/** A file that somebody sent in and that waits for its confirmation, whatever it holds. */
import type { DivisionCode } from '../../domain/division.ts';

/** Without its content. */
export interface KeptFile<Choices = unknown> {
  readonly id: string;
  readonly division: DivisionCode;
  /** Account id. */
  readonly author: string;
  readonly name: string;
  /** SHA-256 of the content. */
  readonly hash: string;
  /** What was settled about it in its preview. */
  readonly choices: Choices;
  /** Raised by every choice. */
  readonly version: number;
  /** RFC 3339 in UTC. */
  readonly uploadedAt: string;
  /** What it became; `null`: not confirmed. */
  readonly submission: string | null;
}
