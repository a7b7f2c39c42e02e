import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realSelection, sceneOf } from '../fixture.ts';
import type { MapPlaces, ScenePlaces } from '../places-scene.ts';
import { followPlaces } from './follow-places.ts';
import type { SceneState } from './features.ts';

const answer: MapPlaces = { units: [], pointZoom: 9, areaZoom: null };
const asked: string[] = [];
let server: Server;
let origin: string;
let isBroken = false;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (isBroken) response.writeHead(503).end();
    else response.end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const words: ScenePlaces['words'] = {
  counted: '',
  possible: '',
  left: '',
  none: '',
  unreported: '',
};

/** A camera, and a scene, that go where the test puts them. */
function follower(places: ScenePlaces | null) {
  let zoom = 7;
  let draws = 0;
  const listeners = new Map<string, () => void>();
  const bare = sceneOf(realSelection('townships'));
  let scene: SceneState = { ...bare, ...(places && { places }) };
  const map = {
    getZoom: () => zoom,
    on: (name: string, listener: () => void) => void listeners.set(name, listener),
  } as unknown as Parameters<typeof followPlaces>[0];
  const follow = followPlaces(
    map,
    () => scene,
    () => (draws += 1),
  );
  return {
    draws: () => draws,
    current: () => follow.current(scene),
    show: (next: ScenePlaces | null) => (scene = { ...bare, ...(next && { places: next }) }),
    zoomTo: (next: number) => {
      zoom = next;
      listeners.get('zoomend')?.();
    },
    untilDrawn: async (times: number) => {
      const until = Date.now() + 2000;
      while (draws < times && Date.now() < until) await new Promise((done) => setTimeout(done, 5));
    },
  };
}

const at = (path: string): ScenePlaces => ({
  href: `${origin}${path}`,
  zoom: 9,
  link: ['/township/', ''],
  words,
});

describe('positions', () => {
  it('are asked for only when the reader has come near, and once', async () => {
    const map = follower(at('/near'));
    map.zoomTo(8.4);
    expect(asked).not.toContain('/near');
    map.zoomTo(8.6);
    map.zoomTo(8.8);
    await map.untilDrawn(1);
    map.zoomTo(9.5);
    expect(asked.filter((path) => path === '/near')).toHaveLength(1);
    expect(map.current()).toEqual(answer);
  });

  it('are never asked for where the page names none', async () => {
    const map = follower(null);
    const before = asked.length;
    map.zoomTo(12);
    await new Promise((done) => setTimeout(done, 50));
    expect(asked).toHaveLength(before);
    expect(map.current()).toBeNull();
  });

  it('of another scene are not those of this one', async () => {
    const map = follower(at('/first'));
    map.zoomTo(9);
    await map.untilDrawn(1);
    map.show(at('/second'));
    expect(map.current()).toBeNull();
    map.zoomTo(9.1);
    await map.untilDrawn(2);
    expect(map.current()).toEqual(answer);
  });

  it('that could not be had are asked for again', async () => {
    const map = follower(at('/broken'));
    isBroken = true;
    map.zoomTo(9);
    while (!asked.includes('/broken')) await new Promise((done) => setTimeout(done, 5));
    await new Promise((done) => setTimeout(done, 50));
    expect(map.current()).toBeNull();
    isBroken = false;
    map.zoomTo(9.2);
    await map.untilDrawn(1);
    expect(map.current()).toEqual(answer);
  });
});
