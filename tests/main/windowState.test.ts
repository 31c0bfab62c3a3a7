import { describe, expect, test } from 'vitest';
import { placeBeside, placePopOut, placeWindow } from '../../src/main/windowState.ts';

const laptop = { x: 0, y: 0, width: 1440, height: 860 };
const monitor = { x: 1440, y: -200, width: 2560, height: 1400 };

describe('a window comes back where it was', () => {
  test('on the main screen', () => {
    const state = { x: 40, y: 60, width: 1200, height: 700, isMaximized: false };
    expect(placeWindow(state, [laptop])).toEqual(state);
  });

  test('on the second screen, maximised', () => {
    const state = { x: 1600, y: -100, width: 1800, height: 1000, isMaximized: true };
    expect(placeWindow(state, [laptop, monitor])).toEqual(state);
  });

  test('half outside, as its owner left it', () => {
    const state = { x: 1300, y: 100, width: 1200, height: 700, isMaximized: false };
    expect(placeWindow(state, [laptop])).toEqual(state);
  });
});

describe('a window that nobody could reach comes back whole', () => {
  const size = { width: 1200, height: 700 };
  test.each([
    ['its screen is gone', { x: 1600, y: 100 }],
    ['only a sliver of it shows', { x: 1380, y: 100 }],
    ['its top edge is above the screen', { x: 100, y: -40 }],
    ['its top edge is below the screen', { x: 100, y: 850 }],
    ['it is far away', { x: -2_000_000_000, y: 2_000_000_000 }],
  ])('%s', (_, position) => {
    expect(placeWindow({ ...size, ...position, isMaximized: false }, [laptop])).toEqual({
      ...size,
      isMaximized: false,
    });
  });

  test('larger than the screen: cut to it, but never below the smallest size', () => {
    const state = { x: 0, y: 0, width: 5000, height: 3000, isMaximized: false };
    expect(placeWindow(state, [laptop])).toEqual({ ...laptop, isMaximized: false });
    expect(placeWindow({ ...state, width: 10, height: 10 }, [laptop])).toMatchObject({ width: 900, height: 600 });
  });
});

test.each([
  undefined,
  null,
  'maximised',
  [],
  {},
  { x: 0 },
  { x: 0.5, y: 0, width: 900, height: 600, isMaximized: false },
  { x: 0, y: 0, width: NaN, height: 600, isMaximized: 1 },
])('a file that holds %j counts for nothing', (state) => {
  expect(placeWindow(state, [laptop])).toEqual({ width: 1280, height: 800, isMaximized: false });
});

test('without any screen a window has its usual size', () => {
  expect(placeWindow(undefined, [])).toEqual({ width: 1280, height: 800, isMaximized: false });
});

describe('the window of a record', () => {
  const size = { width: 480, height: 720 };
  const wide = { x: 0, y: 0, width: 2560, height: 1440 };
  const second = { x: 2560, y: 0, width: 1920, height: 1080 };

  test.each([
    ['stands at the end of its opener', { x: 100, y: 80, width: 1280, height: 800 }, [wide], { x: 1388, y: 104 }],
    ['else at its start', { x: 1200, y: 80, width: 1280, height: 800 }, [wide], { x: 712, y: 104 }],
    ['else over its end', { x: 0, y: 0, width: 2560, height: 1440 }, [wide], { x: 2056, y: 24 }],
    ['stays on the screen', { x: 100, y: 900, width: 1280, height: 500 }, [wide], { x: 1388, y: 720 }],
    ['on its own screen', { x: 2600, y: 80, width: 1280, height: 800 }, [wide, second], { x: 3888, y: 104 }],
    ['not on the next one', { x: 1279, y: 0, width: 1280, height: 800 }, [wide, second], { x: 791, y: 24 }],
  ])('%s', (_name, opener, areas, place) => {
    expect(placePopOut(size, opener, areas)).toEqual({ ...place, ...size });
  });

  test('is whole on a small screen', () => {
    expect(placePopOut(size, { x: 0, y: 0, width: 900, height: 600 }, [{ ...wide, width: 400, height: 500 }])).toEqual({
      x: 0,
      y: 0,
      width: 400,
      height: 500,
    });
  });

  test('is placed by the system where nothing is known', () => {
    expect([placePopOut(size, null, [wide]), placePopOut(size, wide, [])]).toEqual([size, size]);
  });
});

describe('a further window', () => {
  test('stands a little beside the one in front', () => {
    expect(placeBeside({ x: 40, y: 60, width: 1200, height: 700 }, [laptop])).toEqual({
      x: 64,
      y: 84,
      width: 1200,
      height: 700,
      isMaximized: false,
    });
  });

  test('is placed by the system where there is no room', () => {
    expect(placeBeside({ x: 230, y: 150, width: 1200, height: 700 }, [laptop])).toEqual({
      width: 1200,
      height: 700,
      isMaximized: false,
    });
  });
});
