import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { z } from 'zod';
import { applyAppearance, rememberedAppearance } from './features/settings/appearance.ts';
import { i18n } from './i18n/i18n.ts';
import { router } from './router.ts';
import './styles.css';
import { queryClient } from './trpc.ts';

// The content security policy forbids compiling code at run time.
z.config({ jitless: true });
// Before the first paint; the settings themselves follow.
applyAppearance(rememberedAppearance());

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
);
