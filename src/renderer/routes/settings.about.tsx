import { createFileRoute } from '@tanstack/react-router';
import { AboutSettings } from '../features/settings/AboutSettings.tsx';

export const Route = createFileRoute('/settings/about')({ component: AboutSettings });
