import { useSyncExternalStore } from 'react';

/** Whether a media query matches, as it changes. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => {
        media.removeEventListener('change', listener);
      };
    },
    () => matchMedia(query).matches,
  );
}

/** Below 1000 px the sidebar is a rail and gutters are narrower. */
export const useIsNarrow = (): boolean => useMediaQuery('(max-width: 1000px)');
