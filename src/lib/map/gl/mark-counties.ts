/** The rings on the map: selected, focused by keyboard, under the pointer. Feature states. */
import type { Map as EngineMap } from 'maplibre-gl';
import type { DivisionCode } from '../../domain/division.ts';
import type { SceneState } from './features.ts';
import { countySource } from './style.ts';

export interface Marks {
  focused: DivisionCode | null;
  hovered: DivisionCode | null;
}

export function markCounties(map: EngineMap, scene: SceneState, marks: Readonly<Marks>): void {
  for (const { code, isSelected } of scene.counties) {
    map.setFeatureState(
      { source: countySource, id: code },
      { selected: isSelected, focused: code === marks.focused, hovered: code === marks.hovered },
    );
  }
}
