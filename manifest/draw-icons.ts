/**
 * `node manifest/draw-icons.ts` draws color.png and outline.png: a balance in a speech bubble. Coordinates are those
 * of the outline icon, 32 by 32, with y downwards.
 */
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

type Point = [x: number, y: number];
type Shape = (point: Point) => boolean;
type Layer = { shape: Shape; color: readonly [red: number, green: number, blue: number] };

const white = [255, 255, 255] as const;
const petrol = [31, 78, 95] as const;

const everywhere: Shape = () => true;
const all =
  (...shapes: Shape[]): Shape =>
  (point) =>
    shapes.some((shape) => shape(point));
const except =
  (shape: Shape, hole: Shape): Shape =>
  (point) =>
    shape(point) && !hole(point);

/** A line with round ends. */
const stroke =
  ([ax, ay]: Point, [bx, by]: Point, width: number): Shape =>
  ([x, y]) => {
    const [dx, dy] = [bx - ax, by - ay];
    const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x - ax - along * dx, y - ay - along * dy) <= width / 2;
  };

/** A rectangle with round corners. */
const box =
  ([left, top]: Point, [right, bottom]: Point, radius: number): Shape =>
  ([x, y]) => {
    const dx = Math.max(left + radius - x, x - right + radius, 0);
    const dy = Math.max(top + radius - y, y - bottom + radius, 0);
    return Math.hypot(dx, dy) <= radius;
  };

/** A triangle: its right angle, and how far it reaches to the right and down. */
const tailAt =
  ([cx, cy]: Point, right: number, down: number): Shape =>
  ([x, y]) =>
    x >= cx && y >= cy && (x - cx) / right + (y - cy) / down <= 1;

/** A bowl: the lower half of a disc. */
const bowl =
  ([cx, cy]: Point, radius: number): Shape =>
  ([x, y]) =>
    y >= cy && Math.hypot(x - cx, y - cy) <= radius;

const bubble = all(box([1, 2], [31, 25], 5), tailAt([7, 24], 7, 7));
const bubbleInside = box([3, 4], [29, 23], 3);

/** The two bowls hang level: both sides are heard. */
const balance = (width: number): Shape =>
  all(
    stroke([16, 6.5], [16, 20], width),
    stroke([12.5, 20], [19.5, 20], width),
    stroke([8.5, 9], [23.5, 9], width),
    ...[9, 23].flatMap((x) => [
      stroke([x, 9], [x - 3, 14.5], width * 0.6),
      stroke([x, 9], [x + 3, 14.5], width * 0.6),
      bowl([x, 14.5], 3.6),
    ]),
  );

/** The icon in colour, 192 by 192; the mark stays within the middle that no mask cuts off. */
export const colorIcon = (): Buffer =>
  png(192, 22, [
    { shape: everywhere, color: petrol },
    { shape: bubble, color: white },
    { shape: balance(1.5), color: petrol },
  ]);

/** The outline, 32 by 32: white on nothing. */
export const outlineIcon = (): Buffer =>
  png(32, 0, [{ shape: all(except(bubble, bubbleInside), balance(1.4)), color: white }]);

/** The number of samples within a pixel, across and down. */
const samples = 8;

/** A square PNG of `size` pixels with a margin, the later layers over the earlier. */
function png(size: number, margin: number, layers: Layer[]): Buffer {
  const scale = 32 / (size - 2 * margin);
  const rows = Array.from({ length: size }, (_, row) => {
    const pixels = Array.from({ length: size }, (_, column) =>
      pixel(column - margin, row - margin, scale, layers),
    );
    return [0, ...pixels.flat()]; // 0: this row is not filtered
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8); // 8 bits a channel; red, green, blue and alpha
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(rows.flat()), { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function pixel(column: number, row: number, scale: number, layers: Layer[]): number[] {
  const seen = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < samples * samples; i++) {
    const x = (column + ((i % samples) + 0.5) / samples) * scale;
    const y = (row + (Math.floor(i / samples) + 0.5) / samples) * scale;
    const color = layers.findLast(({ shape }) => shape([x, y]))?.color;
    if (!color) continue;
    covered++;
    for (const channel of [0, 1, 2] as const) seen[channel] = (seen[channel] ?? 0) + color[channel];
  }
  if (covered === 0) return [255, 255, 255, 0];
  return [...seen.map((sum) => Math.round(sum / covered)), Math.round((255 * covered) / samples ** 2)];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

if (import.meta.main) {
  writeFileSync(new URL('color.png', import.meta.url), colorIcon());
  writeFileSync(new URL('outline.png', import.meta.url), outlineIcon());
}
