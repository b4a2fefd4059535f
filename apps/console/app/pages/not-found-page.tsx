import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { EmptyState } from '../../shared/ui/states.js';

export function NotFoundPage(): ReactNode {
  const { errors } = text.common;
  return (
    <main className="page">
      <h1 className="sr">{errors.notFound}</h1>
      <EmptyState title={errors.notFound} help={errors.notFoundHelp}>
        <Link className="btn" to="/needs">
          {errors.home}
        </Link>
      </EmptyState>
    </main>
  );
}
