/** The interactive map as the page knows it: whether it is there, and what it is to show. */
import type { SiteGeometry } from '../../map/geometry.ts';
import type { BaseMap } from '../../map/gl/base-map.ts';
import type { SceneState } from '../../map/gl/features.ts';
import type { HashStore, MapHandle, MapWords } from '../../map/gl/options.ts';
import { effectiveLook } from './effective-look.ts';

export interface LiveMapSettings {
  readonly look: string;
  readonly words: MapWords;
  readonly baseMap: BaseMap | null;
  readonly geometryHref: string;
  readonly hash: HashStore;
}

export class LiveMap {
  /** `off`: the SVG is the map. */
  status = $state<'off' | 'loading' | 'on' | 'failed'>('off');
  hasTileError = $state(false);
  #handle: MapHandle | null = null;
  readonly #abort = new AbortController();

  /** Takes over from the SVG in `container`. Where that fails, the SVG simply stays. */
  async start(
    container: HTMLElement,
    scene: () => SceneState,
    settings: LiveMapSettings,
    onSelect: (code: string) => void,
  ): Promise<void> {
    if (this.status === 'loading' || this.status === 'on') return;
    this.status = 'loading';
    const { signal } = this.#abort;
    try {
      const [{ createMap }, geometry] = await Promise.all([
        import('../../map/gl/create-map.ts'),
        fetchGeometry(settings.geometryHref, signal),
      ]);
      const outcome = await createMap({
        container,
        scene: scene(),
        geometry,
        look: effectiveLook(settings.look),
        words: settings.words,
        baseMap: settings.baseMap,
        hash: settings.hash,
        signal,
        onSelect,
        onLost: () => {
          this.#handle = null;
          this.status = 'off';
        },
        onTileError: () => (this.hasTileError = true),
      });
      if (outcome.status !== 'ready') {
        this.status = 'failed';
        return;
      }
      this.#handle = outcome.handle;
      this.status = 'on';
      // What was chosen while it was loading.
      this.show(scene(), settings.look);
    } catch {
      this.status = 'failed';
    }
  }

  show(scene: SceneState, look: string): void {
    this.#handle?.update(scene, effectiveLook(look));
  }

  focus(code: string | null): void {
    this.#handle?.focus(code);
  }

  destroy(): void {
    this.#abort.abort();
    this.#handle?.destroy();
    this.#handle = null;
  }
}

async function fetchGeometry(href: string, signal: AbortSignal): Promise<SiteGeometry> {
  const response = await fetch(href, { signal });
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  return (await response.json()) as SiteGeometry;
}
