/** The camera in the address: `#map=zoom/latitude/longitude`, as OpenStreetMap writes it. */
import type { Camera } from '../projection.ts';

const pattern = /(?:^#?|&)map=(-?[\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)(?=&|$)/;

/** The camera a hash asks for; `null` where it asks for none or for one that cannot be. */
export function parseCameraHash(hash: string): Camera | null {
  const match = pattern.exec(hash);
  const [zoom = NaN, latitude = NaN, longitude = NaN] = (match ?? []).slice(1).map(Number);
  const isPossible =
    zoom >= 0 && zoom <= 24 && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180;
  return isPossible ? { center: [longitude, latitude], zoom } : null;
}

/** The hash of a camera, about a pixel exact. */
export function formatCameraHash({ center: [longitude, latitude], zoom }: Camera): string {
  const digits = Math.max(0, Math.ceil((zoom * Math.LN2 + Math.log(512 / 360 / 0.5)) / Math.LN10));
  return `#map=${round(zoom, 2)}/${round(latitude, digits)}/${round(longitude, digits)}`;
}

/** Whether the hash is empty or a camera's, so that a camera may take its place. */
export function isCameraHash(hash: string): boolean {
  return hash === '' || hash === '#' || /^#map=/.test(hash);
}

/** Rounded, without zeros at its end; never `5e-8`, as a number so near to zero would be written. */
function round(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
