/** The tempos of the story: milliseconds for a character to read, and for a touch. */
export const tempos = {
  Rustig: { readMs: 80, touchMs: 900 },
  Gewoon: { readMs: 50, touchMs: 450 },
  Snel: { readMs: 15, touchMs: 120 },
  Meteen: { readMs: 0, touchMs: 0 },
};

const sliceMs = 50;

/** Why a story ended early, in words for who watches. */
export class Ended extends Error {}

/** Paces the story. `tempo` returns the tempo of now; what waits can be held, hurried and ended. */
export function pacing(tempo) {
  let held = false;
  let hurried = false;
  let ended;

  async function rest(units, unit) {
    hurried = false;
    for (let passed = 0; held || (passed < units * tempo()[unit] && !hurried); passed += held ? 0 : sliceMs) {
      if (ended) throw ended;
      await new Promise((later) => setTimeout(later, sliceMs));
    }
    if (ended) throw ended;
  }

  return {
    /** Waits long enough to read that text. */
    read: (text) => rest(text.length, 'readMs'),
    /** Waits long enough to see so many touches. */
    touch: (touches) => rest(touches, 'touchMs'),
    hold(on) {
      held = on;
    },
    /** Ends the wait of now. */
    hurry() {
      hurried = true;
    },
    end(reason) {
      ended = new Ended(reason);
    },
  };
}
