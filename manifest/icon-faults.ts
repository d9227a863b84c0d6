import { decode } from 'fast-png';

type Icon = { name: string; size: number; pixels: Pixel[] };
type Pixel = { red: number; green: number; blue: number; alpha: number };

/** Lists why Teams would refuse the icon in colour: it must be a PNG of 192 by 192 without transparency. */
export function colorIconFaults(png: Uint8Array, name: string): string[] {
  return faultsOf(png, name, 192, ({ pixels }) =>
    pixels.every(({ alpha }) => alpha === 255) ? [] : [`${name} has transparent pixels; fill its background`],
  );
}

/** Lists why Teams would refuse the outline: it must be a PNG of 32 by 32, white and transparent. */
export function outlineIconFaults(png: Uint8Array, name: string): string[] {
  return faultsOf(png, name, 32, ({ pixels }) => {
    const seen = pixels.filter(({ alpha }) => alpha > 0);
    const white = seen.every(({ red, green, blue }) => red === 255 && green === 255 && blue === 255);
    return [
      ...(white ? [] : [`${name} has a colour; draw it in white only`]),
      ...(seen.length < pixels.length ? [] : [`${name} has no transparent pixels; take its background away`]),
      ...(seen.length > 0 ? [] : [`${name} is empty; draw something in white`]),
    ];
  });
}

function faultsOf(png: Uint8Array, name: string, size: number, look: (icon: Icon) => string[]): string[] {
  const image = decoded(png);
  if (!image) return [`${name} is no PNG; save it as one`];
  const { width, height, channels, depth, data } = image;
  if (width !== size || height !== size) {
    return [`${name} is ${width} by ${height} pixels; make it ${size} by ${size}`];
  }
  if (channels < 3 || depth !== 8 || image.palette) {
    return [`${name} is not in full colour; save it with red, green, blue (and alpha) of 8 bits each`];
  }
  const pixels = Array.from({ length: width * height }, (_, index): Pixel => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = data.subarray(
      index * channels,
      (index + 1) * channels,
    );
    return { red, green, blue, alpha };
  });
  return look({ name, size, pixels });
}

function decoded(png: Uint8Array) {
  try {
    return decode(png, { checkCrc: true });
  } catch {
    return undefined;
  }
}
