/** One value a reader can choose. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What choosing it means, where the label alone does not say. */
  readonly hint?: string;
  /** The language of the label, where it is not the page's. */
  readonly lang?: string | undefined;
}
