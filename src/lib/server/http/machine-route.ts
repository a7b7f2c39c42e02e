/** A route for machines from what it answers: GET and HEAD, and a refusal of everything else. */
import type { RequestEvent } from '@sveltejs/kit';
import {
  answerMachine,
  refuseMethod,
  type MachineAnswer,
  type MachineRequest,
} from './machine-answer.ts';

type Make = (request: MachineRequest, event: RequestEvent) => MachineAnswer | Response;

/** To be exported from `+server.ts` as `GET`; SvelteKit answers HEAD from it. */
export function machineGet(make: Make) {
  return (event: RequestEvent): Response =>
    answerMachine(event.locals.model, event.url.searchParams, event.locals.lang, (request) =>
      make(request, event),
    );
}

/** To be exported as `fallback`. */
export function machineFallback({ request, locals }: RequestEvent): Response {
  return refuseMethod(request.method, locals.lang);
}
