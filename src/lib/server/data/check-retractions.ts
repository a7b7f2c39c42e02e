/** What an event may take back: an earlier one, about the same unit and track, and no circle. */
import type { StatusEvent } from '../../domain/status.ts';
import { pointer, quote, say, type Finding } from './fault.ts';

/** The ids of the events on a circle. Each event is walked over once, however long the chains are. */
function idsInCircles(byId: ReadonlyMap<string, StatusEvent>): ReadonlySet<string> {
  const circles = new Set<string>();
  const done = new Set<string>();
  for (const start of byId.values()) {
    const walk: string[] = [];
    const onWalk = new Set<string>();
    let current: StatusEvent | undefined = start;
    while (current && !done.has(current.id) && !onWalk.has(current.id)) {
      walk.push(current.id);
      onWalk.add(current.id);
      current = current.retracts === undefined ? undefined : byId.get(current.retracts);
    }
    if (current && onWalk.has(current.id)) {
      for (const id of walk.slice(walk.indexOf(current.id))) circles.add(id);
    }
    for (const id of walk) done.add(id);
  }
  return circles;
}

function findingOf(
  event: StatusEvent,
  byId: ReadonlyMap<string, StatusEvent>,
  circles: ReadonlySet<string>,
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
  if (circles.has(event.id)) {
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
  const circles = idsInCircles(byId);
  return events.flatMap((event, index) => {
    if (event.retracts === undefined) return [];
    const finding = findingOf(event, byId, circles);
    return finding ? { place: pointer(['events', index, 'retracts']), ...finding } : [];
  });
}
