import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function for good, which does what the last one given does. For what is called after rendering. */
export function useLatest<Args extends unknown[], Result>(run: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(run);
  useLayoutEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
