/** One thing a form must tell, at which field. Told in words: the server knows the reader's language. */
export interface FormFault {
  /** `name` of the field, which is the `id` of its control too; empty: the form as a whole. */
  readonly field: string;
  readonly message: string;
  /** Label of the field: the summary on top names it, beside the field it would say it twice. */
  readonly label?: string;
}

/** What is to be said beside one field; `undefined` where nothing is. */
export function faultAt(faults: readonly FormFault[], field: string): string | undefined {
  const here = faults.filter((fault) => fault.field === field);
  return here.length === 0 ? undefined : here.map(({ message }) => message).join(' ');
}

/** The value of `aria-describedby`: hint first, then the error; `undefined` where there is neither. */
export function describedBy(
  id: string,
  hint: string | undefined,
  error: string | undefined,
): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}
