import { createFileRoute } from '@tanstack/react-router';
import { ProvidersSettings } from '../features/settings/ProvidersSettings.tsx';

export const Route = createFileRoute('/settings/providers')({ component: ProvidersSettings });
