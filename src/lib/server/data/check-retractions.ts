/** What an event may take back: an earlier one, about the same unit and track, and no circle. */
import type { StatusEvent } from '../../domain/status.ts';
import { pointer, quote, say, type Finding } from './fault.ts';

function isInCircle(event: StatusEvent, byId: ReadonlyMap<string, StatusEvent>): boolean {
  const seen = new Set<string>();
  let current: StatusEvent | undefined = event;
  while (current?.retracts !== undefined && !seen.has(current.id)) {
    seen.add(current.id);
    current = byId.get(current.retracts);
  }
  return current?.id === event.id && current.retracts !== undefined;
}

function findingOf(
  event: StatusEvent,
  byId: ReadonlyMap<string, StatusEvent>,
): Omit<Finding, 'place'> | undefined {
  const retracted = byId.get(event.retracts ?? '');
  if (!retracted) {
    return {
      what: say(
        `所更正的记录 ${quote(event.retracts ?? '')} 不存在`,
        `it retracts ${quote(event.retracts ?? '')}, which does not exist`,
      ),
      expected: say('events 中的标识', 'the id of an event'),
    };
  }
  if (isInCircle(event, byId)) {
    return {
      what: say(
        `更正关系循环：${quote(event.id)}`,
        `the retractions of ${quote(event.id)} go in a circle`,
      ),
      expected: say('更早的记录', 'an earlier event'),
    };
  }
  if (retracted.division !== event.division || retracted.track !== event.track) {
    return {
      what: say(
        `所更正的记录属于 ${retracted.division} ${retracted.track}`,
        `it retracts an event about ${retracted.division} ${retracted.track}`,
      ),
      expected: say(
        `${event.division} ${event.track} 的记录`,
        `an event about ${event.division} ${event.track}`,
      ),
    };
  }
  if (Date.parse(retracted.recordedAt) > Date.parse(event.recordedAt)) {
    return {
      what: say(
        `所更正的记录 ${quote(retracted.id)} 记录得更晚`,
        `it retracts ${quote(retracted.id)}, which was recorded later`,
      ),
      expected: say(
        `${event.recordedAt} 或以前的记录`,
        `an event of ${event.recordedAt} or before`,
      ),
    };
  }
  return undefined;
}

/** Faults of every `retracts` in the log. */
export function checkRetractions(events: readonly StatusEvent[]): readonly Finding[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  return events.flatMap((event, index) => {
    if (event.retracts === undefined) return [];
    const finding = findingOf(event, byId);
    return finding ? { place: pointer(['events', index, 'retracts']), ...finding } : [];
  });
}
