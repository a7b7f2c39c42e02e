/** What holds for a target on every day asked about is worked out once for each knowledge. */
import type { Knowledge } from './knowledge.ts';
import type { Target } from './programme.ts';

/** The same function, with its answers kept for as long as the knowledge is. */
export function oncePerTarget<Answer>(
  workOut: (knowledge: Knowledge, target: Target) => Answer,
): (knowledge: Knowledge, target: Target) => Answer {
  const answers = new WeakMap<Knowledge, Map<string, Answer>>();
  return (knowledge, target) => {
    const kept = answers.get(knowledge) ?? new Map<string, Answer>();
    answers.set(knowledge, kept);
    const answer = kept.get(target.id) ?? workOut(knowledge, target);
    kept.set(target.id, answer);
    return answer;
  };
}
