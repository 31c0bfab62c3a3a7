import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The window's title: the screen's, then the program's. */
export function useDocumentTitle(title: string): void {
  const { t } = useTranslation('shell');
  const text = t('windowTitle', { title });
  useEffect(() => {
    document.title = text;
  }, [text]);
}
