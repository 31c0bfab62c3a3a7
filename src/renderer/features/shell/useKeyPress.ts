import { useEffect, useEffectEvent } from 'react';
import { isOverlayOpen, isTyping } from '../../lib/isTyping.ts';

/**
 * Calls back when a plain key is pressed (`N`, `[`, `Delete`), wherever the focus is, unless a text is being written or a
 * dialog or menu is open.
 */
export function useKeyPress(key: string, onPress: (event: KeyboardEvent) => void, isEnabled = true): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    if (!isEnabled) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== key.toLowerCase() || event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isOverlayOpen()) return;
      event.preventDefault();
      press(event);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [key, isEnabled]);
}
