/** Reads a query one parameter at a time, and remembers what of it could not be followed. */

export type Read<T, Kind extends string> = { readonly value: T } | { readonly problem: Kind };

export interface QueryFault<Kind extends string> {
  readonly parameter: string;
  readonly value: string;
  readonly kind: Kind | 'repeated';
}

export interface QueryReader<Kind extends string> {
  /** In the order the parameters were read; whoever reads may add to it. */
  readonly problems: QueryFault<Kind>[];
  /**
   * The value of a parameter, or the fallback where it is left out, empty or not accepted. Of one
   * given more than once the first stands.
   */
  read<T>(parameter: string, fallback: T, accept: (text: string) => Read<T, Kind>): T;
}

export function queryReader<Kind extends string>(params: URLSearchParams): QueryReader<Kind> {
  const problems: QueryFault<Kind>[] = [];
  return {
    problems,
    read: (parameter, fallback, accept) => {
      const [text, ...more] = params.getAll(parameter);
      if (more.length > 0) problems.push({ parameter, value: more.join(', '), kind: 'repeated' });
      if (!text) return fallback;
      const answer = accept(text);
      if ('value' in answer) return answer.value;
      problems.push({ parameter, value: text, kind: answer.problem });
      return fallback;
    },
  };
}
